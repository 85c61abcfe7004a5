/** @jsxImportSource preact */
import { useId, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import { rated } from '../rated.ts'
import { useWrite } from '../use-write.ts'
import { StarIcon } from './icons.tsx'
import { Trouble } from './sheet.tsx'

/** How the service was, asked once at the end. */
export function Rating() {
  const { chat, state, words } = useRoom()
  const conversation = state.conversation?.id ?? ''
  const [done, setDone] = useState(() => rated.read(conversation))
  const [score, setScore] = useState(0)
  const [comment, setComment] = useState('')
  const id = useId()
  const rating = useWrite(
    (key, body: { score: number; comment?: string }) => chat.api.rate(key, conversation, body),
    (trouble) => {
      const already = trouble.kind === 'refused' && trouble.status === 409
      if (already) onDone()
      return already
    },
  )

  function onDone(): void {
    rated.keep(conversation)
    setDone(true)
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    if (score === 0) return
    const said = comment.trim()
    if (await rating.run({ score, ...(said ? { comment: said } : {}) })) onDone()
  }

  if (done) return <p class="rating-thanks">{words.rateThanks}</p>
  return (
    <form class="card rating" onSubmit={submit}>
      <fieldset>
        <legend>{words.rateTitle}</legend>
        <p class="quiet">{words.rateBody}</p>
        <div class="stars">
          {words.rateScore.map((label, index) => (
            <label key={label} class={index < score ? 'lit' : ''}>
              <input
                type="radio"
                name={id}
                class="unseen"
                checked={score === index + 1}
                onChange={() => setScore(index + 1)}
              />
              <StarIcon />
              <span class="unseen">
                {words.rateStar(index + 1)} {label}
              </span>
            </label>
          ))}
          <span class="stars-say" aria-hidden="true">
            {words.rateScore[score - 1] ?? ''}
          </span>
        </div>
      </fieldset>
      {score > 0 && (
        <>
          <label for={id}>{words.rateComment}</label>
          <textarea
            id={id}
            rows={2}
            maxLength={1000}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <Trouble text={rating.problem} />
          <button type="submit" class="primary wide" disabled={rating.busy}>
            {words.submit}
          </button>
        </>
      )}
    </form>
  )
}
