import { type AssessedPlan, assessPlan } from './assess-plan.ts'
import type { PlanRequest } from './model.ts'
import { planOf, type Situation } from './plan.ts'
import { monthsToRepay } from './schedule.ts'

/**
 * The longest level plan, up to the term asked for, that is still worth `least` to the bank (minor units), with the down
 * payment pledged; null when none is. Where a request lies too far, it is the step toward it.
 */
export function planBetween(request: PlanRequest, least: number, situation: Situation): AssessedPlan | null {
  const { parameters, product, rate_bp, limit, owed } = situation
  const down_payment = request.first_payment ?? 0
  const cap = parameters.creditPlans.plans[product].max_months
  const financed = owed - down_payment
  const shortest = financed > 0 ? monthsToRepay(financed, rate_bp, limit, cap) : null
  if (shortest === null) return null
  for (let months = Math.min(cap, askedMonths(request, financed, situation)); months >= shortest; months--) {
    const plan = planOf(situation, { months, down_payment })
    const assessed = plan && assessPlan(plan, situation)
    if (assessed && assessed.breaches.length === 0 && assessed.pv >= least) return assessed
  }
  return null
}

function askedMonths(request: PlanRequest, financed: number, situation: Situation): number {
  const { parameters, product, rate_bp, limit } = situation
  const cap = parameters.creditPlans.plans[product].max_months
  if (request.instalment == null && request.months != null) return request.months
  return monthsToRepay(financed, rate_bp, request.instalment ?? limit, cap) ?? cap
}
