import { Button } from 'antd'
import { ProblemNote } from '../frame/problem-note.tsx'
import type { HandOff } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import type { ConversationWrites } from './use-conversation-writes.ts'

type Props = { handOff: HandOff; assignee: string | null; canJoin: boolean; talk: ConversationWrites }

/** Who is speaking with the customer right now, never a guess; and the way in and out for a person. */
export function HandOffBar({ handOff, assignee, canJoin, talk }: Props) {
  const { t, term } = useWords()
  const calls = handOff.state === 'requested' || handOff.state === 'queued'
  return (
    <>
      <div className={`hand-off ${handOff.state}`}>
        <i aria-hidden="true" />
        <span>
          {handOff.state === 'joined' && handOff.agent
            ? t('matter.joinedBy', { name: handOff.agent.name })
            : term('handOff', handOff.state)}
          {calls && handOff.position !== null && `，${t('matter.position', { n: handOff.position })}`}
        </span>
        {assignee && (
          <span className="soft">
            {t('matter.assignee')} {assignee}
          </span>
        )}
        <span className="grow" />
        {canJoin && handOff.state !== 'joined' && (
          <Button
            size="small"
            type={calls ? 'primary' : 'default'}
            loading={talk.join.isPending}
            onClick={() => talk.join.mutate()}
          >
            {t('matter.join')}
          </Button>
        )}
        {handOff.state === 'joined' && (
          <Button size="small" loading={talk.end.isPending} onClick={() => talk.end.mutate()}>
            {t('matter.end')}
          </Button>
        )}
      </div>
      <ProblemNote error={talk.join.error ?? talk.end.error} />
    </>
  )
}
