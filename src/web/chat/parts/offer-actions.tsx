/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import type { OfferCard } from '../shapes.ts'
import { useWrite } from '../use-write.ts'
import { ShieldIcon } from './icons.tsx'
import { Trouble } from './sheet.tsx'

/** What the customer may do with an offer where it stands now. */
export function OfferActions({ offer }: { offer: OfferCard }) {
  const { chat, state, words, open, suggest } = useRoom()
  const accepting = useWrite(
    (key) => chat.api.accept(key, offer.id),
    (trouble) => {
      if (trouble.kind !== 'refused' || trouble.code !== 'verification_required') return false
      open({ kind: 'verify', next: accept })
      return true
    },
  )

  async function accept(): Promise<void> {
    const accepted = await accepting.run()
    if (!accepted) return
    chat.putOffer(accepted)
    chat.refresh()
    open({ kind: 'cost', offer: accepted })
  }

  if (offer.state === 'accepted') {
    const agreementId = offer.agreementId
    if (agreementId)
      return (
        <button type="button" class="plain wide" onClick={() => open({ kind: 'agreement', id: agreementId })}>
          {words.agreementOpenFrom}
        </button>
      )
    if (offer.costStatement?.confirmedAt) return <p class="patience">{words.costWaiting}</p>
    return (
      <button type="button" class="primary wide" onClick={() => open({ kind: 'cost', offer })}>
        {words.costOpen}
      </button>
    )
  }
  if (!['sent', 'proposed', 'countered'].includes(offer.state)) return null

  const start = () => (state.conversation?.verified ? accept() : open({ kind: 'verify', next: accept }))
  return (
    <div class="actions">
      <p class="quiet with-icon">
        <ShieldIcon size={15} />
        {offer.state === 'countered' ? words.offerStillOpen : words.offerPeople}
      </p>
      <button type="button" class="primary" onClick={start} disabled={accepting.busy}>
        {words.accept}
      </button>
      <button type="button" class="plain" onClick={() => suggest(words.askPrefill(offer.months))}>
        {words.ask}
      </button>
      <button type="button" class="plain" onClick={() => open({ kind: 'counter', offer })}>
        {words.propose}
      </button>
      {accepting.problem && <Trouble text={accepting.problem} />}
    </div>
  )
}
