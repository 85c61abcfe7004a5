import { z } from 'zod'

const Minor = z.int().min(0)
const Bp = z.int().min(0).max(10_000)
const Months = z.int().min(0)
const Bilingual = z.object({ 'zh-Hans': z.string().min(1), en: z.string().min(1) })

/** Products the engine can plan for; another one is `not_eligible` until policy data has a row for it. */
export const plannedProducts = ['credit_card', 'consumer_loan'] as const
export type PlannedProduct = (typeof plannedProducts)[number]

function byProduct<S extends z.ZodType>(schema: S) {
  return z.object({ credit_card: schema, consumer_loan: schema })
}

const Alternative = z.object({
  cure_bp: z.array(z.array(Bp)),
  cure_months: z.array(Months),
  recovery_bp: z.array(Bp),
  recovery_months: z.array(Months),
})

const Contingent = z.object({
  name: Bilingual,
  trigger: Bilingual,
  standard: Bilingual,
  rate_bp: z.number().min(0).nullable(),
  contract_rate_multiple_bp: z.int().min(0).nullable(),
})

const Charge = z.object({ name: Bilingual, method: Bilingual })

const fields = {
  capacity: z.object({
    variable_income_bp: Bp,
    disposable_share_bp: Bp,
    debt_service_cap_bp: Bp,
    min_instalment: Minor.min(1),
    liquid_reserve_months: Months,
  }),
  stress: z.object({
    required_bp: z.int().min(-10_000).max(0),
    shown_bp: z.array(z.int().min(-10_000).max(0)).min(1),
  }),
  plans: byProduct(
    z.object({ max_months: z.int().min(1).max(60), rate_cap_bp: z.number().min(0), term_rule: z.string() }),
  ),
  due_dates: z.object({
    first_due_months: z.int().min(1),
    start_within_days: z.int().min(1),
    holidays: z.object({
      shift: z.enum(['none', 'following']),
      holidays: z.array(z.iso.date()),
      working_weekends: z.array(z.iso.date()),
    }),
  }),
  validity_days: z.int().min(1),
  shapes: z.object({
    count: z.int().min(1),
    band_bp: Bp,
    step_up: z.object({ every_months: z.int().min(1), max_steps: z.int().min(1), step_bp: z.array(Bp) }),
    grace: z.object({ months: z.array(z.int().min(1)) }),
    down_payment: z.object({ share_bp: z.array(Bp), round_to: z.int().min(1) }),
    waiver: z.object({ charges_bp: z.array(Bp), interest_bp: z.array(Bp) }),
  }),
  relief: z.object({ max_charges_bp: Bp, max_interest_bp: Bp }),
  value: z.object({
    discount_monthly_bp: byProduct(z.number().min(0)),
    recovery_bp: Bp,
    recovery_lag_months: Months,
    waivers_revive_on_default: z.boolean(),
    hazard: z.object({
      base_bp: z.number().min(0),
      load_slope: z.number(),
      load_pivot_bp: z.number(),
      stated_income_bp: z.number().min(0),
      down_payment_bp: z.number().min(0),
      cap_bp: Bp,
    }),
  }),
  floor_bp: byProduct(Bp),
  alternative: z.object({
    bands: z.array(Minor),
    buckets: z.array(z.int().min(1)),
    cost: z.array(Minor),
    ...byProduct(Alternative).shape,
  }),
  concession: z.object({
    kappa: z.number().min(0).max(1),
    beta: z.number().positive(),
    rounds: z.int().min(1),
    reserve_bp: Bp,
    round_cap_bp: Bp,
    window_days: z.int().min(1),
  }),
  fee_waivers: z.object({
    window_months: z.int().min(1),
    late_fee_kinds: z.array(z.string()),
    first_late_fee_per_window: z.int().min(0),
    goodwill_limits: z.object({
      agent: Minor.nullable(),
      lead: Minor.nullable(),
      manager: Minor.nullable(),
      committee: Minor.nullable(),
    }),
  }),
  cost_statement: z.object({
    recipient: Bilingual,
    plan_interest: Charge,
    annual_fee: Charge,
    service_fee: Charge,
    carried: z.object({
      principal: Bilingual,
      interest: Bilingual,
      fees: Bilingual,
      default_charges: Bilingual,
    }),
    contingent: byProduct(z.array(Contingent).min(1)),
    nothing_else: Bilingual,
  }),
}

/** Policy data of repayment plans: every number of rules.md 6, with units in the names. */
export const CreditPlanParameters = z.object(fields).superRefine((parameters, ctx) => {
  const { bands, buckets, cost } = parameters.alternative
  const refuse = (path: string[], message: string) => ctx.addIssue({ code: 'custom', path, message })
  if (cost.length !== bands.length + 1) refuse(['alternative', 'cost'], 'one cost per balance band')
  for (const product of plannedProducts) {
    const table = parameters.alternative[product]
    const rows = [table.cure_bp, table.cure_months, table.recovery_bp, table.recovery_months]
    if (rows.some((row) => row.length !== buckets.length + 1))
      refuse(['alternative', product], 'one row per bucket of days past due')
    if (table.cure_bp.some((row) => row.length !== bands.length + 1))
      refuse(['alternative', product, 'cure_bp'], 'one column per balance band')
  }
  if (!parameters.stress.shown_bp.includes(parameters.stress.required_bp))
    refuse(['stress', 'shown_bp'], 'shows the required stress too')
})
export type CreditPlanParameters = z.infer<typeof CreditPlanParameters>
