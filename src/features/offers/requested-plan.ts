import type { PlanRequest, Waived } from './model.ts'
import { financedOf, type Plan, planOf, planPaying, type Situation, waivedShares } from './plan.ts'
import { monthsToRepay } from './schedule.ts'

/** A request is read up to this term, so that the verdict can say by how much it is outside. */
const longestRead = 1200

export type ReadRequest = { plan: Plan | null; rules: string[] }

/**
 * The plan a customer asks for, exactly as asked: an instalment fixes the months and the months fix the instalment; with
 * both, the instalment stands and must repay within those months; with neither, the shortest plan the customer can carry.
 * When the terms make no plan, `rules` says why.
 */
export function requestedPlan(request: PlanRequest, situation: Situation): ReadRequest {
  const waived = requestedWaiver(request, situation)
  const down = request.first_payment ?? 0
  const financed = financedOf(situation, waived, down)
  if (financed <= 0) return { plan: null, rules: ['nothing_financed'] }
  if (request.instalment != null)
    return payingInstalment(request.instalment, request.months ?? null, { situation, waived, down, financed })
  const { product, parameters, rate_bp, limit } = situation
  const cap = parameters.creditPlans.plans[product].max_months
  const months = request.months ?? monthsToRepay(financed, rate_bp, limit, cap) ?? cap
  const plan = planOf(situation, { months, waived, down_payment: down })
  return plan ? { plan, rules: [] } : { plan: null, rules: ['min_instalment'] }
}

function payingInstalment(
  instalment: number,
  months: number | null,
  asked: { situation: Situation; waived: Waived; down: number; financed: number },
): ReadRequest {
  const { situation, waived, down, financed } = asked
  const { product, parameters, rate_bp } = situation
  const taken = monthsToRepay(financed, rate_bp, instalment, months ?? longestRead)
  if (taken !== null) return { plan: planPaying(situation, instalment, taken, waived, down), rules: [] }
  const rule = months === null ? parameters.creditPlans.plans[product].term_rule : 'does_not_repay'
  return { plan: null, rules: [rule] }
}

/** What the request would waive, minor units. */
export function requestedWaiver(request: PlanRequest, { input }: Situation): Waived {
  return waivedShares(input.debt, request.waive_fees_bp ?? 0, request.waive_interest_bp ?? 0)
}
