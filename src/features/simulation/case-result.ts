import type { OfferParameters } from '../offers/parameters.ts'
import { totalOwed } from '../offers/situation.ts'
import type { CustomerParameters } from './customer-parameters.ts'
import type { SimulatedCustomer } from './draw-customer.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import type { Outcome } from './negotiate.ts'
import { type Truth, trueValue } from './true-zopa.ts'
import { concessionViolations, violationsOf } from './violations.ts'

/** One negotiation measured (ARCHITECTURE, "Simulator"). Shares and rates as fractions, `*rd` in days. */
export type CaseResult = {
  /** Whether the case counts: both sides had something to agree on. */
  zopa: boolean
  agreed: boolean
  /** Not one instalment more than 30 days late; false without an agreement. */
  kept: boolean
  rounds: number
  rr_nominal: number
  rr_pv: number
  over_concession_gap: number
  /** The part of the gap given away in agreements, and the part lost where none was reached. */
  gap_given: number
  gap_lost: number
  sr: number
  qrd: number
  hrd: number
  crd: number
  l1c: number
  l2c: number
  /** Variance of the wealth tier ÷ 2.25, the largest it can be. */
  atv: number
  violations: number
  /** Rule ids, for the report. */
  broken: string[]
}

const largestTierVariance = 2.25

export function resultOf(
  customer: SimulatedCustomer,
  truth: Truth | null,
  outcome: Outcome,
  policy: { offers: OfferParameters; customers: CustomerParameters },
): CaseResult {
  const { agreed, facts, concessions, rounds } = outcome
  const owed = totalOwed(facts)
  const ledger = ledgerOf(customer, agreed, policy.offers)
  const broken = [
    ...(agreed ? violationsOf(agreed, facts, policy.offers) : []),
    ...concessionViolations(concessions, owed, policy.offers),
  ]
  const obtained = truth && (agreed ? trueValue(agreed, truth) : truth.alternative)
  const gap = truth ? (truth.best.pv - obtained!) / owed : 0
  return {
    zopa: truth !== null,
    agreed: agreed !== null,
    kept: ledger.kept,
    rounds,
    ...recovered(ledger, owed, discountOf(customer, policy.offers)),
    over_concession_gap: gap,
    gap_given: agreed ? gap : 0,
    gap_lost: agreed ? 0 : gap,
    ...daysToShares(ledger, agreed?.total ?? null, policy.customers),
    ...health(ledger, customer.hidden.costs),
    violations: broken.length,
    broken,
  }
}

function discountOf({ truth }: SimulatedCustomer, { creditPlans }: OfferParameters): number {
  const { credit_card, consumer_loan } = creditPlans.value.discount_monthly_bp
  return (truth.product === 'consumer_loan' ? consumer_loan : credit_card) / 10_000
}

function recovered(
  { paid }: Ledger,
  owed: number,
  discount: number,
): Pick<CaseResult, 'rr_nominal' | 'rr_pv'> {
  let nominal = 0
  let present = 0
  paid.forEach((amount, month) => {
    nominal += amount
    present += amount / (1 + discount) ** month
  })
  return { rr_nominal: Math.min(1, nominal / owed), rr_pv: Math.min(1, present / owed) }
}

/** Day by which a quarter, half and all of the agreed sum was paid under the plan; never is the end of the horizon. */
function daysToShares(
  { paidOnPlan }: Ledger,
  total: number | null,
  { horizon_months, days_per_month }: CustomerParameters,
): Pick<CaseResult, 'qrd' | 'hrd' | 'crd'> {
  const never = horizon_months * days_per_month
  const dayOf = (share: number) => {
    if (total === null) return never
    let sum = 0
    const month = paidOnPlan.findIndex((amount) => {
      sum += amount
      return sum >= total * share - 1
    })
    return month < 0 ? never : month * days_per_month
  }
  return { qrd: dayOf(0.25), hrd: dayOf(0.5), crd: dayOf(1) }
}

function health({ assets }: Ledger, costs: number): Pick<CaseResult, 'sr' | 'l1c' | 'l2c' | 'atv'> {
  const months = assets.slice(1)
  const least = Math.min(...months)
  const tiers = months.map((held) => (held < 0 ? 0 : held < costs ? 1 : held < 3 * costs ? 2 : 3))
  const mean = tiers.reduce<number>((sum, tier) => sum + tier, 0) / tiers.length
  const variance = tiers.reduce<number>((sum, tier) => sum + (tier - mean) ** 2, 0) / tiers.length
  return {
    sr: least >= 0 ? 1 : 0,
    l1c: least >= costs ? 1 : 0,
    l2c: least >= 3 * costs ? 1 : 0,
    atv: variance / largestTierVariance,
  }
}
