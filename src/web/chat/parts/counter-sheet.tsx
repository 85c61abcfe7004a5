/** @jsxImportSource preact */
import { useId, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import type { OfferCard } from '../shapes.ts'
import { useWrite } from '../use-write.ts'
import { Sheet, Trouble } from './sheet.tsx'

/** Propose something else, or decline: both leave the talk open. */
export function CounterSheet({ offer, onClose }: { offer: OfferCard; onClose: () => void }) {
  const { chat, words, language, announce } = useRoom()
  const [declines, setDeclines] = useState(false)
  const [text, setText] = useState('')
  const id = useId()
  const countering = useWrite((key, idea: string) => chat.api.counter(key, offer.id, idea))
  const declining = useWrite((key, reason: string) => chat.api.decline(key, offer.id, reason || undefined))
  const busy = countering.busy || declining.busy

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    const told = text.trim()
    if (declines) {
      const declined = await declining.run(told)
      if (!declined) return
      chat.putOffer(declined)
      announce(words.offerState.declined)
    } else {
      if (told === '' || !(await countering.run(told))) return
      chat.putOffer({ ...offer, state: 'countered' })
      announce(words.counterSent)
    }
    chat.refresh()
    onClose()
  }

  const join = language === 'en' ? '; ' : '；'
  return (
    <Sheet title={declines ? words.declineTitle : words.counterTitle} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>{declines ? words.declineBody : words.counterBody}</p>
        {!declines && (
          <ul class="quick wrap">
            {words.counterIdeas.map((idea) => (
              <li key={idea}>
                <button
                  type="button"
                  onClick={() => setText(text.trim() ? `${text.trim()}${join}${idea}` : idea)}
                >
                  {idea}
                </button>
              </li>
            ))}
          </ul>
        )}
        <label for={id}>{declines ? words.feedbackMore : words.counterLabel}</label>
        <textarea
          id={id}
          rows={4}
          maxLength={declines ? 500 : 4000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Trouble text={countering.problem ?? declining.problem} />
        <button type="submit" class="primary wide" disabled={busy || (!declines && text.trim() === '')}>
          {declines ? words.declineSend : words.counterSend}
        </button>
        <button type="button" class="link" onClick={() => setDeclines(!declines)}>
          {declines ? words.counterTitle : words.declineOpen}
        </button>
      </form>
    </Sheet>
  )
}
