import { assessPlan, offerOf } from '../offers/assess-plan.ts'
import { planOf } from '../offers/plan.ts'
import { situationFor } from '../offers/situation.ts'
import type { Strategy } from './strategy.ts'

const standardMonths = 36

/**
 * One standard plan for everybody who qualifies: level over three years, nothing waived, nothing negotiated, and no look
 * at what the customer can carry. Holds are respected.
 */
export const fixedStrategy: Strategy = (reported, parameters) => {
  const { situation } = situationFor(reported, parameters)
  const plan = 'reason' in situation ? null : planOf(situation, { months: standardMonths })
  const offers = plan && !('reason' in situation) ? [offerOf(assessPlan(plan, situation), situation)] : []
  return { opens: () => ({ offers }), answers: () => ({ offers }) }
}
