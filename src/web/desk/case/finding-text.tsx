import { ownHalf } from '../../ui/language.ts'
import type { Finding } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** What a guard found: its name, the words it means, why that matters, and the guard's own account of it. */
export function FindingText({ finding, text }: { finding: Finding; text: string }) {
  const { term, knows, locale } = useWords()
  const words = finding.span ? text.slice(finding.span[0], finding.span[1]) : ''
  const detail = ownHalf(finding.detail, locale)
  return (
    <>
      <b>
        {term('guard', finding.guard)}
        {words && <q>{words}</q>}
      </b>
      {knows('guardHint', finding.guard) && <span>{term('guardHint', finding.guard)}</span>}
      <small>{detail}</small>
    </>
  )
}
