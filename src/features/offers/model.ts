import { z } from 'zod'
import { EvidenceGrade, Signal } from '../cases/model.ts'
import type { Authority } from '../identity/model.ts'

/**
 * An offer is one repayment plan the bank's policy allows and the customer can afford, computed here and nowhere
 * else. Money in integer minor units of CNY, rates in basis points a year, terms in months (contracts.md, `offers`).
 */
const planShapes = ['level', 'step_up', 'grace', 'down_payment'] as const
export type PlanShape = (typeof planShapes)[number]

const emptyReasons = [
  'signal_hold',
  'not_eligible',
  'evidence_missing',
  'capacity_zero',
  'term_cap',
  'value_floor',
] as const
export type EmptyReason = (typeof emptyReasons)[number]

/** What a person does next when there is nothing to offer. */
export const emptyRoutes: Record<EmptyReason, string> = {
  signal_hold: 'person_clears_signal',
  not_eligible: 'answer_without_plan',
  evidence_missing: 'ask_customer',
  capacity_zero: 'hold_and_debt_advice',
  term_cap: 'committee_or_debt_advice',
  value_floor: 'person_with_reason',
}

const products = ['credit_card', 'consumer_loan', 'mortgage', 'small_business'] as const
const Product = z.enum(products)

export const Minor = z.int().min(0).max(10_000_000_000_000)
/** A figure somebody may not know yet: null is a question to ask, never zero. */
const Figure = Minor.nullable()
const LocalDate = z.iso.date()
/** A century is enough for any date the bank decides on; beyond it the caller has erred. */
const DecisionDate = LocalDate.refine((date) => date >= '2000-01-01' && date <= '2099-12-31', {
  error: 'lies outside 2000 to 2099',
})
const Cny = z.literal('CNY').optional()
const ShareBp = z.number().min(0).max(10_000)

/** A rate with at most two decimals of a basis point; above 100 % a year is an error of the caller. */
const AnnualRateBp = ShareBp.refine((bp) => Math.abs(bp * 100 - Math.round(bp * 100)) < 1e-6, {
  error: 'a rate has at most two decimals',
})

const Income = z.object({
  monthly: Figure,
  kind: z.enum(['salary', 'variable', 'other']),
  evidence: EvidenceGrade,
  currency: Cny,
})
const Essential = z.object({
  monthly: Figure,
  label: z.string().max(200).optional(),
  evidence: EvidenceGrade,
  currency: Cny,
})

const Debt = z.object({
  principal: Minor,
  interest: Minor,
  fees: Minor,
  default_charges: Minor,
  annual_rate_bp: AnnualRateBp,
  days_past_due: z.int().min(0).max(36_500),
  maturity: LocalDate.nullish(),
  currency: Cny,
})

const Customer = z
  .object({
    income: z.array(Income).max(50),
    essential: z.array(Essential).max(50),
    priority_debts_monthly: Figure,
    priority_loan_part_monthly: Figure.optional(),
    other_debt_service_monthly: Figure,
    liquid_assets: Figure,
    willing: z.boolean(),
    age: z.int().min(16).max(110).nullish(),
    signals: z.array(Signal).max(100),
    cleared: z.array(Signal).max(100).optional(),
    currency: Cny,
  })
  .refine(
    ({ priority_loan_part_monthly: part, priority_debts_monthly: whole }) =>
      part == null || whole == null || part <= whole,
    { path: ['priority_loan_part_monthly'], error: 'is more than all priority debts' },
  )

export const PlanRequest = z.object({
  months: z.int().min(1).max(1200).nullish(),
  instalment: Minor.min(1).nullish(),
  first_payment: Minor.nullish(),
  waive_fees_bp: ShareBp.nullish(),
  waive_interest_bp: ShareBp.nullish(),
  start: LocalDate.nullish(),
})
export type PlanRequest = z.infer<typeof PlanRequest>

/** A waiver granted before on the same customer's debts: limits count over a window, so a request cannot be split. */
export const PriorWaiver = z.object({
  date: LocalDate,
  fees: Minor.default(0),
  default_charges: Minor.default(0),
  interest: Minor.default(0),
  principal: Minor.default(0),
})
export type PriorWaiver = z.infer<typeof PriorWaiver>

export const OffersInput = z.object({
  id: z.string().min(1).max(200),
  as_of: DecisionDate,
  currency: z.literal('CNY'),
  product: Product,
  debt: Debt,
  customer: Customer,
  request: PlanRequest.nullish(),
  /** Owed on the other accounts of the same case; counts for authority only. */
  other_owed: Minor.optional(),
  prior_waivers: z.array(PriorWaiver).max(500).optional(),
})
export type OffersInput = z.infer<typeof OffersInput>

export type Waived = { fees: number; default_charges: number; interest: number; principal: number }
export type ScheduleRow = { date: string; amount: number; principal: number; interest: number }
export type StressVerdict = { income_bp: number; sustainable: boolean }

export type Offer = {
  shape: PlanShape
  months: number
  /** Row 0 is the down payment where there is one; grace months have no row. */
  schedule: ScheduleRow[]
  total: number
  financed: number
  waived: Waived
  plan_rate_bp: number
  apr_nominal_bp: number
  apr_effective_bp: number
  /** Internal: value of the plan to the bank, never shown to a customer. */
  pv: number
  load_bp: number
  stress: StressVerdict[]
  authority: Authority
  rules: string[]
  /** Last local date on which the offer may be accepted. */
  valid_until: string
}

export type RequestVerdict = {
  inside: boolean
  /** Ids of the rules that refuse the request; empty when it is inside. */
  rules: string[]
  /** Who could approve it; null when nobody may. */
  authority: Authority | null
  nearest: Offer[]
}

type Answer = {
  id: string
  /** Null while a figure is missing. */
  capacity: { disposable: number; max_instalment: number } | null
  offers: Offer[]
  /** Why there are fewer than three offers. */
  notes: string[]
  request_verdict: RequestVerdict | null
  parameters: { version: string; hash: string }
}
type OffersFound = Answer & { outcome: 'offers'; reason?: undefined; field?: undefined; route?: undefined }
type OffersEmpty = Answer & {
  outcome: 'empty'
  reason: EmptyReason
  /** JSON Pointer of the figure to ask for, with `evidence_missing`. */
  field?: string
  /** What a person does next. */
  route: string
}
export type OffersAnswer = OffersFound | OffersEmpty

export type Refusal = { id: string; outcome: 'refused'; field: string; message: string }
export type OffersResult = OffersAnswer | Refusal
