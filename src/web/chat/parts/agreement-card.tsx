/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import type { Message } from '../shapes.ts'
import { useRead } from '../use-read.ts'
import { FollowUps } from './follow-ups.tsx'
import { PaperIcon } from './icons.tsx'

type Agreement = NonNullable<Message['agreement']>

/** The written agreement in the thread; once confirmed it also says what happens next. */
export function AgreementCard({ agreement }: { agreement: Agreement }) {
  const { words, open } = useRoom()
  const waiting = agreement.state === 'delivered'
  return (
    <section class="card agreement" aria-label={words.agreement}>
      <header>
        <span class="seal" aria-hidden="true">
          <PaperIcon size={22} />
        </span>
        <div>
          <h2>{words.agreement}</h2>
          <p class="quiet">{words.agreementNumber(agreement.number)}</p>
        </div>
        <span class={`pill pill-${agreement.state}`}>
          {words.agreementState[agreement.state] ?? agreement.state}
        </span>
      </header>
      {agreement.state === 'confirmed' && <Next id={agreement.id} />}
      <button
        type="button"
        class={waiting ? 'primary wide' : 'plain wide'}
        onClick={() => open({ kind: 'agreement', id: agreement.id })}
      >
        {words.agreementOpen}
      </button>
    </section>
  )
}

function Next({ id }: { id: string }) {
  const { chat } = useRoom()
  const { value } = useRead(() => chat.api.agreement(id), id)
  return value && <FollowUps items={value.followUps} />
}
