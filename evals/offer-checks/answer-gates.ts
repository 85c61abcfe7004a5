import {
  type Budget,
  budgetOf,
  type Input,
  interestOf,
  type Offer,
  type Output,
  owedOf,
  stressedLimit,
  type ValueParameters,
} from './figures.ts'
import { brokenGates } from './offer-gates.ts'

const holds = [
  'self_harm',
  'capacity_doubt',
  'bereavement',
  'claims_fraud',
  'disputes_debt',
  'third_party_present',
]
const smallestPlan = 10_000

/** Ids of the gates an answer breaks; empty when it is sound. Reads the input and the output, nothing else. */
export function brokenBy(input: Input, output: Output, parameters: ValueParameters): string[] {
  if (input.currency !== 'CNY')
    return output.outcome === 'refused' && output.field === '/currency' ? [] : ['refusal']
  if (output.outcome === 'refused') return ['refused_without_cause']
  const forced = forcedReason(input)
  const budget = budgetOf(input)
  const broken = [
    ...(output.id === input.id && output.parameters.hash !== '' ? [] : ['identity']),
    ...capacityStated(output, budget),
    ...(output.outcome === 'offers'
      ? setGates(input, output)
      : emptyGates(input, output, forced, budget, parameters)),
    ...(forced && output.outcome === 'offers' ? [`offers_despite_${forced}`] : []),
    ...verdictGates(input, output, forced),
    ...[...output.offers, ...(output.request_verdict?.nearest ?? [])].flatMap((offer) =>
      brokenGates(offer, input, parameters),
    ),
  ]
  return [...new Set(broken)]
}

/** The reason that comes first where offers may not even be sought: hold, eligibility, missing figure, no capacity. */
function forcedReason(input: Input): string | null {
  const { customer, product } = input
  const held = holds.some((hold) => customer.signals.includes(hold) && !customer.cleared?.includes(hold))
  if (held) return 'signal_hold'
  if (!['credit_card', 'consumer_loan'].includes(product) || !customer.willing) return 'not_eligible'
  const budget = budgetOf(input)
  if (!budget) return 'evidence_missing'
  if (owedOf(input) <= budget.limit + Math.max(0, budget.liquid - budget.costs)) return 'not_eligible'
  return budget.limit < smallestPlan ? 'capacity_zero' : null
}

function capacityStated({ capacity }: Output, budget: Budget | null): string[] {
  if (!budget) return capacity === null ? [] : ['capacity_of_unknown']
  const right =
    capacity?.disposable === budget.income - budget.lost && capacity.max_instalment === budget.limit
  return right ? [] : ['capacity']
}

function setGates(input: Input, { offers, notes }: Output): string[] {
  const values = offers.map((offer) => offer.pv)
  const band = owedOf(input) * 0.015
  const known = notes.every((note) => ['band', 'capacity', 'authority'].includes(note))
  return [
    ...(offers.length >= 1 && offers.length <= 3 ? [] : ['offer_count']),
    ...(offers[0]?.shape === 'level' ? [] : ['first_is_level']),
    ...(Math.max(...values) - Math.min(...values) <= band ? [] : ['value_band']),
    ...(known && (notes.length > 0 || offers.length === 3) ? [] : ['note_missing']),
    ...(new Set(offers.map(terms)).size === offers.length ? [] : ['offers_differ']),
  ]
}

function terms(offer: Offer): string {
  return [offer.shape, offer.months, offer.total, offer.schedule[0]?.amount].join(' ')
}

function emptyGates(
  input: Input,
  output: Output,
  forced: string | null,
  budget: Budget | null,
  { creditPlans }: ValueParameters,
): string[] {
  const broken = output.offers.length > 0 ? ['offers_when_empty'] : []
  if (forced) return output.reason === forced ? broken : [...broken, `reason_${forced}`]
  if (output.reason !== 'term_cap' && output.reason !== 'value_floor') return [...broken, 'reason_unknown']
  const limit = Math.min(budget!.limit, stressedLimit(budget!, -1000))
  const rate = Math.min(creditPlans.plans[input.product]!.rate_cap_bp, input.debt.annual_rate_bp)
  const { principal } = input.debt
  const all = owedOf(input)
  if (output.reason === 'term_cap' && limit >= smallestPlan && repays(all, rate, limit))
    broken.push('term_cap_though_it_fits')
  if (output.reason === 'value_floor' && !repays(principal, rate, limit))
    broken.push('value_floor_though_too_long')
  return broken
}

/** Whether a level instalment repays a sum within 60 months. */
function repays(amount: number, rateBp: number, instalment: number): boolean {
  let balance = amount
  for (let month = 1; month <= 60 && balance > 0; month++) balance += interestOf(balance, rateBp) - instalment
  return balance <= 0
}

function verdictGates(input: Input, output: Output, forced: string | null): string[] {
  const { request } = input
  const verdict = output.request_verdict
  if (!request || forced === 'signal_hold') return verdict === null ? [] : ['verdict_uncalled']
  if (!verdict) return ['verdict_missing']
  const [first] = verdict.nearest
  const broken = verdict.nearest.length <= 3 ? [] : ['nearest_count']
  if (forced && (verdict.inside || verdict.nearest.length > 0)) broken.push('verdict_despite_reason')
  if (!verdict.inside) return verdict.rules.length > 0 ? broken : [...broken, 'outside_without_rule']
  if (verdict.rules.length > 0 || !first || verdict.authority !== first.authority)
    return [...broken, 'inside_unsound']
  return asAsked(request, first) ? broken : [...broken, 'inside_not_as_asked']
}

function asAsked(request: NonNullable<Input['request']>, offer: Offer): boolean {
  const down = offer.shape === 'down_payment' ? offer.schedule[0]!.amount : 0
  const rows = offer.shape === 'down_payment' ? offer.schedule.slice(1) : offer.schedule
  const pays =
    request.instalment == null || rows.slice(0, -1).every((row) => row.amount === request.instalment)
  const inTime =
    request.months == null ||
    (request.instalment == null ? offer.months === request.months : offer.months <= request.months)
  return pays && inTime && down === (request.first_payment ?? 0)
}
