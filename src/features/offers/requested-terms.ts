import type { CaseFact } from '../cases/store.ts'
import type { PlanRequest } from './model.ts'

/** The names under which a case keeps what its customer asks for, and the term of the engine's request each one is. */
export const requestFacts = {
  offered_instalment: 'instalment',
  requested_months: 'months',
  offered_down_payment: 'first_payment',
  requested_start: 'start',
  requested_fee_waiver_bp: 'waive_fees_bp',
  requested_interest_waiver_bp: 'waive_interest_bp',
} as const satisfies Record<string, keyof PlanRequest>

/**
 * What the customer asks for, from the newest fact of each name (ids grow with time). An instalment and a number of months
 * said in one message belong together; said in two, the later takes the earlier's place: whoever asked for 12 months and
 * then named 2,000 a month means the 2,000.
 */
export function requestedTerms(facts: readonly CaseFact[]): PlanRequest | null {
  const asked = facts.filter((fact) => fact.name in requestFacts)
  const [instalment, months] = ['offered_instalment', 'requested_months'].map((name) =>
    asked.find((fact) => fact.name === name),
  )
  const passed = instalment && months ? supersededOf(instalment, months) : undefined
  const terms = asked
    .filter((fact) => fact !== passed)
    .map((fact) => [requestFacts[fact.name as keyof typeof requestFacts], fact.value])
  return terms.length > 0 ? Object.fromEntries(terms) : null
}

function supersededOf(one: CaseFact, other: CaseFact): CaseFact | undefined {
  if (one.messageId !== null && one.messageId === other.messageId) return undefined
  return one.id < other.id ? one : other
}
