import { leastValue } from './bank-alternative.ts'
import { addDays, addMonths } from './calendar.ts'
import { type Capacity, capacityOf, missingFigure, stressLimit } from './capacity.ts'
import { plannedProducts } from './credit-plan-parameters.ts'
import { hasCapacityGap, openHolds } from './hardship-test.ts'
import type { EmptyReason, OffersInput } from './model.ts'
import type { OfferParameters } from './parameters.ts'
import type { Situation } from './plan.ts'

export type NoSituation = { reason: EmptyReason; field?: string }

/** Total owed before any waiver, minor units. */
export function totalOwed({ debt }: Pick<OffersInput, 'debt'>): number {
  return debt.principal + debt.interest + debt.fees + debt.default_charges
}

/**
 * What plans for this customer are measured against, or why there can be none before any is computed: first a hold, then
 * eligibility (H1, product), then a figure nobody knows, then no capacity. `capacity` is null while a figure is missing.
 */
export function situationFor(
  input: OffersInput,
  parameters: OfferParameters,
): { capacity: Capacity | null; situation: Situation | NoSituation } {
  const field = missingFigure(input)
  const capacity = field === null ? capacityOf(input, parameters) : null
  const none = (reason: EmptyReason): { capacity: Capacity | null; situation: NoSituation } => ({
    capacity,
    situation: field !== null && reason === 'evidence_missing' ? { reason, field } : { reason },
  })
  const product = plannedProducts.find((planned) => planned === input.product)
  const owed = totalOwed(input)
  if (openHolds(input.customer).length > 0) return none('signal_hold')
  if (!product || !input.customer.willing) return none('not_eligible')
  if (!capacity) return none('evidence_missing')
  if (!hasCapacityGap(owed, capacity, parameters)) return none('not_eligible')
  const { plans, stress, capacity: policy } = parameters.creditPlans
  if (capacity.max_instalment < policy.min_instalment) return none('capacity_zero')
  const situation: Situation = {
    input,
    parameters,
    product,
    capacity,
    owed,
    limit: Math.min(capacity.max_instalment, stressLimit(capacity, stress.required_bp)),
    least: leastValue({ product, days_past_due: input.debt.days_past_due, owed }, parameters.creditPlans),
    rate_bp: Math.min(plans[product].rate_cap_bp, input.debt.annual_rate_bp),
    first_due: firstDue(input, parameters),
  }
  return { capacity, situation }
}

function firstDue({ as_of, request }: OffersInput, parameters: OfferParameters): string {
  const start = request?.start
  if (start && isStartAllowed(start, as_of, parameters)) return start
  return addMonths(as_of, parameters.creditPlans.due_dates.first_due_months)
}

/** A first due date lies after `as_of` and no later than policy allows. */
export function isStartAllowed(start: string, asOf: string, parameters: OfferParameters): boolean {
  return start > asOf && start <= addDays(asOf, parameters.creditPlans.due_dates.start_within_days)
}
