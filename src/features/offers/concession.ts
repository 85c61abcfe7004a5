import { type AssessedPlan, offerOf } from './assess-plan.ts'
import { type Bounds, boundsOf, type ConcessionStep } from './concession-bounds.ts'
import { type EmptyReason, type Offer, OffersInput, type PlanRequest, type Refusal } from './model.ts'
import { nearestPlans } from './nearest-plans.ts'
import type { OfferParameters } from './parameters.ts'
import type { Situation } from './plan.ts'
import { planBetween } from './plan-between.ts'
import { refusal } from './refusal.ts'
import { assessedRequest } from './request-verdict.ts'
import { shortestLevelPlan } from './shortest-level-plan.ts'
import { situationFor } from './situation.ts'
import { threeOffers } from './three-offers.ts'

/** What keeps back a request that policy itself allows. */
export type HeldBy = 'nothing_given' | 'round_cap' | 'concession_schedule' | 'value_reserve'
export type ConcessionWarning = 'unreciprocated' | 'capped' | 'person_with_reason'

export type NextConcession = Bounds & {
  outcome: 'concession'
  /** What to put on the table next, nearest to the request first; never more than was asked. */
  offers: Offer[]
  /** Whether the first of them is the request itself. */
  granted: boolean
  held_by: HeldBy[]
  /** Value the nearest of them gives up against the table. */
  given: number
  warnings: ConcessionWarning[]
}
export type NoConcession = { outcome: 'none'; reason: EmptyReason | 'no_request' }

/**
 * The next step toward what the customer asks (`request` in the input), held by the schedule, by the cap for one round and
 * by what is already on the table: nothing for nothing. With `byPerson` somebody has written down a reason: then policy
 * alone binds, and what the schedule would have kept back is flagged instead.
 */
export function nextConcession(
  input: unknown,
  history: readonly ConcessionStep[],
  received: string | null,
  parameters: OfferParameters,
  byPerson = false,
): NextConcession | NoConcession | Refusal {
  const parsed = OffersInput.safeParse(input)
  if (!parsed.success) return refusal(input, parsed.error)
  const { request, as_of } = parsed.data
  const { situation } = situationFor(parsed.data, parameters)
  if ('reason' in situation) return { outcome: 'none', reason: situation.reason }
  const base = shortestLevelPlan(situation)
  if (typeof base === 'string') return { outcome: 'none', reason: base }
  if (!request) return { outcome: 'none', reason: 'no_request' }

  const { plans } = threeOffers(base, situation)
  const bounds = boundsOf(base, plans, { as_of, history }, received, situation)
  const wanted = assessedRequest(request, situation)
  const inside = wanted.rules.length === 0 ? wanted.plan : null
  const granted = inside !== null && (byPerson || inside.pv >= bounds.target)
  const next = granted ? [inside] : towards(request, plans, bounds.target, situation)
  const given = next[0] ? Math.max(0, bounds.table - next[0].pv) : 0
  return {
    outcome: 'concession',
    ...bounds,
    offers: next.map((plan) => offerOf(plan, situation)),
    granted,
    held_by: inside === null || granted ? [] : [heldBy(inside.pv, received, bounds)],
    given,
    warnings: [
      ...(given > 0 && received === null ? (['unreciprocated'] as const) : []),
      ...(bounds.capped && !granted && given > 0 ? (['capped'] as const) : []),
      ...(inside !== null && inside.pv < bounds.reserve ? (['person_with_reason'] as const) : []),
    ],
  }
}

/** The nearest plans worth the target, and always the longest level one: what a lower instalment can be brought to. */
function towards(
  request: PlanRequest,
  plans: readonly AssessedPlan[],
  target: number,
  situation: Situation,
): AssessedPlan[] {
  const { count } = situation.parameters.creditPlans.shapes
  const between = planBetween(request, target, situation)
  const near = nearestPlans(request, between ? [...plans, between] : plans, situation).filter(
    (plan) => plan.pv >= target,
  )
  const first = near.slice(0, count)
  if (!between || first.some((plan) => isLike(plan, between))) return first
  return [...first.slice(0, count - 1), between]
}

function isLike(one: AssessedPlan, other: AssessedPlan): boolean {
  return one.shape === other.shape && one.months === other.months && one.down_payment === other.down_payment
}

function heldBy(wanted: number, received: string | null, { reserve, capped }: Bounds): HeldBy {
  if (wanted < reserve) return 'value_reserve'
  if (received === null) return 'nothing_given'
  return capped ? 'round_cap' : 'concession_schedule'
}
