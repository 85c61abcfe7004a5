import type { Offer, PlanRequest } from '../offers/model.ts'
import type { SimulatedCustomer } from './draw-customer.ts'

/** What a customer lays beside a request, once each. `shorter_term`: asks for a clearly larger instalment than before. */
export type Gift = 'documents' | 'down_payment' | 'direct_debit' | 'shorter_term'

export type CounterOffer = { request: PlanRequest; gift: Gift | null }
export type Reply =
  | { says: 'accepts'; offer: Offer }
  | { says: 'asks'; counter: CounterOffer }
  | { says: 'leaves' }

const ownGifts = ['documents', 'down_payment', 'direct_debit'] as const

/** Where a customer stands in a negotiation. */
export type Standing = {
  round: number
  asked: number | null
  /** Best offer seen so far, to its customer. */
  best: number
  given: readonly Gift[]
}

export const atTheStart: Standing = { round: 0, asked: null, best: Number.NEGATIVE_INFINITY, given: [] }

/** A request grows by at least this much before it counts as a step toward the bank. */
const clearStep = 1.05

export function largestInstalment(offer: Offer): number {
  return instalmentsOf(offer).reduce((most, row) => Math.max(most, row.amount), 0)
}

export function downPaymentOf(offer: Offer): number {
  return (
    offer.schedule.reduce((sum, row) => sum + row.amount, 0) -
    instalmentsOf(offer).reduce((sum, row) => sum + row.amount, 0)
  )
}

export function instalmentsOf(offer: Offer): Offer['schedule'] {
  return offer.shape === 'down_payment' ? offer.schedule.slice(1) : offer.schedule
}

/** How far patience has run out: 0 at the first round, 1 at the last, bent by the style's curve. */
function melted({ hidden }: SimulatedCustomer, round: number): number {
  const { patience, curve } = hidden.bargaining
  return Math.min(1, (round - 1) / Math.max(1, patience - 1)) ** curve
}

/** What an offer is worth to its customer: room below the limit plus what is waived; null when they could not keep it. */
function worthTo(offer: Offer, { hidden, truth }: SimulatedCustomer): number | null {
  const largest = largestInstalment(offer)
  if (largest > hidden.limit || downPaymentOf(offer) > hidden.down_payment) return null
  const { principal, interest, fees, default_charges } = truth.debt
  const waived = Object.values(offer.waived).reduce((sum, part) => sum + part, 0)
  return 1 - largest / hidden.limit + waived / (principal + interest + fees + default_charges)
}

/** The request of a round: an instalment and waivers, both nearing what the customer could truly agree to. */
function requestOf(customer: SimulatedCustomer, round: number): PlanRequest {
  const { limit, bearable, bargaining } = customer.hidden
  const progress = melted(customer, round)
  const first = Math.min(limit, bearable * bargaining.asks)
  const relief = (part: number) => Math.round(bargaining.relief[part]! * (1 - progress) * 100) * 100
  return {
    instalment: Math.max(10_000, Math.floor((first + (limit - first) * progress) / 1000) * 1000),
    waive_fees_bp: relief(0),
    waive_interest_bp: relief(1),
  }
}

function giftOf(customer: SimulatedCustomer, standing: Standing, request: PlanRequest): Gift | null {
  const { hidden, reported, luck } = customer
  const willing = luck[standing.round - 1]!.gives < hidden.bargaining.gives
  const has: Record<Exclude<Gift, 'shorter_term'>, boolean> = {
    documents: reported.customer.income.some((item) => item.evidence === 'stated'),
    down_payment: hidden.down_payment > 0,
    direct_debit: true,
  }
  const left = ownGifts.find((gift) => has[gift] && !standing.given.includes(gift))
  if (willing && left) return left
  return standing.asked !== null && request.instalment! >= standing.asked * clearStep ? 'shorter_term' : null
}

/**
 * A customer's answer to everything now on the table. They take the best offer that is good enough for the round, leave
 * when patience is out or temper breaks over a bank that does not move, and otherwise ask again.
 */
export function replyTo(
  table: readonly Offer[],
  customer: SimulatedCustomer,
  before: Standing,
): { reply: Reply; standing: Standing } {
  const { bargaining, limit } = customer.hidden
  const round = before.round + 1
  const judged = table.flatMap((offer) => {
    const worth = worthTo(offer, customer)
    return worth === null ? [] : [{ offer, worth }]
  })
  const best = judged.reduce((most, one) => Math.max(most, one.worth), Number.NEGATIVE_INFINITY)
  const standing = { ...before, round, best }
  const enough = bargaining.ambition * (1 - melted(customer, round))
  if (best >= enough) {
    const { offer } = judged.find(({ worth }) => worth === best)!
    return { reply: { says: 'accepts', offer }, standing }
  }
  const stuck = round > 1 && best <= before.best
  const walks = stuck && customer.luck[round - 1]!.walks < bargaining.temper
  if (walks || round >= bargaining.patience || limit <= 0) return { reply: { says: 'leaves' }, standing }
  const counter = counterOf(customer, standing)
  return { reply: { says: 'asks', counter }, standing: having(counter, standing) }
}

/** What a customer asks for in a round, and what they give for it. A pledged down payment stays on offer. */
function counterOf(customer: SimulatedCustomer, standing: Standing): CounterOffer {
  const request = requestOf(customer, standing.round)
  const gift = giftOf(customer, standing, request)
  if (gift === 'down_payment' || standing.given.includes('down_payment'))
    request.first_payment = customer.hidden.down_payment
  return { request, gift }
}

function having({ request, gift }: CounterOffer, standing: Standing): Standing {
  return {
    ...standing,
    asked: request.instalment ?? null,
    given: gift && gift !== 'shorter_term' ? [...standing.given, gift] : standing.given,
  }
}
