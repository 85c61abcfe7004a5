import type { PlannedProduct } from './credit-plan-parameters.ts'
import { shareHalfUp } from './minor-units.ts'
import type { Offer, OffersInput } from './model.ts'
import type { OfferParameters } from './parameters.ts'

type Bilingual = { 'zh-Hans': string; en: string }

/** The data of a cost statement (H6); words come from policy data, figures from the offer. Minor units, basis points. */
export type CostStatement = {
  currency: 'CNY'
  /** The sum the plan finances, after waivers and the down payment. */
  principal: number
  /** What that sum consists of before waivers and down payment, and how it gets there. */
  carried: { part: Bilingual; owed: number; waived: number }[]
  down_payment: number
  months: number
  /** Every charge under normal performance; one that is not charged stands with 0. */
  charges: {
    name: Bilingual
    method: Bilingual
    rate_bp: number | null
    amount: number
    recipient: Bilingual
  }[]
  total_cost: number
  total_repayable: number
  apr_nominal_bp: number
  apr_effective_bp: number
  /** What only default costs. */
  contingent: {
    name: Bilingual
    trigger: Bilingual
    standard: Bilingual
    rate_bp: number | null
    recipient: Bilingual
  }[]
  nothing_else: Bilingual
}

type Terms = {
  product: PlannedProduct
  debt: Pick<OffersInput['debt'], 'principal' | 'interest' | 'fees' | 'default_charges' | 'annual_rate_bp'>
}

/** The statement of everything one offer costs, to be read and confirmed before agreeing (H5, H6, H7). */
export function costStatement(
  offer: Offer,
  { product, debt }: Terms,
  parameters: OfferParameters,
): CostStatement {
  const policy = parameters.creditPlans.cost_statement
  const { recipient } = policy
  const interest = offer.schedule.reduce((sum, row) => sum + row.interest, 0)
  const uncharged = { rate_bp: null, amount: 0, recipient }
  const parts = ['principal', 'interest', 'fees', 'default_charges'] as const
  return {
    currency: 'CNY',
    principal: offer.financed,
    carried: parts.map((part) => ({
      part: policy.carried[part],
      owed: debt[part],
      waived: offer.waived[part],
    })),
    down_payment: offer.total - offer.financed - interest,
    months: offer.months,
    charges: [
      { ...policy.plan_interest, rate_bp: offer.plan_rate_bp, amount: interest, recipient },
      { ...policy.annual_fee, ...uncharged },
      { ...policy.service_fee, ...uncharged },
    ],
    total_cost: interest,
    total_repayable: offer.financed + interest,
    apr_nominal_bp: offer.apr_nominal_bp,
    apr_effective_bp: offer.apr_effective_bp,
    contingent: policy.contingent[product].map(({ contract_rate_multiple_bp: multiple, ...cost }) => {
      const rate_bp = multiple === null ? cost.rate_bp : rateTimes(debt.annual_rate_bp, multiple)
      return { ...cost, standard: withRate(cost.standard, rate_bp), rate_bp, recipient }
    }),
    nothing_else: policy.nothing_else,
  }
}

function rateTimes(bp: number, multipleBp: number): number {
  return shareHalfUp(Math.round(bp * 100), multipleBp, 10_000) / 100
}

/** Policy data leaves a place for a rate that depends on the contract. */
function withRate(text: Bilingual, rateBp: number | null): Bilingual {
  const shown = rateBp === null ? '' : `${(rateBp / 100).toFixed(2)}%`
  return { 'zh-Hans': text['zh-Hans'].replace('{rate}', shown), en: text.en.replace('{rate}', shown) }
}
