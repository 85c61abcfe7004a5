import { type AssessedPlan, assessPlan } from './assess-plan.ts'
import { shareDown } from './minor-units.ts'
import type { EmptyReason, Waived } from './model.ts'
import { nothingWaived, planOf, type Situation } from './plan.ts'
import { monthsToRepay } from './schedule.ts'

/**
 * The admissible level plan with the least total cost: as short as the customer can carry, without waivers; where even
 * the longest term is too short, with the smallest waiver of charges, then interest, that makes it fit. Otherwise why
 * there is none. It is never made longer to be worth more.
 */
export function shortestLevelPlan(situation: Situation): AssessedPlan | EmptyReason {
  const { parameters, product, limit, owed, rate_bp } = situation
  const { plans, capacity } = parameters.creditPlans
  const cap = plans[product].max_months
  if (limit < capacity.min_instalment) return 'term_cap'
  const months = monthsToRepay(owed, rate_bp, limit, cap)
  const waived = months === null ? necessaryWaiver(situation, cap) : nothingWaived
  const plan = waived && planOf(situation, { months: months ?? cap, waived })
  if (!plan) return 'term_cap'
  const assessed = assessPlan(plan, situation)
  if (assessed.breaches.length === 0) return assessed
  return assessed.breaches.includes('value_floor') ? 'value_floor' : 'term_cap'
}

/** What must be waived for the longest term to fit the customer's limit, to the cent; null where policy allows less. */
function necessaryWaiver({ input, parameters, owed, rate_bp, limit }: Situation, cap: number): Waived | null {
  const { relief } = parameters.creditPlans
  const { debt } = input
  const needed = owed - mostRepaid(owed, rate_bp, limit, cap)
  const share = (amount: number, bp: number) => shareDown(amount, bp, 10_000)
  const default_charges = Math.min(needed, share(debt.default_charges, relief.max_charges_bp))
  const fees = Math.min(needed - default_charges, share(debt.fees, relief.max_charges_bp))
  const interest = Math.min(needed - default_charges - fees, share(debt.interest, relief.max_interest_bp))
  if (default_charges + fees + interest < needed) return null
  return { fees, default_charges, interest, principal: 0 }
}

/** The largest sum a level instalment of `limit` repays within `cap` months. */
function mostRepaid(owed: number, rateBp: number, limit: number, cap: number): number {
  let within = 0
  let beyond = owed
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2)
    if (monthsToRepay(middle, rateBp, limit, cap) === null) beyond = middle
    else within = middle
  }
  return within
}
