import { authorityFor } from './authority-table.ts'
import {
  budgetOf,
  firstDue,
  type Input,
  interestOf,
  monthsLater,
  type Offer,
  owedOf,
  partsOf,
  stressedLimit,
  sum,
  type ValueParameters,
} from './figures.ts'
import { leastValue, planWorth } from './value.ts'

/** Ids of the gates one offer breaks, judged from the input and the rule book alone. */
export function brokenGates(offer: Offer, input: Input, parameters: ValueParameters): string[] {
  return [
    ...moneyGates(offer, input),
    ...calendarGates(offer, input),
    ...capacityGates(offer, input),
    ...limitGates(offer, input),
    ...rateGates(offer, input),
    ...valueGates(offer, input, parameters),
  ]
}

const named = (gates: Record<string, boolean>) =>
  Object.entries(gates).flatMap(([name, holds]) => (holds ? [] : [name]))

function moneyGates(offer: Offer, input: Input): string[] {
  const { down, rows } = partsOf(offer, input)
  const waived = sum(Object.values(offer.waived))
  let balance = offer.financed
  let month = 0
  let interestRight = true
  for (const row of rows) {
    const each = interestOf(balance, offer.plan_rate_bp)
    if (row.interest !== each * (row.month - month)) interestRight = false
    balance -= row.principal
    month = row.month
  }
  const amounts = offer.schedule.flatMap((row) => [row.amount, row.principal, row.interest])
  return named({
    whole_amounts: amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0),
    rows_present: rows.length > 0 && rows.every((row) => row.amount > 0 && row.principal > 0),
    row_sums: offer.schedule.every((row) => row.amount === row.principal + row.interest),
    total_sum: sum(offer.schedule.map((row) => row.amount)) === offer.total,
    financed_sum: offer.financed === owedOf(input) - waived - (down?.amount ?? 0) && offer.financed > 0,
    principal_sum: balance === 0,
    interest_each_month: interestRight,
    down_payment_row: !down || (down.interest === 0 && down.date === input.as_of && down.amount > 0),
  })
}

function calendarGates(offer: Offer, input: Input): string[] {
  const { rows } = partsOf(offer, input)
  const first = firstDue(input)
  const grace = rows[0] ? rows[0].month - 1 : 0
  return named({
    dates_clamped: rows.every((row) => row.date === monthsLater(first, row.month - 1)),
    every_month_paid: rows.every((row, position) => row.month === grace + position + 1),
    grace_only_where_named: grace > 0 === (offer.shape === 'grace'),
    months_counted: rows.at(-1)?.month === offer.months,
    term_60: offer.months >= 1 && offer.months <= 60,
  })
}

function capacityGates(offer: Offer, input: Input): string[] {
  const budget = budgetOf(input)
  if (!budget) return ['offer_without_figures']
  const { rows, down } = partsOf(offer, input)
  const largest = Math.max(...rows.map((row) => row.amount))
  const load = budget.income === 0 ? 0 : ((budget.service + largest) * 10_000) / budget.income
  const verdicts = offer.stress.every(
    ({ income_bp, sustainable }) => sustainable === largest <= stressedLimit(budget, income_bp),
  )
  return named({
    max_instalment: largest <= budget.limit,
    load_55: (budget.service + largest) * 100 <= budget.income * 55 && offer.load_bp <= 5500,
    load_stated: Math.abs(offer.load_bp - load) <= 0.5 + 1e-9,
    stress_10: largest <= stressedLimit(budget, -1000),
    stress_stated: verdicts && offer.stress.some(({ income_bp }) => income_bp === -1000),
    stress_20_shown: offer.stress.some(({ income_bp }) => income_bp === -2000),
    liquid_reserve: (down?.amount ?? 0) <= Math.max(0, budget.liquid - budget.costs),
  })
}

function limitGates(offer: Offer, input: Input): string[] {
  const { debt } = input
  const { waived } = offer
  return named({
    waiver_within_debt:
      Object.values(waived).every((part) => Number.isSafeInteger(part) && part >= 0) &&
      waived.fees <= debt.fees &&
      waived.default_charges <= debt.default_charges &&
      waived.interest <= debt.interest &&
      waived.principal === 0,
    rate_within_contract: offer.plan_rate_bp <= debt.annual_rate_bp,
    authority_table: offer.authority === authorityFor(offer, input),
    rules_named: ['H1', 'H5', 'H6', 'H7', 'H13'].every((rule) => offer.rules.includes(rule)),
  })
}

function rateGates(offer: Offer, input: Input): string[] {
  const { rows } = partsOf(offer, input)
  const surplus = (monthly: number) =>
    sum(rows.map((row) => row.amount / (1 + monthly) ** row.month)) - offer.financed
  let low = -0.99
  let high = 1
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2
    if (surplus(middle) > 0) low = middle
    else high = middle
  }
  const monthly = (low + high) / 2
  return named({
    apr_nominal: Math.abs(offer.apr_nominal_bp - monthly * 120_000) <= 1,
    apr_effective: Math.abs(offer.apr_effective_bp - ((1 + monthly) ** 12 - 1) * 10_000) <= 1,
  })
}

function valueGates(offer: Offer, input: Input, parameters: ValueParameters): string[] {
  const tolerance = 1 + owedOf(input) * 1e-4
  return named({
    value_stated: Math.abs(offer.pv - planWorth(offer, input, parameters)) <= tolerance,
    value_least: offer.pv >= leastValue(input, parameters) - 1,
  })
}
