import type { EvidenceGrade } from '../cases/model.ts'
import { type ApprovalTerms, explainAuthority } from './authority.ts'
import { bankAlternative } from './bank-alternative.ts'
import { capacityOf, missingFigure, stressLimit } from './capacity.ts'
import { plannedProducts } from './credit-plan-parameters.ts'
import type { Offer, OffersInput, StressVerdict } from './model.ts'
import type { OfferParameters } from './parameters.ts'
import { totalOwed } from './situation.ts'

/** Both sides of one offer for the approver, never for the customer; minor units and basis points. */
export type RiskView = {
  bank: {
    value: number
    /** What the bank may expect without a plan. The floor is no part of this: no screen shows it. */
    alternative: number
    above_alternative: number
    value_bp: number
    waived: number
  }
  customer: {
    largest_instalment: number
    /** Left a month after every payment in the heaviest month. */
    left_over: number
    load_bp: number
    stress: (StressVerdict & { left_over: number })[]
    /** Months of living costs the liquid assets cover after a down payment; null without living costs. */
    reserve_months: number | null
    weakest_evidence: EvidenceGrade
  }
  /** Why that authority: limits passed below it, and whether earlier waivers, not this plan alone, raise it. */
  authority: { rules: string[]; split: boolean }
  fairness: { used: string[]; not_used: string[] }
}

const used = [
  'product',
  'debt',
  'income',
  'essential',
  'priority_debts',
  'other_debt_service',
  'liquid_assets',
  'request',
]
/** Read for care and holds, never for the figures: like customers get like offers. */
const notUsed = ['age', 'signals', 'name', 'sex', 'language', 'region']

/** The risk view of an offer; null when the product has no plan policy or a figure is missing. */
export function riskView(offer: Offer, input: OffersInput, parameters: OfferParameters): RiskView | null {
  const product = plannedProducts.find((planned) => planned === input.product)
  if (!product || missingFigure(input) !== null) return null
  const capacity = capacityOf(input, parameters)
  const owed = totalOwed(input)
  const { days_past_due } = input.debt
  const alternative = Math.round(bankAlternative({ product, days_past_due, owed }, parameters.creditPlans))
  const interest = offer.schedule.reduce((sum, row) => sum + row.interest, 0)
  const down = offer.total - offer.financed - interest
  const instalments = down > 0 ? offer.schedule.slice(1) : offer.schedule
  const largest = instalments.reduce((most, row) => Math.max(most, row.amount), 0)
  const left = (incomeBp: number) => stressLimit(capacity, incomeBp) - largest
  const { rules, split } = explainAuthority(termsOf(offer, input), parameters, input.prior_waivers)
  return {
    bank: {
      value: offer.pv,
      alternative,
      above_alternative: offer.pv - alternative,
      value_bp: owed === 0 ? 0 : Math.round((offer.pv * 10_000) / owed),
      waived: Object.values(offer.waived).reduce((sum, part) => sum + part, 0),
    },
    customer: {
      largest_instalment: largest,
      left_over: left(0),
      load_bp: offer.load_bp,
      stress: offer.stress.map((verdict) => ({ ...verdict, left_over: left(verdict.income_bp) })),
      reserve_months:
        capacity.essential === 0
          ? null
          : Math.floor(((capacity.liquid_assets - down) * 10) / capacity.essential) / 10,
      weakest_evidence: capacity.weakest_evidence,
    },
    authority: { rules, split },
    fairness: { used, not_used: notUsed },
  }
}

/** The terms of an offer as the authority table reads them. */
function termsOf(offer: Offer, { as_of, debt, other_owed }: OffersInput): ApprovalTerms {
  const { principal, interest, fees, default_charges, annual_rate_bp } = debt
  return {
    as_of,
    months: offer.months,
    owed: { principal, interest, fees, default_charges },
    ...(other_owed === undefined ? {} : { other_owed }),
    waived: offer.waived,
    contract_rate_bp: annual_rate_bp,
    plan_rate_bp: offer.plan_rate_bp,
  }
}
