/** @jsxImportSource preact */
import { sayTrouble, useRoom } from '../context.ts'
import { isPassing } from '../problem.ts'

/** Before the conversation is there: connecting, or why it cannot. */
export function Waiting() {
  const { chat, state, words, language } = useRoom()
  const trouble = state.trouble
  if (trouble && !isPassing(trouble))
    return (
      <main class="waiting">
        <p role="alert">{sayTrouble(words, language, trouble)}</p>
        <button type="button" class="plain" onClick={() => chat.start()}>
          {words.retry}
        </button>
      </main>
    )
  return (
    <main class="waiting" aria-busy="true">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <p role="status">{trouble ? words.openingSlow : words.opening}</p>
    </main>
  )
}
