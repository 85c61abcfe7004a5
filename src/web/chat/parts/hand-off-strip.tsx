/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { useWrite } from '../use-write.ts'
import { PersonIcon } from './icons.tsx'
import { Trouble } from './sheet.tsx'

const steps = ['requested', 'queued', 'joined', 'ended'] as const

/** Where the hand-off to a person stands, as the steps it goes through. */
export function HandOffStrip() {
  const { chat, state, words } = useRoom()
  const conversation = state.conversation
  const cancelling = useWrite((key) => chat.api.cancelPerson(key, conversation?.id ?? ''))
  const handOff = conversation?.handOff
  if (!handOff || handOff.state === 'bot') return <div class="hand-off" role="status" hidden />

  const now = steps.indexOf(handOff.state)
  const waiting = handOff.state === 'requested' || handOff.state === 'queued'
  const agent = handOff.agent
  const place = handOff.position === null ? null : words.personQueued(handOff.position)
  const says = {
    requested: place ?? words.personRequested,
    queued: place ?? words.personRequested,
    joined: agent ? words.personJoined(agent.name, words.role[agent.role]) : words.person,
    ended: words.personEnded,
  }[handOff.state]

  async function cancel(): Promise<void> {
    const answer = await cancelling.run()
    if (answer) chat.putConversation({ handOff: answer })
    chat.refresh()
  }

  return (
    <div class={`hand-off hand-off-${handOff.state}`}>
      <div class="hand-off-line" role="status">
        <span class="hand-off-face">
          {agent && handOff.state === 'joined' ? agent.name.slice(0, 1) : <PersonIcon size={18} />}
        </span>
        <span class="hand-off-says">
          <strong>{says}</strong>
          {waiting && <small>{`${words.personHours(handOff.openHours)} · ${words.personStay}`}</small>}
        </span>
      </div>
      {waiting && (
        <button type="button" class="link" onClick={cancel} disabled={cancelling.busy}>
          {words.personCancel}
        </button>
      )}
      <span class="hand-off-steps" aria-hidden="true">
        {steps.map((step, index) => (
          <i key={step} class={index <= now ? 'done' : ''} />
        ))}
      </span>
      {cancelling.problem && <Trouble text={cancelling.problem} />}
    </div>
  )
}
