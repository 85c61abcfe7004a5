import type { PlanRequest } from '../offers/model.ts'
import { downPaymentOf, largestInstalment, type OfferTerms } from '../offers/store.ts'
import type { WhyCode } from './brief-offer.ts'

/** What is known of a plan beside its terms: what was asked, the plans beside it, how it stands a fall in income. */
export type PlanSetting = {
  request: Pick<PlanRequest, 'months' | 'instalment'> | null
  others: readonly OfferTerms[]
  /** Verdicts on a fall in income, the mildest first. */
  stress: readonly { income_bp: number; sustainable: boolean }[]
}

/** Why a plan suits this customer, as codes: what they asked for first, then its shape, cost and what it leaves. */
export function whyThisPlan(terms: OfferTerms, { request, others, stress }: PlanSetting): WhyCode[] {
  const largest = largestInstalment(terms)
  const asked = request?.instalment ?? null
  const cheapest = others.length > 0 && others.every((other) => terms.total <= other.total)
  const shapes: Partial<Record<string, WhyCode>> = { step_up: 'starts_low', grace: 'breathing_space' }
  const shape = shapes[terms.shape] ?? (downPaymentOf(terms) > 0 ? 'smaller_rest' : null)
  return [
    ...(asked !== null && asked === terms.schedule.at(0)?.amount ? (['matches_instalment'] as const) : []),
    ...(asked !== null && largest < asked ? (['below_instalment'] as const) : []),
    ...(request?.months === terms.months ? (['matches_months'] as const) : []),
    ...(shape ? [shape] : []),
    ...(cheapest ? (['least_cost'] as const) : []),
    ...(stress.length > 1 && stress.every((one) => one.sustainable) ? (['withstands'] as const) : []),
    'leaves_room',
  ]
}
