import { monthlyInterest, shareHalfUp } from './minor-units.ts'

/** One payment of a plan: `month` counts from the first due month (1), amounts are minor units. */
export type PlanRow = { month: number; amount: number; principal: number; interest: number }

export type Terms = {
  financed: number
  rate_bp: number
  /** Months from the first due month to the last, grace months included. */
  months: number
  /** Months at the start without a payment; their interest accrues simply and is paid with the first instalment. */
  grace?: number
  /** Step-up: what an instalment counts relative to the first, in basis points, by position (0 first). */
  factorBp?: (position: number) => number
}

const flat = () => 10_000

/** Owed after every payment but the last, with the last month's interest: what the last instalment must take. */
function residue(terms: Required<Terms>, first: number): number {
  const payments = terms.months - terms.grace
  let balance = terms.financed
  for (let position = 0; position < payments - 1; position++) {
    balance += monthlyInterest(balance, terms.rate_bp) - payment(terms, first, position)
    if (balance <= 0) return balance
  }
  return balance + monthlyInterest(balance, terms.rate_bp)
}

function payment(terms: Required<Terms>, first: number, position: number): number {
  const factor = terms.factorBp(position)
  return factor === 10_000 ? first : shareHalfUp(first, factor, 10_000)
}

/** Annuity in real numbers: where the search for the integer instalment starts. */
function estimate({ financed, rate_bp, months, grace, factorBp }: Required<Terms>): number {
  const discount = 1 / (1 + rate_bp / 120_000)
  let weight = 0
  let factor = 1
  for (let position = 0; position < months - grace; position++) {
    factor *= discount
    weight += (factor * factorBp(position)) / 10_000
  }
  return financed / weight
}

/**
 * The smallest first instalment, in minor units, with which the last one is no larger than its share; null when a plan
 * of that many months cannot be spread (too small a sum, or a first payment below the interest).
 */
export function smallestInstalment(given: Terms): number | null {
  const terms = { grace: 0, factorBp: flat, ...given }
  const payments = terms.months - terms.grace
  if (terms.financed <= 0 || payments < 1) return null
  const fits = (first: number) => residue(terms, first) <= payment(terms, first, payments - 1)
  let first = Math.max(1, Math.floor(estimate(terms)))
  while (!fits(first)) first++
  while (first > 1 && fits(first - 1)) first--
  if (residue(terms, first) <= 0 || first <= monthlyInterest(terms.financed, terms.rate_bp)) return null
  return first
}

/**
 * The rows of a plan with the given first instalment: interest of a month is the balance times the monthly rate, half
 * up to one minor unit; the last instalment takes the residue. Grace months have no row.
 */
export function planRows(given: Terms, first: number): PlanRow[] {
  const terms = { grace: 0, factorBp: flat, ...given }
  const rows: PlanRow[] = []
  let balance = terms.financed
  let accrued = terms.grace * monthlyInterest(balance, terms.rate_bp)
  for (let month = terms.grace + 1; month <= terms.months; month++) {
    const due = monthlyInterest(balance, terms.rate_bp)
    const last = month === terms.months
    const principal = last ? balance : payment(terms, first, month - terms.grace - 1) - due
    const interest = due + accrued
    rows.push({ month, amount: principal + interest, principal, interest })
    balance -= principal
    accrued = 0
  }
  return rows
}

/**
 * How many months a level instalment takes, by running the schedule in integers; null when it never repays or needs
 * more than `cap` months.
 */
export function monthsToRepay(
  financed: number,
  rateBp: number,
  instalment: number,
  cap: number,
): number | null {
  let balance = financed
  for (let month = 1; month <= cap; month++) {
    const owed = balance + monthlyInterest(balance, rateBp)
    if (owed <= instalment) return month
    if (owed - instalment >= balance) return null
    balance = owed - instalment
  }
  return null
}
