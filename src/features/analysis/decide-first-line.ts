import type { CaseKind, Intent, Signal } from '../cases/model.ts'

/** What the first-line assistant may do; it answers, asks and opens, and never agrees to anything. */
export const firstLineActions = [
  'person',
  'open_case',
  'gather',
  'clarify',
  'answer',
  'refuse',
  'abstain',
] as const
export type FirstLineAction = (typeof firstLineActions)[number]

export type FirstLineFacts = {
  intents: readonly Intent[]
  signals: readonly Signal[]
  /** Kind of the conversation's open case, if any. */
  openCase: CaseKind | null
  /** Published policy answers the question well enough. */
  answerable: boolean
}
export type FirstLineDecision = { action: FirstLineAction; kind?: CaseKind; why: Signal | Intent | 'default' }

const personSignals: readonly Signal[] = [
  'self_harm',
  'capacity_doubt',
  'claims_fraud',
  'third_party_present',
  'paid_agent',
  'wants_person',
  'refuses_automation',
]
const caseKindsByIntent: readonly (readonly [Intent, CaseKind])[] = [
  ['complaint', 'complaint'],
  ['repayment_difficulty', 'credit_hardship'],
  ['plan_request', 'credit_hardship'],
  ['counter_offer', 'credit_hardship'],
  ['transaction_dispute', 'complaint'],
  ['fee_waiver_request', 'fee_waiver'],
  ['fee_dispute', 'fee_waiver'],
  ['investment_doubt', 'investment_consultation'],
]
const hardshipSignals: readonly Signal[] = ['job_loss', 'income_drop', 'illness', 'disaster', 'overindebted']
const questions: readonly Intent[] = [
  'product_question',
  'risk_rating_question',
  'rate_or_fee_question',
  'credit_record_question',
  'card_or_account_service',
  'identity_help',
  'privacy_request',
]

/** The first fitting action by the fixed order of priority; a person always comes before anything else. */
export function decideFirstLine(facts: FirstLineFacts): FirstLineDecision {
  const signal = personSignals.find((one) => facts.signals.includes(one))
  if (signal) return { action: 'person', why: signal }
  const urgent = (['wants_person', 'fraud_report'] as const).find((one) => facts.intents.includes(one))
  if (urgent) return { action: 'person', why: urgent }
  if (!facts.openCase) {
    const opening = caseKindsByIntent.find(([intent]) => facts.intents.includes(intent))
    if (opening) return { action: 'open_case', kind: opening[1], why: opening[0] }
    const hardship = hardshipSignals.find((one) => facts.signals.includes(one))
    if (hardship) return { action: 'open_case', kind: 'credit_hardship', why: hardship }
  }
  const question = questions.find((one) => facts.intents.includes(one))
  if (question && facts.answerable) return { action: 'answer', why: question }
  if (facts.openCase) return { action: 'gather', why: 'default' }
  if (facts.answerable) return { action: 'answer', why: 'default' }
  return { action: 'abstain', why: 'default' }
}
