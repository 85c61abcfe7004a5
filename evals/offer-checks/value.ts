import { type Input, type Offer, owedOf, partsOf, sum, type ValueParameters } from './figures.ts'

/** Value of a plan by the formula of ARCHITECTURE, "Value of a plan", in real numbers, month by month. */
export function planWorth(offer: Offer, input: Input, { creditPlans }: ValueParameters): number {
  const { value } = creditPlans
  const { down, rows } = partsOf(offer, input)
  const monthly = value.discount_monthly_bp[input.product]! / 10_000
  const { hazard } = value
  const stated = input.customer.income.some((item) => item.evidence === 'stated')
  const risk =
    (hazard.base_bp / 10_000) *
    Math.exp((hazard.load_slope * (offer.load_bp - hazard.load_pivot_bp)) / 10_000) *
    (stated ? hazard.stated_income_bp / 10_000 : 1) *
    (down ? hazard.down_payment_bp / 10_000 : 1)
  const breaks = Math.min(Math.max(risk, 0), hazard.cap_bp / 10_000)
  const revived = value.waivers_revive_on_default ? sum(Object.values(offer.waived)) : 0
  const paidIn = new Map(rows.map((row) => [row.month, row]))
  let worth = down?.amount ?? 0
  let balance = offer.financed
  let accrued = 0
  for (let month = 1; month <= offer.months; month++) {
    accrued += (balance * offer.plan_rate_bp) / 120_000
    const survived = (1 - breaks) ** (month - 1)
    const recovered = (value.recovery_bp / 10_000) * (balance + accrued + revived)
    worth += (survived * breaks * recovered) / (1 + monthly) ** (month + value.recovery_lag_months)
    const row = paidIn.get(month)
    if (!row) continue
    worth += (survived * (1 - breaks) * row.amount) / (1 + monthly) ** month
    balance -= row.principal
    accrued = 0
  }
  return worth
}

type Table = { cure_bp: number[][]; cure_months: number[]; recovery_bp: number[]; recovery_months: number[] }

/** The least a plan may be worth: floor or the bank's alternative, whichever is more. */
export function leastValue(input: Input, { creditPlans }: ValueParameters): number {
  const owed = owedOf(input)
  const { bands, buckets, cost } = creditPlans.alternative
  const table = creditPlans.alternative[input.product] as Table
  const bucket = buckets.filter((limit) => input.debt.days_past_due >= limit).length
  const band = bands.filter((limit) => owed > limit).length
  const growth = 1 + creditPlans.value.discount_monthly_bp[input.product]! / 10_000
  const cure = table.cure_bp[bucket]![band]! / 10_000
  const cured = (cure * owed) / growth ** table.cure_months[bucket]!
  const recovered =
    ((1 - cure) * (table.recovery_bp[bucket]! / 10_000) * owed) / growth ** table.recovery_months[bucket]!
  return Math.max((creditPlans.floor_bp[input.product]! / 10_000) * owed, cured + recovered - cost[band]!)
}
