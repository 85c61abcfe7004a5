/** @jsxImportSource preact */
import { useId, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import type { Message } from '../shapes.ts'
import { useWrite } from '../use-write.ts'
import { Sheet, Trouble } from './sheet.tsx'

type Opinion = { helpful: boolean; reason?: string }

function useFeedback(message: Message) {
  const { chat } = useRoom()
  const sending = useWrite((key, opinion: Opinion) => chat.api.feedback(key, message.id, opinion))
  const give = async (opinion: Opinion): Promise<boolean> => {
    if (!(await sending.run(opinion))) return false
    chat.putMessage(message.id, { feedback: opinion.helpful })
    return true
  }
  return { ...sending, give }
}

/** Was this answer helpful: asked quietly under each answer of the machine. */
export function Feedback({ message }: { message: Message }) {
  const { words, open } = useRoom()
  const { give, busy, problem } = useFeedback(message)
  if (message.feedback !== null) return <span class="feedback-thanks">{words.feedbackThanks}</span>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset for two buttons under each answer would drown the thread
    <span class="feedback" role="group" aria-label={words.feedbackAsk}>
      <button type="button" disabled={busy} onClick={() => give({ helpful: true })}>
        {words.helpful}
      </button>
      <button type="button" disabled={busy} onClick={() => open({ kind: 'feedback', message })}>
        {words.unhelpful}
      </button>
      {problem && <Trouble text={problem} />}
    </span>
  )
}

/** Why an answer did not help: one tap, or own words. */
export function FeedbackSheet({ message, onClose }: { message: Message; onClose: () => void }) {
  const { words, announce } = useRoom()
  const { give, busy, problem } = useFeedback(message)
  const [reason, setReason] = useState('')
  const [more, setMore] = useState('')
  const id = useId()

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    const told = [reason, more.trim()].filter(Boolean).join(' — ')
    if (!(await give({ helpful: false, ...(told ? { reason: told } : {}) }))) return
    announce(words.feedbackThanks)
    onClose()
  }

  return (
    <Sheet title={words.feedbackWhy} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <fieldset class="choices">
          <legend class="unseen">{words.feedbackWhy}</legend>
          {words.feedbackReasons.map((text) => (
            <label key={text}>
              <input type="radio" name={id} checked={reason === text} onChange={() => setReason(text)} />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <label for={id}>{words.feedbackMore}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={400}
          value={more}
          onInput={(event) => setMore(event.currentTarget.value)}
        />
        <Trouble text={problem} />
        <button type="submit" class="primary wide" disabled={busy}>
          {words.submit}
        </button>
      </form>
    </Sheet>
  )
}
