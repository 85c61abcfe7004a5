/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { titleIn } from '../problem.ts'
import type { Pending } from '../thread.ts'

/** A message on its way: said to be so until the bank has it. */
export function PendingView({ one }: { one: Pending }) {
  const { chat, state, words, language } = useRoom()
  const refused = one.state === 'refused'
  return (
    <div class={`message mine pending${refused ? ' refused' : ''}`}>
      <span class="unseen">{words.you}</span>
      <p class="says" dir="auto">
        {one.text}
      </p>
      <span class="at">
        {refused ? (
          <>
            {`${words.refused}${one.why ? ` · ${titleIn(language, one.why)}` : ''} `}
            <button type="button" class="link" onClick={() => chat.resend(one.key)}>
              {words.resend}
            </button>
            <button type="button" class="link" onClick={() => chat.forget(one.key)}>
              {words.discard}
            </button>
          </>
        ) : one.state === 'waiting' || state.connection === 'lost' ? (
          words.waiting
        ) : (
          words.sending
        )}
      </span>
    </div>
  )
}
