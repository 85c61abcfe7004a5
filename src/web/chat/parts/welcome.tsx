/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { HandsIcon, PersonIcon, SparkIcon } from './icons.tsx'
import { QuickReplies } from './quick-replies.tsx'

/** The first thing on the page: who is talking, how to reach a person, who may agree to anything. */
export function Welcome({ onPick, quick }: { onPick: (text: string) => void; quick: boolean }) {
  const { state, words, language } = useRoom()
  const session = state.session
  if (!session) return null
  return (
    <section class="welcome">
      <ul class="welcome-points">
        <li class="welcome-notice">
          <SparkIcon size={18} />
          {session.bank.aiNotice[language]}
        </li>
        <li>
          <PersonIcon size={18} />
          <span>
            {words.welcomePerson}
            <small>{words.callUs(session.bank.hotline)}</small>
          </span>
        </li>
        <li>
          <HandsIcon size={18} />
          {words.welcomePeople}
        </li>
      </ul>
      {quick && <QuickReplies onPick={onPick} />}
    </section>
  )
}
