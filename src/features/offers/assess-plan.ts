import type { Authority } from '../identity/model.ts'
import { annualRate } from './annual-rate.ts'
import { type ApprovalTerms, explainAuthority, requiredAuthority } from './authority.ts'
import { addDays, dueDate } from './calendar.ts'
import { freeAssets, loadBp, stressLimit } from './capacity.ts'
import { shareDown } from './minor-units.ts'
import type { Offer, ScheduleRow, StressVerdict } from './model.ts'
import { type Plan, type Situation, waivedSum } from './plan.ts'
import { hazardOf, planValue } from './plan-value.ts'
import { monthsToRepay } from './schedule.ts'

/** A plan with everything a person weighs; `breaches` are the rules that refuse it, empty when it is admissible. */
export type AssessedPlan = Plan & {
  largest: number
  load_bp: number
  stress: StressVerdict[]
  pv: number
  authority: Authority | null
  breaches: string[]
}

/** A plan is admissible iff it passes policy, affordability, stress and value (rules.md 6, Bank's alternative). */
export function assessPlan(plan: Plan, situation: Situation): AssessedPlan {
  const { capacity, parameters, input } = situation
  const { stress } = parameters.creditPlans
  const largest = plan.rows.reduce((most, row) => Math.max(most, row.amount), 0)
  const load_bp = loadBp(capacity, largest)
  const terms = approvalTerms(plan, situation)
  const authority = requiredAuthority(terms, parameters, input.prior_waivers)
  const pv = Math.round(presentValue(plan, load_bp, situation))
  const breaches = [
    ...policyBreaches(plan, situation),
    ...affordabilityBreaches(largest, situation),
    ...(pv < situation.least ? ['value_floor'] : []),
    ...(authority === null ? beyondEveryone(terms, situation) : []),
  ]
  return {
    ...plan,
    largest,
    load_bp,
    stress: stress.shown_bp.map((income_bp) => ({
      income_bp,
      sustainable: largest <= stressLimit(capacity, income_bp),
    })),
    pv,
    authority,
    breaches: [...new Set(breaches)],
  }
}

/** Limits no role has; the term is left to the plan's own rule. */
function beyondEveryone(terms: ApprovalTerms, { parameters, input, product }: Situation): string[] {
  const { rules } = explainAuthority(terms, parameters, input.prior_waivers)
  const tooLong = terms.months > parameters.creditPlans.plans[product].max_months
  return rules.filter((rule) => !(tooLong && rule === 'authority_term'))
}

function approvalTerms(plan: Plan, { input }: Situation): ApprovalTerms {
  const { principal, interest, fees, default_charges, annual_rate_bp } = input.debt
  return {
    as_of: input.as_of,
    months: plan.months,
    owed: { principal, interest, fees, default_charges },
    other_owed: input.other_owed,
    waived: plan.waived,
    contract_rate_bp: annual_rate_bp,
    plan_rate_bp: plan.rate_bp,
  }
}

function presentValue(plan: Plan, load_bp: number, { parameters, product, capacity }: Situation): number {
  const { value } = parameters.creditPlans
  const hazard = hazardOf(
    { load_bp, stated_income: capacity.stated_income, down_payment: plan.down_payment > 0 },
    value.hazard,
  )
  return planValue(
    { ...plan, revived: value.waivers_revive_on_default ? waivedSum(plan.waived) : 0 },
    {
      hazard,
      discount: value.discount_monthly_bp[product] / 10_000,
      recovery: value.recovery_bp / 10_000,
      lag: value.recovery_lag_months,
    },
  )
}

function policyBreaches(plan: Plan, { parameters, product, capacity, limit }: Situation): string[] {
  const { plans, capacity: policy } = parameters.creditPlans
  const breaches: string[] = []
  if (plan.months > plans[product].max_months) breaches.push(plans[product].term_rule)
  if (plan.down_payment > freeAssets(capacity, parameters)) breaches.push('liquid_reserve')
  const first = plan.rows[0]!.amount
  if (first < policy.min_instalment) {
    const shortest = monthsToRepay(plan.financed, plan.rate_bp, limit, plan.months)
    if (shortest !== null && plan.months > shortest) breaches.push('min_instalment')
  }
  return breaches
}

function affordabilityBreaches(largest: number, { capacity, parameters, limit }: Situation): string[] {
  if (largest <= limit) return []
  const { capacity: policy, stress } = parameters.creditPlans
  const ceiling = shareDown(capacity.net_income, policy.debt_service_cap_bp, 10_000) - capacity.debt_service
  const share = shareDown(Math.max(0, capacity.disposable), policy.disposable_share_bp, 10_000)
  const breaches: string[] = []
  if (largest > share) breaches.push('capacity')
  if (largest > ceiling) breaches.push('H13')
  if (largest > stressLimit(capacity, stress.required_bp)) breaches.push('stress')
  return breaches
}

/** The offer as others read it: dates, totals, annual rates. Only for a plan somebody may approve. */
export function offerOf(plan: AssessedPlan, { input, parameters, first_due }: Situation): Offer {
  if (plan.authority === null) throw new RangeError('a plan nobody may approve is no offer')
  const { due_dates, validity_days } = parameters.creditPlans
  const schedule: ScheduleRow[] = plan.rows.map((row) => ({
    date: dueDate(first_due, row.month, due_dates.holidays),
    amount: row.amount,
    principal: row.principal,
    interest: row.interest,
  }))
  if (plan.down_payment > 0) {
    const { down_payment } = plan
    schedule.unshift({ date: input.as_of, amount: down_payment, principal: down_payment, interest: 0 })
  }
  const { apr_nominal_bp, apr_effective_bp } = annualRate(plan.financed, plan.rows)
  return {
    shape: plan.shape,
    months: plan.months,
    schedule,
    total: schedule.reduce((sum, row) => sum + row.amount, 0),
    financed: plan.financed,
    waived: plan.waived,
    plan_rate_bp: plan.rate_bp,
    apr_nominal_bp,
    apr_effective_bp,
    pv: plan.pv,
    load_bp: plan.load_bp,
    stress: plan.stress,
    authority: plan.authority,
    rules: rulesAllowing(plan, input.debt.annual_rate_bp),
    valid_until: addDays(input.as_of, validity_days),
  }
}

/** Ids of the rules that allow the plan: art. 70, disclosure, the ceiling, its shape, and each concession it makes. */
function rulesAllowing(plan: AssessedPlan, contractRateBp: number): string[] {
  const { waived } = plan
  return [
    'H1',
    'H5',
    'H6',
    'H7',
    'H13',
    `plan_${plan.shape}`,
    ...(waived.fees + waived.default_charges > 0 ? ['fee_waiver_limit'] : []),
    ...(waived.interest > 0 ? ['interest_waiver_limit'] : []),
    ...(plan.rate_bp < contractRateBp ? ['rate_relief_limit'] : []),
  ]
}
