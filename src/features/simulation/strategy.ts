import type { Offer, OffersInput } from '../offers/model.ts'
import type { OfferParameters } from '../offers/parameters.ts'
import type { CounterOffer } from './bargaining.ts'

/** What the bank did in one round, for the check on concessions; values to the bank in minor units. */
export type ConcessionMade = {
  gift: string | null
  /** Least value on the table before the round. */
  table: number
  /** Least value the bank may come to by itself. */
  reserve: number
  /** Least value among what was added. */
  offered: number
}

export type Table = { offers: readonly Offer[]; concession?: ConcessionMade }

/**
 * The bank's side of one negotiation. It sees the form the customer filled in and what they ask, never what they hide;
 * each step answers with everything that is then on the table.
 */
export type BankSide = {
  opens(): Table
  answers(counter: CounterOffer, facts: OffersInput): Table
}
export type Strategy = (reported: OffersInput, parameters: OfferParameters) => BankSide

export const strategyNames = ['parley', 'yields', 'fixed', 'oracle'] as const
export type StrategyName = (typeof strategyNames)[number]
