import { offerOf } from './assess-plan.ts'
import { emptyRoutes, OffersInput, type OffersResult } from './model.ts'
import type { OfferParameters } from './parameters.ts'
import { refusal } from './refusal.ts'
import { requestVerdict } from './request-verdict.ts'
import { shortestLevelPlan } from './shortest-level-plan.ts'
import { situationFor } from './situation.ts'
import { threeOffers } from './three-offers.ts'

/**
 * Up to three repayment offers the customer can carry and the bank can accept, or the reason there are none, and a
 * verdict on what the customer asked for (contracts.md, `offers`; rules.md 1, 6, 7, 8). Pure: same input, same answer.
 * An input that breaks the schema is refused with the JSON Pointer of the field; nothing is thrown.
 */
export function computeOffers(input: unknown, parameters: OfferParameters): OffersResult {
  const parsed = OffersInput.safeParse(input)
  if (!parsed.success) return refusal(input, parsed.error)
  const { id, request } = parsed.data
  const { capacity, situation } = situationFor(parsed.data, parameters)
  const answer = {
    id,
    capacity: capacity && { disposable: capacity.disposable, max_instalment: capacity.max_instalment },
    offers: [],
    notes: [],
    parameters: { version: parameters.version, hash: parameters.hash },
  }

  if ('reason' in situation) {
    const { reason } = situation
    const request_verdict =
      request && reason !== 'signal_hold'
        ? { inside: false, rules: [reason], authority: null, nearest: [] }
        : null
    return { ...answer, outcome: 'empty', ...situation, route: emptyRoutes[reason], request_verdict }
  }

  const base = shortestLevelPlan(situation)
  const { plans, notes } = typeof base === 'string' ? { plans: [], notes: [] } : threeOffers(base, situation)
  const request_verdict = request ? requestVerdict(request, plans, situation) : null
  if (typeof base === 'string')
    return { ...answer, outcome: 'empty', reason: base, route: emptyRoutes[base], request_verdict }
  return {
    ...answer,
    outcome: 'offers',
    offers: plans.map((plan) => offerOf(plan, situation)),
    notes,
    request_verdict,
  }
}
