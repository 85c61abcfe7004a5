/** @jsxImportSource preact */
// biome-ignore-all lint/suspicious/noArrayIndexKey: a sent message never changes order
import { useRoom } from '../context.ts'
import type { Language, Message } from '../shapes.ts'

/** A fixed notice of the bank, set apart from what anybody says; the one about safety can be dialled from. */
export function NoticeView({ message, language }: { message: Message; language: Language }) {
  const { state, words, open } = useRoom()
  const urgent = message.notice === 'crisis'
  const asksIdentity = message.notice === 'verify_first' && state.conversation?.verified === false
  return (
    <div class={`message notice${urgent ? ' urgent' : ''}`}>
      <p lang={language}>{urgent ? withNumbers(message.text) : message.text}</p>
      {asksIdentity && (
        <button type="button" class="small" onClick={() => open({ kind: 'verify' })}>
          {words.verify}
        </button>
      )}
    </div>
  )
}

const withNumbers = (text: string) =>
  text.split(/(\d{3,5})/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={`tel:${part}`}>
        {part}
      </a>
    ) : (
      part
    ),
  )
