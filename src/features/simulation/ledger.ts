import type { Offer } from '../offers/model.ts'
import type { OfferParameters } from '../offers/parameters.ts'
import type { SimulatedCustomer } from './draw-customer.ts'
import { planIn } from './true-zopa.ts'

/** One customer's months after the negotiation (ARCHITECTURE, "Simulator"); minor units, index 0 is day 0. */
export type Ledger = {
  /** What the customer paid toward the debt, by plan, recovery or cure. */
  paid: number[]
  /** Assets after each month. */
  assets: number[]
  /** Whether no instalment was ever more than 30 days late. */
  kept: boolean
  /** Paid under the plan alone. */
  paidOnPlan: number[]
}

/**
 * `A_t = A_{t−1} + I_t − E_t − x_t`. Instalments are paid from income, assets and what family lends; one still open when the
 * next falls due is more than 30 days late and breaks the plan. A broken plan, or none, leaves the bank its recovery.
 */
export function ledgerOf(
  customer: SimulatedCustomer,
  agreed: Offer | null,
  parameters: OfferParameters,
): Ledger {
  const plan = agreed && planIn(agreed)
  const due = new Map(plan?.rows.map((row) => [row.month, row]))
  const paid = [plan?.down_payment ?? 0]
  const paidOnPlan = [paid[0]!]
  const assets = [customer.hidden.assets - paid[0]!]
  let arrears = 0
  let owing = plan?.financed ?? 0
  let kept = plan !== null
  const outside = plan ? new Map<number, number>() : alternativeOf(customer, parameters)
  customer.future.forEach((month, index) => {
    const t = index + 1
    const before = assets[index]! + month.income - month.costs
    const row = kept ? due.get(t) : undefined
    let payment = 0
    if (kept && (row || arrears > 0)) {
      payment = Math.max(0, Math.min(arrears + (row?.amount ?? 0), before + customer.hidden.borrowing))
      owing -= payment - (row?.interest ?? 0)
      kept = payment >= arrears
      arrears += (row?.amount ?? 0) - payment
      if (!kept) scheduleRecovery(outside, t, owing, parameters)
    }
    const other = outside.get(t) ?? 0
    paidOnPlan.push(payment)
    paid.push(payment + other)
    assets.push(before - payment - other)
  })
  return { paid, paidOnPlan, assets, kept: kept && arrears < 1 }
}

function scheduleRecovery(
  outside: Map<number, number>,
  month: number,
  owing: number,
  { creditPlans }: OfferParameters,
): void {
  const { recovery_bp, recovery_lag_months } = creditPlans.value
  outside.set(month + recovery_lag_months, (Math.max(0, owing) * recovery_bp) / 10_000)
}

/** What comes in when nothing is agreed: the debt cures after some months, or a part is recovered much later. */
function alternativeOf(
  { truth, cure }: SimulatedCustomer,
  { creditPlans }: OfferParameters,
): Map<number, number> {
  const { buckets, bands, credit_card, consumer_loan } = creditPlans.alternative
  const table = truth.product === 'consumer_loan' ? consumer_loan : credit_card
  const { principal, interest, fees, default_charges, days_past_due } = truth.debt
  const owed = principal + interest + fees + default_charges
  const bucket = buckets.filter((limit) => days_past_due >= limit).length
  const band = bands.filter((limit) => owed > limit).length
  if (cure * 10_000 < table.cure_bp[bucket]![band]!) return new Map([[table.cure_months[bucket]!, owed]])
  return new Map([[table.recovery_months[bucket]!, (owed * table.recovery_bp[bucket]!) / 10_000]])
}
