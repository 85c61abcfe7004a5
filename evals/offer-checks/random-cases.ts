import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Input, Item } from './figures.ts'

/** Random but reproducible cases: mostly plausible, with every kind of edge thrown in. */
export function* randomCases(seed: number, count: number): Generator<Input> {
  const stream = xoroshiro128plus(seed)
  for (let index = 0; index < count; index++) yield randomCase(`${seed}-${index}`, new Dice(stream))
}

class Dice {
  readonly #stream: ReturnType<typeof xoroshiro128plus>
  constructor(stream: ReturnType<typeof xoroshiro128plus>) {
    this.#stream = stream
  }
  whole(least: number, most: number): number {
    return uniformInt(this.#stream, least, most)
  }
  oneIn(count: number): boolean {
    return this.whole(1, count) === 1
  }
  of<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)]!
  }
}

const edgeDates = ['2024-01-31', '2024-02-29', '2026-12-31', '2027-01-30', '2028-01-29', '2026-08-31']
const edgeRates = [0, 0.01, 360, 1439.99, 1440, 1624.99, 1625, 1825, 1825.5, 2225.01, 3600]
const edgePastDue = [0, 29, 30, 59, 60, 89, 90, 179, 180, 400]
const grades = ['stated', 'document', 'bank'] as const
const soft = ['income_drop', 'job_loss', 'illness', 'elderly', 'complains']
const hard = [
  'self_harm',
  'capacity_doubt',
  'bereavement',
  'claims_fraud',
  'disputes_debt',
  'third_party_present',
]

function randomCase(id: string, dice: Dice): Input {
  const income = Array.from({ length: dice.whole(1, 3) }, () => ({
    monthly: dice.whole(100_000, dice.of([600_000, 1_500_000, 3_000_000])),
    kind: dice.of(['salary', 'variable', 'other']),
    evidence: dice.of(grades),
  }))
  const gross = income.reduce((total, item) => total + item.monthly, 0)
  const part = (least: number, most: number) => Math.floor((gross * dice.whole(least, most)) / 10_000)
  const priority = part(0, 2500)
  const essential: Item[] = Array.from({ length: dice.whole(1, 2) }, () => ({
    monthly: part(500, 3500),
    evidence: dice.of(grades),
  }))
  const as_of = dice.oneIn(4) ? dice.of(edgeDates) : date(dice, 2024, 2030)
  const input: Input = {
    id,
    as_of,
    currency: dice.oneIn(400) ? 'USD' : 'CNY',
    product: dice.oneIn(60)
      ? dice.of(['mortgage', 'small_business'])
      : dice.of(['credit_card', 'consumer_loan']),
    debt: randomDebt(dice, gross),
    customer: {
      income,
      essential,
      priority_debts_monthly: priority,
      ...(dice.oneIn(2)
        ? { priority_loan_part_monthly: Math.floor((priority * dice.whole(0, 100)) / 100) }
        : {}),
      other_debt_service_monthly: part(0, 1500),
      liquid_assets: dice.oneIn(3) ? 0 : Math.floor((part(500, 6000) * dice.whole(0, 40)) / 10),
      willing: !dice.oneIn(60),
      signals: dice.oneIn(3) ? [dice.of(soft)] : [],
    },
    request: dice.oneIn(2) ? randomRequest(dice, as_of) : null,
  }
  spoil(input, dice)
  return input
}

function randomDebt(dice: Dice, gross: number): Input['debt'] {
  const principal = dice.whole(0, Math.floor(gross * dice.of([2, 8, 15, 40])))
  return {
    principal,
    interest: dice.oneIn(8) ? 0 : dice.whole(0, Math.floor(principal / 10) + 1),
    fees: dice.oneIn(3) ? 0 : dice.whole(0, 40_000),
    default_charges: dice.oneIn(3) ? 0 : dice.whole(0, 120_000),
    annual_rate_bp: dice.oneIn(2) ? dice.of(edgeRates) : dice.whole(0, 3600),
    days_past_due: dice.oneIn(2) ? dice.of(edgePastDue) : dice.whole(0, 500),
  }
}

function randomRequest(dice: Dice, as_of: string): NonNullable<Input['request']> {
  const request: NonNullable<Input['request']> = {}
  if (dice.oneIn(2)) request.months = dice.of([1, 12, 13, 36, 37, 59, 60, 61, dice.whole(1, 90)])
  if (dice.oneIn(2)) request.instalment = dice.whole(1, 600_000)
  if (dice.oneIn(3)) request.first_payment = dice.whole(0, 2_000_000)
  if (dice.oneIn(3)) request.waive_fees_bp = dice.of([0, 2500, 5000, 5001, 10_000])
  if (dice.oneIn(3)) request.waive_interest_bp = dice.of([0, 3000, 3001, 10_000])
  if (dice.oneIn(3)) request.start = later(as_of, dice.of([-1, 0, 1, 15, 59, 60, 61]))
  return request
}

/** Holds, unknown figures, other accounts, earlier waivers: each now and then. */
function spoil(input: Input, dice: Dice): void {
  const { customer } = input
  if (dice.oneIn(20)) {
    const hold = dice.of(hard)
    customer.signals.push(hold)
    if (dice.oneIn(2)) customer.cleared = [dice.oneIn(4) ? dice.of(hard) : hold]
  }
  if (dice.oneIn(60)) customer.income[0]!.monthly = null
  if (dice.oneIn(60)) customer.essential = []
  if (dice.oneIn(60)) customer.other_debt_service_monthly = null
  if (dice.oneIn(60)) customer.liquid_assets = null
  if (dice.oneIn(40)) customer.income = [{ monthly: 0, kind: 'salary', evidence: 'stated' }]
  if (dice.oneIn(6)) input.other_owed = dice.whole(0, 20_000_000)
  if (dice.oneIn(8))
    input.prior_waivers = Array.from({ length: dice.whole(1, 3) }, () => ({
      date: later(input.as_of, -dice.whole(0, 500)),
      fees: dice.whole(0, 20_000),
      default_charges: dice.whole(0, 50_000),
      interest: dice.oneIn(2) ? dice.whole(0, 50_000) : 0,
    }))
}

function date(dice: Dice, from: number, to: number): string {
  return later(`${dice.whole(from, to)}-01-01`, dice.whole(0, 364))
}

function later(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
