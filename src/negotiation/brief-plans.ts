import { type Case, findHold, readFacts } from '../features/cases/store.ts'
import { type Conversation, isVerified } from '../features/conversations/model.ts'
import { readAccounts } from '../features/customers/store.ts'
import type { Manner, ReplyBrief, Source } from '../features/drafting/brief.ts'
import { briefCounter, briefDecline } from '../features/drafting/brief-counter.ts'
import { briefNoOffer } from '../features/drafting/brief-no-offer.ts'
import { briefOffer, briefOffers } from '../features/drafting/brief-offer.ts'
import { withDebt } from '../features/drafting/name-debt.ts'
import { whyThisPlan } from '../features/drafting/why-this-plan.ts'
import { authorityRank } from '../features/identity/model.ts'
import { approvalsCover } from '../features/offers/approvals-needed.ts'
import type { EmptyReason, Offer, RequestVerdict } from '../features/offers/model.ts'
import { requestedTerms } from '../features/offers/requested-terms.ts'
import {
  findLatestSet,
  type OfferRow,
  type OfferSet,
  readOffer,
  readOffers,
} from '../features/offers/store.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { accountOfOffer, debtToName, missingOn } from './debt-of-case.ts'
import { findSource } from './find-source.ts'
import { type Story, today } from './story.ts'

/** What a reply is made on: the case, its thread, the manner it is to be written in. */
export type Ground = {
  of: Case
  conversation: Conversation
  manner: Manner
  /** Last local date on which an offer drafted today may be accepted. */
  validUntil: string
}

/** A reply that puts plans before the customer goes with the card of one of them. */
export type WithOffer = { kind: 'offer'; offerId: string; brief: ReplyBrief }

const sideBySideAtMost = 3

/** The reply that carries one offer: the one named, else the first of the newest set. */
export async function briefOneOffer(
  story: Story,
  tx: Tx,
  { of, conversation, manner, validUntil }: Ground,
  offerId?: string,
): Promise<WithOffer> {
  await expectNamable(tx, of, conversation)
  const { set, offer, proposed } = await offerFor(tx, of, offerId)
  const computed = resultOf(set).offers?.[offer.ord]
  const brief = briefOffer({
    ...manner,
    terms: offer.terms,
    validUntil,
    why: whyThisPlan(offer.terms, {
      request: requestedTerms(await readFacts(story, tx, of)),
      others: proposed.filter(({ id }) => id !== offer.id).map(({ terms }) => terms),
      stress: computed?.stress ?? [],
    }),
    sources: [await basisFor(story, tx, offer, manner)],
  })
  return { kind: 'offer', offerId: offer.id, brief: withDebt(brief, await debtToName(tx, offer)) }
}

/** Two or three offers side by side; the card is that of the one which needs the most authority, and it covers the others. */
export async function briefSideBySide(
  story: Story,
  tx: Tx,
  { of, conversation, manner, validUntil }: Ground,
): Promise<WithOffer> {
  await expectNamable(tx, of, conversation)
  const { proposed } = await offerFor(tx, of)
  const open = proposed.filter(({ state }) => state === 'proposed').slice(0, sideBySideAtMost)
  const highest = Math.max(...open.map(({ authority }) => authorityRank(authority)))
  const most = open.find(({ authority }) => authorityRank(authority) === highest)
  const told = open.filter((one) => approvalsCover(most!, one))
  if (told.length < 2) {
    throw new AppError('conflict', 'there are not two offers to set side by side', { reason: 'no_offer' })
  }
  const carried = told.indexOf(most!)
  const brief = briefOffers({
    ...manner,
    plans: told.map(({ terms }) => terms),
    carried: carried + 1,
    validUntil,
    sources: [await basisFor(story, tx, most!, manner)],
  })
  const debt = await debtToName(tx, told[carried]!)
  return { kind: 'offer', offerId: told[carried]!.id, brief: withDebt(brief, debt) }
}

/** The answer to what the customer proposed: inside or not, and what is nearest, as the newest set has it. */
export async function briefTheCounter(
  story: Story,
  tx: Tx,
  ground: Ground,
  offerId?: string,
): Promise<WithOffer | { kind: 'staff_reply'; brief: ReplyBrief }> {
  const { of, conversation, manner } = ground
  await expectNamable(tx, of, conversation)
  const set = await findLatestSet(tx, of.id)
  const verdict = set ? resultOf(set).request_verdict : null
  if (!set || !verdict) {
    throw new AppError('conflict', 'the customer has not proposed anything that was worked out', {
      reason: 'no_request',
    })
  }
  const told = await besideFor(story, tx, ground, set, offerId)
  const inside = told !== null && resultOf(set).offers?.[told.offer.ord]?.origin === 'requested'
  const rows = inside ? told.rows.slice(0, 1) : (told?.rows ?? [])
  const brief = briefCounter({
    ...manner,
    inside,
    rules: verdict.rules,
    beside: told ? { ...told.beside, plans: rows.map(({ terms }) => terms) } : null,
  })
  if (!told) return { kind: 'staff_reply', brief }
  const debt = await debtToName(tx, told.offer)
  return { kind: 'offer', offerId: told.offer.id, brief: withDebt(brief, debt) }
}

