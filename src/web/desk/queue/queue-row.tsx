import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { countdown } from '../../ui/format.ts'
import { SignalTag } from '../case/signal-tag.tsx'
import type { QueueItem } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** One matter in the queue: who, how long is left, where it stands, and what to be careful about. */
export function QueueRow({ item, open }: { item: QueueItem; open: boolean }) {
  const { t, term, duration, now } = useWords()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' })
  }, [open])

  const wantsPerson = item.handOff === 'requested' || item.handOff === 'queued'
  const waiting = item.customerWaitingSince && now - Date.parse(item.customerWaitingSince)
  const body = (
    <>
      <span className="row-line">
        <b className="row-name">{item.customerName}</b>
        {item.dueAt && <DueTag dueAt={item.dueAt} />}
      </span>
      <span className="row-line soft">
        <span className="row-stage">
          {item.stage ? term('stage', item.stage) : t('queue.noCase')}
          {item.kind && ` · ${term('kind', item.kind)}`}
          {item.assignee && ` · ${item.assignee}`}
        </span>
        <span className="lang">{item.language === 'en' ? 'EN' : '中'}</span>
      </span>
      <span className="row-tags">
        {item.draftState && (
          <span className={`tag ${item.draftState === 'failed' ? 'danger' : 'ai'}`}>
            {t('queue.draft', { state: term('draftState', item.draftState) })}
          </span>
        )}
        {item.secondApproval && <span className="tag brand">{t('queue.secondApproval')}</span>}
        {wantsPerson && <span className="tag warn">{t('queue.wantsPerson')}</span>}
        {item.signals.slice(0, 2).map((signal) => (
          <SignalTag key={signal} signal={signal} />
        ))}
        {item.signals.length > 2 && <span className="tag">+{item.signals.length - 2}</span>}
        {typeof waiting === 'number' && waiting >= 60_000 && (
          <span className="waits">{t('queue.waits', { time: duration(waiting) })}</span>
        )}
      </span>
    </>
  )
  return (
    <li ref={row}>
      {item.caseId ? (
        <Link
          to="/cases/$caseId"
          params={{ caseId: item.caseId }}
          className="queue-row"
          aria-current={open ? 'page' : undefined}
        >
          {body}
        </Link>
      ) : (
        <Link
          to="/conversations/$conversationId"
          params={{ conversationId: item.conversationId }}
          className="queue-row"
          aria-current={open ? 'page' : undefined}
        >
          {body}
        </Link>
      )}
    </li>
  )
}

/** How much of the service target is left, or how far it is past. */
export function DueTag({ dueAt }: { dueAt: string }) {
  const { t, duration, now, moment } = useWords()
  const { ms, tone } = countdown(dueAt, now)
  return (
    <time className={`due ${tone}`} dateTime={dueAt} title={moment(dueAt)}>
      {t(ms < 0 ? 'queue.late' : 'queue.left', { time: duration(ms) })}
    </time>
  )
}
