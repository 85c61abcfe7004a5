import { type AssessedPlan, assessPlan } from './assess-plan.ts'
import { rankOf } from './authority.ts'
import { freeAssets } from './capacity.ts'
import { shareDown } from './minor-units.ts'
import { type Plan, type PlanTerms, planOf, type Situation, waivedShares, waivedSum } from './plan.ts'

/** Why a shape is not among the offers: its value falls outside the band, the customer cannot carry it, nobody may. */
export type Note = 'band' | 'capacity' | 'authority'

/**
 * The level plan with the least total cost and up to two of other shapes worth nearly the same to the bank (rules.md 6,
 * Three offers): within the band below the first, one lever each, never made longer to raise the value. Which shapes come
 * first is the same for every customer, signals or not.
 */
export function threeOffers(
  base: AssessedPlan,
  situation: Situation,
): { plans: AssessedPlan[]; notes: Note[] } {
  const { count } = situation.parameters.creditPlans.shapes
  const plans = [base]
  const notes: Note[] = []
  for (const solve of [stepUp, downPayment, grace, waiver]) {
    if (plans.length >= count) break
    const found = solve(base, situation)
    if (typeof found === 'string') notes.push(found)
    else plans.push(found)
  }
  return { plans, notes: plans.length >= count ? [] : [...new Set(notes)] }
}

type Solver = (base: AssessedPlan, situation: Situation) => AssessedPlan | Note

const stepUp: Solver = (base, situation) => {
  const { every_months, step_bp } = situation.parameters.creditPlans.shapes.step_up
  return firstFound(step_bp, (step) =>
    solveMonths(base, situation, Math.max(base.months, every_months + 1), {
      step_bp: step,
      waived: base.waived,
    }),
  )
}

const downPayment: Solver = (base, situation) => {
  const { share_bp, round_to } = situation.parameters.creditPlans.shapes.down_payment
  const free = freeAssets(situation.capacity, situation.parameters)
  return firstFound(share_bp, (share) => {
    const wanted = shareDown(situation.owed, share, 10_000)
    const amount = wanted - (wanted % round_to)
    if (amount === 0 || amount > free) return 'capacity'
    return solveMonths(base, situation, 1, { down_payment: amount, waived: base.waived })
  })
}

const grace: Solver = (base, situation) =>
  firstFound(situation.parameters.creditPlans.shapes.grace.months, (months) =>
    solveMonths(base, situation, Math.max(base.months, months + 1), { grace: months, waived: base.waived }),
  )

/** Fees and default charges first; accrued interest only where there are none. */
const waiver: Solver = (base, situation) => {
  const { debt } = situation.input
  const { charges_bp, interest_bp } = situation.parameters.creditPlans.shapes.waiver
  if (waivedSum(base.waived) > 0) return 'authority'
  const charges = debt.fees + debt.default_charges > 0
  return firstFound(charges ? charges_bp : interest_bp, (share) => {
    const waived = waivedShares(debt, charges ? share : 0, charges ? 0 : share)
    const plan = planOf(situation, { months: base.months, waived })
    if (!plan || plan.financed === base.financed) return 'band'
    const assessed = assessPlan(plan, situation)
    return obstacle(assessed, base) ?? (inBand(assessed, base, situation) ? assessed : 'band')
  })
}

/** The first variant that works, largest help first; else why the mildest one did not. */
function firstFound(
  variants: readonly number[],
  solve: (variant: number) => AssessedPlan | Note,
): AssessedPlan | Note {
  let last: Note = 'capacity'
  for (const variant of variants) {
    const found = solve(variant)
    if (typeof found !== 'string') return found
    last = found
  }
  return last
}

/** Shortest term the customer can carry whose value is not above the level plan's; null lever values are skipped. */
function solveMonths(
  base: AssessedPlan,
  situation: Situation,
  from: number,
  terms: Omit<PlanTerms, 'months'>,
): AssessedPlan | Note {
  const cap = situation.parameters.creditPlans.plans[situation.product].max_months
  let reason: Note = 'capacity'
  for (let months = from; months <= cap; months++) {
    const plan = planOf(situation, { ...terms, months })
    if (!plan || largestOf(plan) > situation.limit) continue
    const assessed = assessPlan(plan, situation)
    const refused = obstacle(assessed, base)
    if (refused === 'authority') return refused
    if (refused) {
      reason = refused
      continue
    }
    if (inBand(assessed, base, situation)) return assessed
    reason = 'band'
    if (assessed.pv < base.pv) break
  }
  return reason
}

function largestOf(plan: Plan): number {
  return Math.max(...plan.rows.map((row) => row.amount))
}

/** An alternative never needs a higher authority than the first offer: whoever may send the one may send all three. */
function obstacle(plan: AssessedPlan, base: AssessedPlan): Note | null {
  if (plan.authority === null || rankOf(plan.authority) > rankOf(base.authority!)) return 'authority'
  if (plan.breaches.length === 0) return null
  return plan.breaches.includes('value_floor') ? 'band' : 'capacity'
}

/** At most the level plan's value and no further below than the band: so any two offers are within it. */
function inBand(plan: AssessedPlan, base: AssessedPlan, { owed, parameters }: Situation): boolean {
  return (
    plan.pv <= base.pv && base.pv - plan.pv <= shareDown(owed, parameters.creditPlans.shapes.band_bp, 10_000)
  )
}
