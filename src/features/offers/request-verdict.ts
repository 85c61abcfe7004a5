import { type AssessedPlan, assessPlan, offerOf } from './assess-plan.ts'
import type { PlanRequest, RequestVerdict } from './model.ts'
import { nearestPlans } from './nearest-plans.ts'
import type { Situation } from './plan.ts'
import { requestedPlan } from './requested-plan.ts'
import { isStartAllowed } from './situation.ts'

const nearestCount = 3

/**
 * Whether somebody at the bank could approve what the customer asks for, by which rules not, and the nearest plans that
 * are admissible; for a request inside, the plan it asks for itself (issue: counter-offers).
 */
export function requestVerdict(
  request: PlanRequest,
  offered: readonly AssessedPlan[],
  situation: Situation,
): RequestVerdict {
  const { plan, rules } = assessedRequest(request, situation)
  const inside = plan !== null && rules.length === 0
  const nearest = inside ? [plan] : nearestPlans(request, offered, situation).slice(0, nearestCount)
  return {
    inside,
    rules,
    authority: plan?.authority ?? null,
    nearest: nearest.map((near) => offerOf(near, situation)),
  }
}

/** The requested plan with its assessment, and every rule that refuses it. */
export function assessedRequest(
  request: PlanRequest,
  situation: Situation,
): { plan: AssessedPlan | null; rules: string[] } {
  const { input, parameters } = situation
  const read = requestedPlan(request, situation)
  const plan = read.plan && assessPlan(read.plan, situation)
  const start =
    request.start == null || isStartAllowed(request.start, input.as_of, parameters) ? [] : ['start_window']
  return { plan, rules: [...read.rules, ...(plan?.breaches ?? []), ...start] }
}
