import type { CreditPlanParameters, PlannedProduct } from './credit-plan-parameters.ts'
import { shareHalfUp } from './minor-units.ts'

export type DebtPosition = { product: PlannedProduct; days_past_due: number; owed: number }

/**
 * What the bank may expect without a plan, in minor units, not rounded (rules.md 6, Bank's alternative). Depends on
 * product, days past due and balance only, never on the customer's income.
 */
export function bankAlternative(
  { product, days_past_due, owed }: DebtPosition,
  policy: CreditPlanParameters,
): number {
  const { buckets, bands, cost, ...tables } = policy.alternative
  const table = tables[product]
  const bucket = firstIndex(buckets, (limit) => days_past_due < limit)
  const band = firstIndex(bands, (limit) => owed <= limit)
  const growth = 1 + policy.value.discount_monthly_bp[product] / 10_000
  const cure = table.cure_bp[bucket]![band]! / 10_000
  const cured = (cure * owed) / growth ** table.cure_months[bucket]!
  const recovered =
    ((1 - cure) * (table.recovery_bp[bucket]! / 10_000) * owed) / growth ** table.recovery_months[bucket]!
  return cured + recovered - cost[band]!
}

function firstIndex(limits: readonly number[], within: (limit: number) => boolean): number {
  const index = limits.findIndex(within)
  return index < 0 ? limits.length : index
}

/** The least a plan may be worth to the bank: its floor or its alternative, whichever is more. Never shown outside. */
export function leastValue(position: DebtPosition, policy: CreditPlanParameters): number {
  const floor = shareHalfUp(position.owed, policy.floor_bp[position.product], 10_000)
  return Math.max(floor, bankAlternative(position, policy))
}
