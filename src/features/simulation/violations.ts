import { leastValue } from '../offers/bank-alternative.ts'
import { capacityOf, stressLimit } from '../offers/capacity.ts'
import { plannedProducts } from '../offers/credit-plan-parameters.ts'
import { openHolds } from '../offers/hardship-test.ts'
import type { Offer, OffersInput } from '../offers/model.ts'
import type { OfferParameters } from '../offers/parameters.ts'
import { downPaymentOf, largestInstalment } from './bargaining.ts'
import type { ConcessionMade } from './strategy.ts'

/** Rules a signed plan breaks on the figures the bank had; empty for a clean one. Ids are those of the engine's gates. */
export function violationsOf(agreed: Offer, facts: OffersInput, parameters: OfferParameters): string[] {
  const { creditPlans } = parameters
  const capacity = capacityOf(facts, parameters)
  const largest = largestInstalment(agreed)
  const { principal, interest, fees, default_charges, annual_rate_bp, days_past_due } = facts.debt
  const owed = principal + interest + fees + default_charges
  const waived = Object.values(agreed.waived).reduce((sum, part) => sum + part, 0)
  const paidDown = agreed.schedule.reduce((sum, row) => sum + row.principal, 0)
  const product = plannedProducts.find((planned) => planned === facts.product)
  const broken: [string, boolean][] = [
    ['not_eligible', product === undefined || !facts.customer.willing],
    ['signal_hold', openHolds(facts.customer).length > 0],
    ['term_cap', agreed.months > 60],
    ['capacity', largest > capacity.max_instalment],
    ['H13', agreed.load_bp > creditPlans.capacity.debt_service_cap_bp],
    ['stress', largest > stressLimit(capacity, creditPlans.stress.required_bp)],
    ['liquid_reserve', downPaymentOf(agreed) > Math.max(0, capacity.liquid_assets - capacity.essential)],
    ['rate_relief_limit', agreed.plan_rate_bp > annual_rate_bp],
    ['sum', paidDown !== owed - waived],
    ['principal_waiver_limit', agreed.waived.principal > 0],
    ['fee_waiver_limit', agreed.waived.fees > fees || agreed.waived.default_charges > default_charges],
    ['interest_waiver_limit', agreed.waived.interest > interest],
    [
      'value_floor',
      product !== undefined && agreed.pv < leastValue({ product, days_past_due, owed }, creditPlans),
    ],
  ]
  return broken.flatMap(([rule, breaks]) => (breaks ? [rule] : []))
}

/** Concessions outside the guard: a gift for nothing, more than a round allows, or below what only a person may give. */
export function concessionViolations(
  made: readonly ConcessionMade[],
  owed: number,
  { creditPlans }: OfferParameters,
): string[] {
  return made.flatMap(({ gift, table, reserve, offered }) => [
    ...(gift === null && offered < table ? ['unreciprocated'] : []),
    ...(table - offered > (owed * creditPlans.concession.round_cap_bp) / 10_000 ? ['round_cap'] : []),
    ...(offered < Math.min(table, reserve) ? ['below_reserve'] : []),
  ])
}
