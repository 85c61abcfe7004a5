import { Popover } from 'antd'
import type { Source } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** A citation at the end of its sentence; hovering or focusing it shows the clause it rests on. */
export function SourceChip({ source }: { source: Source }) {
  const label = source.marker.replace(/[[\]]/g, '')
  return (
    <Popover content={<SourceCard source={source} />} trigger={['hover', 'focus']} mouseEnterDelay={0.15}>
      <button
        type="button"
        className="source-chip"
        aria-label={`${source.marker} ${source.title} ${source.number}`}
      >
        {label}
      </button>
    </Popover>
  )
}

/** Title, clause, version, dates and the passage itself. */
export function SourceCard({ source }: { source: Source }) {
  return (
    <div className="source-card">
      <b>{source.title}</b>
      <SourceLine source={source} />
      <p>{source.passage}</p>
    </div>
  )
}

export function SourceLine({ source }: { source: Source }) {
  const { t, date } = useWords()
  const dates = source.effectiveTo
    ? t('matter.sources.span', { from: date(source.effectiveFrom), to: date(source.effectiveTo) })
    : t('matter.sources.from', { date: date(source.effectiveFrom) })
  return (
    <small className="source-line">
      {source.number} {source.heading} · {t('matter.sources.version', { n: source.version })} · {dates}
      {source.changesOn && (
        <>
          {' '}
          <span className="tag warn">{t('policies.ahead.changes', { date: date(source.changesOn) })}</span>
        </>
      )}
    </small>
  )
}
