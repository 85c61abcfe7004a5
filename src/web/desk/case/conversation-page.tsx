import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { LoadingPage } from '../frame/loading-page.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { conversationQuery, queueQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import './case.css'
import { HandOffBar } from './hand-off-bar.tsx'
import { OwnReply } from './own-reply.tsx'
import { PointingContext } from './pointing.ts'
import { Thread } from './thread.tsx'
import { useConversationWrites } from './use-conversation-writes.ts'
import { usePointingState } from './use-pointing-state.ts'

/** A conversation that has not become a case: read it, join it, answer it by hand. */
export function ConversationPage() {
  const { t } = useWords()
  const { conversationId } = useParams({ from: '/frame/queue/conversations/$conversationId' })
  const { data, error, refetch } = useQuery(conversationQuery(conversationId))
  const { data: queue } = useQuery(queueQuery)
  const talk = useConversationWrites(conversationId, conversationQuery(conversationId).queryKey)
  const pointing = usePointingState()
  const item = queue?.items.find((found) => found.conversationId === conversationId)

  if (!data) {
    if (!error) return <LoadingPage />
    return (
      <div className="page narrow">
        <h1 className="only-read">{t('frame.fault.unknown')}</h1>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  return (
    <PointingContext value={pointing}>
      <section className="middle" aria-label={t('matter.conversation')}>
        <header className="case-header">
          <div className="case-who">
            <h1>{item?.customerName ?? t('matter.conversation')}</h1>
            {data.caseId ? (
              <Link to="/cases/$caseId" params={{ caseId: data.caseId }}>
                {t('matter.openCase')}
              </Link>
            ) : (
              <span className="tag">{t('queue.noCase')}</span>
            )}
          </div>
          <HandOffBar handOff={data.handOff} assignee={item?.assignee ?? null} canJoin talk={talk} />
        </header>
        <Thread messages={data.messages} />
        <section className="composer" aria-label={t('matter.draft.composer')}>
          <OwnReply place={conversationId} talk={talk} allowed={data.handOff.state === 'joined'} />
        </section>
      </section>
    </PointingContext>
  )
}
