import { Popover } from 'antd'
import type { Evidence } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { usePointing } from './pointing.ts'
import { SourceCard } from './source-chip.tsx'

/** What a statement rests on: a message (shown in the conversation), a clause (opened here), a record. */
export function EvidenceChip({ evidence }: { evidence: Evidence }) {
  const { t, record } = useWords()
  const { pointAtMessage } = usePointing()
  if (evidence.from === 'record') return <span className="evidence record">{record(evidence.label)}</span>
  if (evidence.from === 'clause') {
    return (
      <Popover
        content={<SourceCard source={evidence.source} />}
        trigger={['hover', 'focus']}
        mouseEnterDelay={0.15}
      >
        <button type="button" className="evidence clause">
          § {evidence.source.number} {evidence.source.heading}
        </button>
      </Popover>
    )
  }
  return (
    <button
      type="button"
      className="evidence"
      title={t('matter.analysis.showMessage')}
      onClick={() => pointAtMessage(evidence.messageId, evidence.quote)}
    >
      “{evidence.quote}”
    </button>
  )
}
