/** @jsxImportSource preact */
import type { RefObject } from 'preact'
import { useId, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import { ListIcon, SendIcon } from './icons.tsx'
import { QuickReplies } from './quick-replies.tsx'

const longest = 4000

type Props = {
  draft: string
  onDraft: (text: string) => void
  field: RefObject<HTMLTextAreaElement | null>
  onSent: () => void
}

export function Composer({ draft, onDraft, field, onSent }: Props) {
  const { chat, words } = useRoom()
  const [quick, setQuick] = useState(false)
  const id = useId()
  const over = draft.trim().length - longest

  function send(): void {
    if (draft.trim() === '' || over > 0) return
    chat.say(draft)
    onDraft('')
    onSent()
    field.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const newLine = event.shiftKey || event.isComposing || matchMedia('(pointer: coarse)').matches
    if (event.key !== 'Enter' || newLine) return
    event.preventDefault()
    send()
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {quick && (
        <QuickReplies
          onPick={(text) => {
            setQuick(false)
            onDraft(text)
            field.current?.focus()
          }}
        />
      )}
      <div class="composer-row">
        <button
          type="button"
          class="round"
          aria-label={words.quick}
          aria-expanded={quick}
          onClick={() => setQuick(!quick)}
        >
          <ListIcon />
        </button>
        <label class="unseen" for={id}>
          {words.write}
        </label>
        <textarea
          id={id}
          ref={field}
          rows={1}
          value={draft}
          placeholder={words.write}
          enterkeyhint="enter"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          onInput={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          class="round send"
          aria-label={words.send}
          disabled={draft.trim() === '' || over > 0}
        >
          <SendIcon />
        </button>
      </div>
      <p class="composer-hint" id={`${id}-hint`}>
        {over > 0 ? words.tooLong(over) : words.privacyHint}
      </p>
    </form>
  )
}
