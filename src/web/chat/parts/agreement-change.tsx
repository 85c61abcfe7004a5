/** @jsxImportSource preact */
import { useId, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import type { AgreementView } from '../shapes.ts'
import { Sheet } from './sheet.tsx'

/** “I need to change this”: said in the conversation, where a person answers it. */
export function AgreementChange({ view, onClose }: { view: AgreementView; onClose: () => void }) {
  const { chat, words } = useRoom()
  const [text, setText] = useState('')
  const id = useId()
  return (
    <Sheet title={words.changeTitle} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() === '') return
          chat.say(words.changePrefix(view.number) + text.trim())
          onClose()
        }}
      >
        <label for={id} class="soft">
          {view.state === 'confirmed' ? words.changeConfirmedBody : words.changeBody}
        </label>
        <textarea
          id={id}
          rows={5}
          maxLength={3000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="primary wide" disabled={text.trim() === ''}>
          {words.send}
        </button>
      </form>
    </Sheet>
  )
}