/** The answer to a declined offer: thanks, and what else the newest set has. */
export async function briefTheDecline(
  story: Story,
  tx: Tx,
  ground: Ground,
  offerId?: string,
): Promise<WithOffer | { kind: 'staff_reply'; brief: ReplyBrief }> {
  const { of, conversation, manner } = ground
  const declined = (await readOffers(tx, { caseId: of.id })).some(({ state }) => state === 'declined')
  if (!declined) throw new AppError('conflict', 'no offer was declined', { reason: 'nothing_declined' })
  const set = await findLatestSet(tx, of.id)
  const open = isVerified(conversation, tx.now) && set
  const told = open ? await besideFor(story, tx, ground, set, offerId) : null
  const brief = briefDecline({
    ...manner,
    beside: told ? { ...told.beside, plans: told.rows.map(({ terms }) => terms) } : null,
  })
  if (!told) return { kind: 'staff_reply', brief }
  const debt = await debtToName(tx, told.offer)
  return { kind: 'offer', offerId: told.offer.id, brief: withDebt(brief, debt) }
}

/** The reply when the newest run found no plan: why, by the engine's reason, and what comes next. */
export async function briefTheLack(
  story: Story,
  tx: Tx,
  { of, manner }: Ground,
): Promise<{ kind: 'staff_reply'; brief: ReplyBrief }> {
  const set = await findLatestSet(tx, of.id)
  const reason = set?.outcome === 'empty' ? resultOf(set).reason : undefined
  if (!reason) {
    throw new AppError('conflict', 'the engine has not come back empty on this case', {
      reason: 'has_offers',
    })
  }
  const account = (await readAccounts(tx, of.customer_id)).find(({ id }) => id === set?.account_id)
  const place = { language: manner.voice.language, asOf: today(story, tx), product: account?.product }
  const about = ({ capacity_zero: ['hold', 'advice'], not_eligible: ['eligibility'] } as const)[
    reason as 'capacity_zero'
  ]
  const sources: Source[] = []
  for (const what of about ?? []) {
    const source = await findSource(tx, what, place)
    if (source && !sources.some(({ ref }) => ref === source.ref)) sources.push(source)
  }
  const missing = await missingOn(story, tx, of)
  return { kind: 'staff_reply', brief: briefNoOffer({ ...manner, reason, missing, sources }) }
}

/** The first open plan and those beside it that its approvals cover. */
async function besideFor(
  story: Story,
  tx: Tx,
  { manner, validUntil }: Ground,
  set: OfferSet,
  offerId?: string,
) {
  const open = (await readOffers(tx, { setId: set.id })).filter(({ state }) => state === 'proposed')
  const offer = offerId ? open.find(({ id }) => id === offerId) : open[0]
  if (!offer) return null
  const rows = [offer, ...open.filter((one) => one.id !== offer.id && approvalsCover(offer, one))].slice(
    0,
    sideBySideAtMost,
  )
  const source = await basisFor(story, tx, offer, manner)
  return {
    offer,
    rows,
    beside: { carried: 1, validUntil, source },
  }
}

async function expectNamable(tx: Tx, of: Case, conversation: Conversation): Promise<void> {
  if (!isVerified(conversation, tx.now)) {
    throw new AppError('conflict', 'the customer has not verified who they are: no offer can be drafted', {
      reason: 'verification_required',
    })
  }
  const held = await findHold(tx, of.id)
  if (held) throw new AppError('conflict', `offers are held by ${held}`, { reason: 'signal_hold' })
}

async function offerFor(
  tx: Tx,
  of: Case,
  offerId?: string,
): Promise<{ set: OfferSet; offer: OfferRow; proposed: OfferRow[] }> {
  const set = await findLatestSet(tx, of.id)
  const proposed = set ? await readOffers(tx, { setId: set.id }) : []
  const offer = offerId ? await readOffer(tx, offerId) : proposed[0]
  if (!offer || offer.case_id !== of.id) {
    throw new AppError('conflict', 'there is no admissible offer to draft', { reason: 'no_offer' })
  }
  if (offer.state !== 'proposed' || offer.offer_set_id !== set?.id) {
    throw new AppError('conflict', `this offer is ${offer.state}: compute offers again`, {
      reason: 'offer_used',
    })
  }
  return { set, offer, proposed }
}

async function basisFor(story: Story, tx: Tx, offer: OfferRow, { voice }: Manner): Promise<Source> {
  const source = await findSource(tx, 'basis', {
    language: voice.language,
    asOf: today(story, tx),
    product: (await accountOfOffer(tx, offer)).product,
  })
  if (!source)
    throw new AppError('conflict', 'no public clause in force supports this offer', { reason: 'no_clause' })
  return source
}

/** The engine's answer as it was kept with the set. */
function resultOf(set: OfferSet) {
  return set.result as {
    reason?: EmptyReason
    offers?: (Pick<Offer, 'stress'> & { origin?: string })[]
    request_verdict?: RequestVerdict | null
  }
}
