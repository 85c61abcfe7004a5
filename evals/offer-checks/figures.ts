/** What the checks read: the engine's input and output as JSON, and nothing of its code. Money in minor units. */
export type Item = { monthly: number | null; kind?: string; evidence: string }
export type Input = {
  id: string
  as_of: string
  currency: string
  product: string
  debt: {
    principal: number
    interest: number
    fees: number
    default_charges: number
    annual_rate_bp: number
    days_past_due: number
  }
  customer: {
    income: Item[]
    essential: Item[]
    priority_debts_monthly: number | null
    priority_loan_part_monthly?: number | null
    other_debt_service_monthly: number | null
    liquid_assets: number | null
    willing: boolean
    signals: string[]
    cleared?: string[]
  }
  request?: {
    months?: number | null
    instalment?: number | null
    first_payment?: number | null
    waive_fees_bp?: number | null
    waive_interest_bp?: number | null
    start?: string | null
  } | null
  other_owed?: number
  prior_waivers?: {
    date: string
    fees?: number
    default_charges?: number
    interest?: number
    principal?: number
  }[]
}
export type Row = { date: string; amount: number; principal: number; interest: number }
export type Offer = {
  shape: string
  months: number
  schedule: Row[]
  total: number
  financed: number
  waived: { fees: number; default_charges: number; interest: number; principal: number }
  plan_rate_bp: number
  apr_nominal_bp: number
  apr_effective_bp: number
  pv: number
  load_bp: number
  stress: { income_bp: number; sustainable: boolean }[]
  authority: string
  rules: string[]
}
export type Output = {
  id: string
  outcome: 'offers' | 'empty' | 'refused'
  reason?: string
  field?: string
  message?: string
  capacity: { disposable: number; max_instalment: number } | null
  offers: Offer[]
  notes: string[]
  request_verdict: { inside: boolean; rules: string[]; authority: string | null; nearest: Offer[] } | null
  parameters: { version: string; hash: string }
}
/** The part of `offers --parameters` that the value of a plan needs. */
export type ValueParameters = {
  creditPlans: {
    plans: Record<string, { rate_cap_bp: number }>
    value: {
      discount_monthly_bp: Record<string, number>
      recovery_bp: number
      recovery_lag_months: number
      waivers_revive_on_default: boolean
      hazard: {
        base_bp: number
        load_slope: number
        load_pivot_bp: number
        stated_income_bp: number
        down_payment_bp: number
        cap_bp: number
      }
    }
    floor_bp: Record<string, number>
    alternative: { bands: number[]; buckets: number[]; cost: number[] } & Record<string, unknown>
  }
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export function owedOf({ debt }: Input): number {
  return debt.principal + debt.interest + debt.fees + debt.default_charges
}

export type Budget = {
  income: number
  lost: number
  service: number
  costs: number
  liquid: number
  limit: number
}

/** The customer's month as ARCHITECTURE, "Capacity", counts it; null while a figure is unknown. */
export function budgetOf({ customer }: Input): Budget | null {
  const { income, essential } = customer
  const priority = customer.priority_debts_monthly
  const other = customer.other_debt_service_monthly
  const liquid = customer.liquid_assets
  const loan = customer.priority_loan_part_monthly
  const lists = [...income, ...essential].some((item) => item.monthly === null)
  if (income.length === 0 || essential.length === 0 || lists) return null
  if (priority === null || other === null || liquid === null || loan === null) return null
  const counted = sum(
    income.map(({ monthly, kind }) =>
      kind === 'variable' ? Number((BigInt(monthly!) * 8n) / 10n) : monthly!,
    ),
  )
  const costs = sum(essential.map((item) => item.monthly!))
  const service = (loan ?? priority) + other
  const lost = costs + priority + other
  const share = Number((BigInt(Math.max(0, counted - lost)) * 85n) / 100n)
  const ceiling = Number((BigInt(counted) * 55n) / 100n) - service
  return { income: counted, lost, service, costs, liquid, limit: Math.max(0, Math.min(share, ceiling)) }
}

/** Largest instalment with a tenth of the income gone. */
export function stressedLimit({ income, lost }: Budget, incomeBp: number): number {
  return Number((BigInt(income) * BigInt(10_000 + incomeBp)) / 10_000n) - lost
}

/** One month's interest, half up to a minor unit, in big integers; the rate has at most two decimals. */
export function interestOf(balance: number, rateBp: number): number {
  const units = BigInt(Math.round(rateBp * 100))
  return Number((BigInt(balance) * units * 2n + 12_000_000n) / 24_000_000n)
}

/** The same day some months later, clamped to the month's end. */
export function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** First due date: the one asked for when it lies within 60 days, else a month after the decision. */
export function firstDue({ as_of, request }: Input): string {
  const start = request?.start
  if (start && start > as_of && daysBetween(as_of, start) <= 60) return start
  return monthsLater(as_of, 1)
}

/** An offer taken apart: down payment, instalments and the month each falls in (1 is the first due month). */
export function partsOf(offer: Offer, input: Input): { down: Row | null; rows: (Row & { month: number })[] } {
  const down = offer.shape === 'down_payment' ? (offer.schedule[0] ?? null) : null
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const start = index(firstDue(input)) - 1
  const rows = (down ? offer.schedule.slice(1) : offer.schedule).map((row) => ({
    ...row,
    month: index(row.date) - start,
  }))
  return { down, rows }
}
