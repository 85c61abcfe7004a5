import { useId } from 'react'
import type { Finding } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { FindingText } from './finding-text.tsx'

type Props = {
  findings: readonly Finding[]
  text: string
  reason: string
  onReason: (reason: string) => void
  onDone: () => void
}

/** What a check advises against, and the field for why it may go out all the same. */
export function DraftReason({ findings, text, reason, onReason, onDone }: Props) {
  const { t } = useWords()
  const hint = useId()
  return (
    <div className="soft-reason">
      <b>{t('drafting.softTitle')}</b>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.guard}${finding.span}${finding.detail}`}>
            <FindingText finding={finding} text={text} />
          </li>
        ))}
      </ul>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it is what the confirmation waits for
        autoFocus
        className="writing short"
        aria-label={t('drafting.softReason')}
        aria-describedby={hint}
        placeholder={t('drafting.softReason')}
        maxLength={500}
        value={reason}
        onChange={(event) => onReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onDone()
        }}
      />
      <small id={hint}>{t('drafting.softHint')}</small>
    </div>
  )
}
