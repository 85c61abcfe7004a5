import { type AskableScenario, askableScenarios } from './brief.ts'
import type { Standing } from './choose-scenario.ts'

/** What a reply may be for where the case stands: what its writers would refuse is left out. Pure. */
export function fittingScenarios(standing: Standing): AskableScenario[] {
  const { kind, held, verified, missing, set, handed, agreed, answerable } = standing
  const plans = kind === 'credit_hardship' && verified && !held && set?.outcome === 'offers' && !agreed
  const fits: Record<AskableScenario, boolean> = {
    acknowledge: true,
    question: false,
    gather: missing > 0,
    offer: plans,
    offers: plans,
    no_offer: kind === 'credit_hardship' && verified && !held && set?.outcome === 'empty',
    counter: plans && set.asked,
    decline_ack: plans && handed === 'declined',
    complaint: kind === 'complaint',
    fee_waiver: kind === 'fee_waiver',
    suitability: kind === 'investment_consultation' && verified,
    policy_answer: answerable,
    follow_up: agreed && verified,
  }
  return askableScenarios.filter((scenario) => fits[scenario])
}
