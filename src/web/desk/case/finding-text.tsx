import { ownHalf } from '../../ui/language.ts'
import type { Finding } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** The database's own name of a clause's version, which says nothing to a reader. */
const clauseId = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\s?/g

/**
 * What a guard found: its name, the words it means, why that matters. The guard's own account is English; a
 * Chinese page has it only where nothing else says what is meant.
 */
export function FindingText({ finding, text }: { finding: Finding; text: string }) {
  const { term, knows, locale } = useWords()
  const words = finding.span ? text.slice(finding.span[0], finding.span[1]) : ''
  const detail =
    finding.guard === 'disclosure_missing'
      ? term('disclosure', finding.detail.split(' ')[0] ?? '')
      : locale === 'zh-CN' && finding.span && knows('guardHint', finding.guard)
        ? ''
        : ownHalf(finding.detail, locale).replace(clauseId, '')
  return (
    <>
      <b>
        {term('guard', finding.guard)}
        {words && <q>{words}</q>}
      </b>
      {knows('guardHint', finding.guard) && <span>{term('guardHint', finding.guard)}</span>}
      {detail && <small>{detail}</small>}
    </>
  )
}
