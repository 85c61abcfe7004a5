import { monthlyInterest } from './minor-units.ts'
import type { PlanRow } from './schedule.ts'

export type ValueTerms = {
  down_payment: number
  financed: number
  rate_bp: number
  rows: readonly PlanRow[]
  /** Waived sum that comes back when the plan is broken; 0 where waivers are final. */
  revived: number
}

export type ValueRates = {
  /** `h`: chance of breaking the plan in a month. */
  hazard: number
  /** `k`: the bank's discount rate a month. */
  discount: number
  /** `ρ`: share of what is owed recovered after a break, net of cost. */
  recovery: number
  /** `L`: months from a break to the recovery. */
  lag: number
}

/**
 * Present value of a plan to the bank in minor units, not rounded (rules.md 6, Value of a plan):
 * `x0 + Σ S_t·x_t/(1+k)^t + Σ (S_{t−1}−S_t)·ρ·B_t/(1+k)^{t+L}`, B_t owed just before month t with accrued interest.
 * Every month counts, grace months too.
 */
export function planValue(terms: ValueTerms, rates: ValueRates): number {
  const monthDiscount = 1 / (1 + rates.discount)
  const recovered = rates.recovery * monthDiscount ** rates.lag
  let value = terms.down_payment
  let balance = terms.financed
  let accrued = 0
  let survival = 1
  let discount = 1
  let month = 0
  for (const row of terms.rows) {
    while (month < row.month) {
      month++
      discount *= monthDiscount
      accrued += monthlyInterest(balance, terms.rate_bp)
      value += survival * rates.hazard * recovered * (balance + accrued + terms.revived) * discount
      survival *= 1 - rates.hazard
    }
    value += survival * row.amount * discount
    balance -= row.principal
    accrued = 0
  }
  return value
}

export type HazardTerms = { load_bp: number; stated_income: boolean; down_payment: boolean }

/** Monthly chance of breaking a plan: rises with the customer's load, with stated income, falls with a down payment. */
export function hazardOf(
  terms: HazardTerms,
  policy: {
    base_bp: number
    load_slope: number
    load_pivot_bp: number
    stated_income_bp: number
    down_payment_bp: number
    cap_bp: number
  },
): number {
  const load = Math.exp((policy.load_slope * (terms.load_bp - policy.load_pivot_bp)) / 10_000)
  const stated = terms.stated_income ? policy.stated_income_bp / 10_000 : 1
  const down = terms.down_payment ? policy.down_payment_bp / 10_000 : 1
  return Math.min(Math.max((policy.base_bp / 10_000) * load * stated * down, 0), policy.cap_bp / 10_000)
}
