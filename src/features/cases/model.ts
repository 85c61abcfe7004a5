import { z } from 'zod'

/**
 * A case is one matter between a customer and the bank that needs an agreement: it is opened by the
 * negotiation, worked by staff of its team, and moves through the five stages until it is closed.
 */
export const caseKinds = [
  'credit_hardship',
  'investment_consultation',
  'complaint',
  'fee_waiver',
  'general',
] as const
export const CaseKind = z.enum(caseKinds)
export type CaseKind = z.infer<typeof CaseKind>

export const stages = ['first_contact', 'analysis', 'proposal', 'agreement', 'follow_up', 'closed'] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

/** What a customer wants, as read from a message. */
export const intents = [
  'repayment_difficulty',
  'plan_request',
  'counter_offer',
  'accept_offer',
  'decline_offer',
  'fee_dispute',
  'fee_waiver_request',
  'transaction_dispute',
  'fraud_report',
  'complaint',
  'investment_doubt',
  'product_question',
  'risk_rating_question',
  'rate_or_fee_question',
  'credit_record_question',
  'balance_or_due_question',
  'card_or_account_service',
  'identity_help',
  'privacy_request',
  'status_question',
  'wants_person',
  'thanks_or_smalltalk',
  'out_of_scope',
] as const
export const Intent = z.enum(intents)
export type Intent = z.infer<typeof Intent>

/** What a message or a person has revealed about the customer's situation (signal table of the policy pack). */
export const signals = [
  'job_loss',
  'income_drop',
  'illness',
  'bereavement',
  'disaster',
  'self_harm',
  'capacity_doubt',
  'elderly',
  'disputes_debt',
  'claims_fraud',
  'wants_person',
  'complains',
  'names_regulator',
  'third_party_present',
  'paid_agent',
  'refuses_automation',
  'harassment_claim',
  'overindebted',
] as const
export const Signal = z.enum(signals)
export type Signal = z.infer<typeof Signal>

/** Signals that hold every offer until a person records a clearance. */
export const holdSignals: readonly Signal[] = [
  'self_harm',
  'capacity_doubt',
  'bereavement',
  'claims_fraud',
  'disputes_debt',
  'third_party_present',
]

/** Signals that stop collection and raise priority, while offers stay allowed. */
export const careSignals: readonly Signal[] = [
  'job_loss',
  'income_drop',
  'illness',
  'disaster',
  'overindebted',
]

/** Evidence grades of a figure, weakest first. */
export const evidenceGrades = ['stated', 'document', 'bank'] as const
export const EvidenceGrade = z.enum(evidenceGrades)
export type EvidenceGrade = z.infer<typeof EvidenceGrade>
