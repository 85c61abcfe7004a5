import type { Offer, OffersInput } from '../offers/model.ts'
import type { OfferParameters } from '../offers/parameters.ts'
import { atTheStart, replyTo } from './bargaining.ts'
import type { SimulatedCustomer } from './draw-customer.ts'
import { fixedStrategy } from './fixed-strategy.ts'
import { parleyStrategy } from './parley-strategy.ts'
import type { ConcessionMade, Strategy, StrategyName } from './strategy.ts'
import type { Truth } from './true-zopa.ts'
import { yieldingStrategy } from './yielding-strategy.ts'

export type Outcome = {
  agreed: Offer | null
  rounds: number
  /** The figures the bank had when the negotiation ended. */
  facts: OffersInput
  concessions: ConcessionMade[]
}

const strategies: Record<Exclude<StrategyName, 'oracle'>, Strategy> = {
  parley: parleyStrategy,
  yields: yieldingStrategy,
  fixed: fixedStrategy,
}

/** One negotiation of a customer with a strategy, to agreement or parting. The oracle needs no talk: it knows. */
export function negotiate(
  customer: SimulatedCustomer,
  strategy: StrategyName,
  parameters: OfferParameters,
  truth: Truth | null,
): Outcome {
  if (strategy === 'oracle')
    return { agreed: truth?.best ?? null, rounds: 1, facts: customer.truth, concessions: [] }
  let facts = customer.reported
  const bank = strategies[strategy](facts, parameters)
  const concessions: ConcessionMade[] = []
  let table = bank.opens()
  let standing = atTheStart
  for (;;) {
    const step = replyTo(table.offers, customer, standing)
    standing = step.standing
    const { reply } = step
    const end = { rounds: standing.round, facts, concessions }
    if (reply.says === 'accepts') return { ...end, agreed: reply.offer }
    if (reply.says === 'leaves') return { ...end, agreed: null }
    if (reply.counter.gift === 'documents') facts = customer.documented
    table = bank.answers(reply.counter, facts)
    if (table.concession) concessions.push(table.concession)
  }
}
