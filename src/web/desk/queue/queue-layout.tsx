import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useKeys } from '../frame/use-keys.ts'
import { meQuery, queueQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import './queue.css'
import { type Filter, filterQueue, isOpen, stepFrom } from './queue-filter.ts'
import { QueueFilters } from './queue-filters.tsx'
import { QueueRow } from './queue-row.tsx'
import { useOpenItem } from './use-open-item.ts'

/** The queue, always at hand on the left, and whatever is open beside it. */
export function QueueLayout() {
  const { t } = useWords()
  const openItem = useOpenItem()
  const { caseId, conversationId } = useParams({ strict: false })
  const openId = caseId ?? conversationId ?? null
  const { data: me } = useQuery(meQuery)
  const { data, error, isPending, refetch } = useQuery(queueQuery)
  const [filter, setFilter] = useState<Filter>({ view: 'all', language: 'any', name: '' })

  const all = data?.items ?? []
  const items = filterQueue(all, filter, me?.name ?? '')
  const step = (by: 1 | -1) => {
    const item = stepFrom(items, openId, by)
    if (item) openItem(item)
  }
  useKeys({ j: () => step(1), k: () => step(-1) })

  return (
    <div className="workplace">
      <section className="queue" aria-label={t('queue.title')}>
        <QueueFilters
          items={all}
          shown={items.length}
          filter={filter}
          me={me?.name ?? ''}
          onChange={setFilter}
        />
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} className="queue-wait" />}
        {data && items.length === 0 && (
          <p className="quiet">{all.length === 0 ? t('queue.empty') : t('queue.noMatch')}</p>
        )}
        <ul className="queue-list">
          {items.map((item) => (
            <QueueRow key={item.conversationId} item={item} open={isOpen(item, openId)} />
          ))}
        </ul>
      </section>
      <Outlet />
    </div>
  )
}
