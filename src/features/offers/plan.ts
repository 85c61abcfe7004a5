import type { Capacity } from './capacity.ts'
import type { PlannedProduct } from './credit-plan-parameters.ts'
import { rateUnits, shareDown } from './minor-units.ts'
import type { OffersInput, PlanShape, Waived } from './model.ts'
import type { OfferParameters } from './parameters.ts'
import { type PlanRow, planRows, smallestInstalment, type Terms } from './schedule.ts'

/** Everything about a customer's debt that plans are measured against; amounts in minor units. */
export type Situation = {
  input: OffersInput
  parameters: OfferParameters
  product: PlannedProduct
  capacity: Capacity
  /** Total owed before waiver. */
  owed: number
  /** The lesser of capacity and what the required stress leaves: no instalment goes above it. */
  limit: number
  /** Floor or bank's alternative, whichever is more. */
  least: number
  rate_bp: number
  first_due: string
}

/** A plan before it is judged. `rows` are its instalments; the down payment stands apart. */
export type Plan = {
  shape: PlanShape
  months: number
  down_payment: number
  waived: Waived
  financed: number
  rate_bp: number
  rows: PlanRow[]
}

export type PlanTerms = {
  months: number
  waived?: Waived
  down_payment?: number
  grace?: number
  /** Each step adds this share of the first instalment. */
  step_bp?: number
}

export const nothingWaived: Waived = { fees: 0, default_charges: 0, interest: 0, principal: 0 }

export function waivedSum(waived: Waived): number {
  return waived.fees + waived.default_charges + waived.interest + waived.principal
}

/** Waivers as shares of what is owed, floored so that no share exceeds the limit it was approved under. */
export function waivedShares(debt: OffersInput['debt'], chargesBp: number, interestBp: number): Waived {
  const share = (amount: number, bp: number) => shareDown(amount, rateUnits(bp), 1_000_000)
  return {
    fees: share(debt.fees, chargesBp),
    default_charges: share(debt.default_charges, chargesBp),
    interest: share(debt.interest, interestBp),
    principal: 0,
  }
}

export function financedOf(situation: Situation, waived: Waived, downPayment: number): number {
  return situation.owed - waivedSum(waived) - downPayment
}

function stepFactor(stepBp: number, situation: Situation): (position: number) => number {
  const { every_months, max_steps } = situation.parameters.creditPlans.shapes.step_up
  return (position) => 10_000 + stepBp * Math.min(Math.floor(position / every_months), max_steps)
}

/** The plan of these terms with the smallest instalment that repays it in time; null when they make no plan. */
export function planOf(situation: Situation, terms: PlanTerms): Plan | null {
  const { months, grace = 0, step_bp = 0, down_payment = 0, waived = nothingWaived } = terms
  const financed = financedOf(situation, waived, down_payment)
  const schedule: Terms = { financed, rate_bp: situation.rate_bp, months, grace }
  if (step_bp > 0) schedule.factorBp = stepFactor(step_bp, situation)
  const first = smallestInstalment(schedule)
  if (first === null) return null
  const shape = step_bp > 0 ? 'step_up' : grace > 0 ? 'grace' : down_payment > 0 ? 'down_payment' : 'level'
  return {
    shape,
    months,
    down_payment,
    waived,
    financed,
    rate_bp: situation.rate_bp,
    rows: planRows(schedule, first),
  }
}

/** The level plan that pays exactly this instalment for this many months, the last one taking what is left. */
export function planPaying(
  situation: Situation,
  instalment: number,
  months: number,
  waived: Waived,
  downPayment: number,
): Plan {
  const financed = financedOf(situation, waived, downPayment)
  return {
    shape: downPayment > 0 ? 'down_payment' : 'level',
    months,
    down_payment: downPayment,
    waived,
    financed,
    rate_bp: situation.rate_bp,
    rows: planRows({ financed, rate_bp: situation.rate_bp, months }, instalment),
  }
}
