/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { useWrite } from '../use-write.ts'
import { Sheet, Trouble } from './sheet.tsx'

/** Asks once before joining the queue for a person, saying what will happen. */
export function PersonSheet({ onClose }: { onClose: () => void }) {
  const { chat, state, words, announce } = useRoom()
  const conversation = state.conversation
  const asking = useWrite((key) => chat.api.askPerson(key, conversation?.id ?? ''))

  async function ask(): Promise<void> {
    const handOff = await asking.run()
    if (!handOff) return
    chat.putConversation({ handOff })
    announce(words.personRequested)
    chat.refresh()
    onClose()
  }

  return (
    <Sheet
      title={words.personAsk}
      onClose={onClose}
      foot={
        <>
          <button type="button" class="plain" onClick={onClose}>
            {words.back}
          </button>
          <button type="button" class="primary" onClick={ask} disabled={asking.busy}>
            {words.personConfirm}
          </button>
        </>
      }
    >
      <p>{words.personAskBody(conversation?.handOff.openHours ?? '')}</p>
      <p>{words.personReason}</p>
      {state.session && <p class="quiet">{words.callUs(state.session.bank.hotline)}</p>}
      <Trouble text={asking.problem} />
    </Sheet>
  )
}
