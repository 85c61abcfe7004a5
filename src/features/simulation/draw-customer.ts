import { holdSignals } from '../cases/model.ts'
import type { OffersInput } from '../offers/model.ts'
import type { CustomerParameters, Style } from './customer-parameters.ts'
import { drawFuture, type Month } from './draw-future.ts'
import { chance, draw, pick, type Stream, streamOf } from './random.ts'

/** One simulated customer. `reported` is what the bank sees first, `truth` the same form filled in by someone who knows. */
export type SimulatedCustomer = {
  id: string
  style: string
  reported: OffersInput
  /** The form once papers are shown: true income, the costs papers prove. */
  documented: OffersInput
  truth: OffersInput
  hidden: Hidden
  /** Income and costs of every month to come, before any payment of the debt; minor units. */
  future: Month[]
  /** One number a round: the same bad luck whatever the bank's strategy. */
  luck: { gives: number; walks: number }[]
  /** Whether and when the debt cures without a plan, in [0, 1). */
  cure: number
}

export type Hidden = {
  /** Largest instalment they agree to, minor units: what they believe they can pay. */
  limit: number
  /** Largest instalment that is truly left over for this debt at their comfort, minor units. */
  bearable: number
  down_payment: number
  /** What family would lend before an instalment is missed, minor units. */
  borrowing: number
  /** True monthly costs, forgotten ones included, without debts; minor units. */
  costs: number
  assets: number
  bargaining: Pick<Style, 'curve' | 'relief' | 'gives'> & {
    asks: number
    ambition: number
    patience: number
    temper: number
  }
}

const longestPatience = 24

/** Customer `index` of a seed; nothing about the bank's strategy enters. */
export function drawCustomer(seed: number, index: number, parameters: CustomerParameters): SimulatedCustomer {
  const traits = streamOf(seed, index, 1)
  const { household, hidden } = parameters
  const [style, manner] = drawStyle(traits, parameters)
  const income = draw(traits, household.income)
  const variable = chance(traits) < household.variable_earner ? draw(traits, household.variable_part) : 0
  const costs = income * draw(traits, household.living_costs)
  const priority = income * draw(traits, household.priority_payments)
  const loanPart = priority * draw(traits, household.priority_loan_part)
  const other = income * draw(traits, household.other_debts)
  const assets = costs * draw(traits, household.assets)
  const trueCosts = costs * (1 + draw(traits, hidden.forgotten_costs))
  const documented = chance(traits) < hidden.documents
  const held = chance(traits) < hidden.holds
  const holdKind = holdSignals[Math.floor(chance(traits) * holdSignals.length)]!
  const debt = drawDebt(traits, income, parameters)
  const [showsIncome, showsCosts] = documented ? [1, 1] : manner.reports
  const form = (earned: number, spent: number, evidence: 'stated' | 'document'): OffersInput => ({
    id: `${seed}-${index}`,
    as_of: parameters.as_of,
    currency: 'CNY',
    ...debt,
    customer: {
      income: [
        { monthly: Math.round(earned * (1 - variable)), kind: 'salary' as const, evidence },
        { monthly: Math.round(earned * variable), kind: 'variable' as const, evidence },
      ].filter(({ monthly }) => monthly > 0),
      essential: [{ monthly: Math.round(spent), label: 'living', evidence }],
      priority_debts_monthly: Math.round(priority),
      priority_loan_part_monthly: Math.floor(Math.min(loanPart, priority)),
      other_debt_service_monthly: Math.round(other),
      liquid_assets: Math.round(assets),
      willing: true,
      signals: held ? [holdKind] : ['income_drop'],
    },
  })
  const comfort = draw(traits, hidden.comfort)
  const bearable = Math.max(0, comfort * (income - trueCosts - priority - other))
  const free = Math.max(0, assets - trueCosts)
  return {
    id: `${seed}-${index}`,
    style,
    reported: form(income * showsIncome, costs * showsCosts, documented ? 'document' : 'stated'),
    documented: form(income, costs, 'document'),
    truth: form(income, trueCosts, 'document'),
    hidden: {
      limit: Math.floor(bearable * manner.perceives),
      bearable: Math.floor(bearable),
      down_payment: roundDown(free * draw(traits, hidden.down_payment_share), 10_000),
      borrowing: trueCosts * draw(traits, hidden.borrowing),
      costs: trueCosts,
      assets,
      bargaining: {
        curve: manner.curve,
        relief: manner.relief,
        gives: manner.gives,
        asks: draw(traits, manner.asks),
        ambition: draw(traits, manner.ambition),
        patience: Math.min(longestPatience, draw(traits, manner.patience)),
        temper: draw(traits, manner.temper),
      },
    },
    future: drawFuture(
      streamOf(seed, index, 2),
      { income, variable, costs: trueCosts, bills: priority + other },
      parameters,
    ),
    ...drawLuck(streamOf(seed, index, 3)),
  }
}

function drawStyle(traits: Stream, { styles }: CustomerParameters): [string, Style] {
  const { name, style } = pick(
    traits,
    Object.entries(styles).map(([name, style]) => ({ name, style, share: style.share })),
  )
  return [name, style]
}

function drawDebt(
  traits: Stream,
  income: number,
  { debt }: CustomerParameters,
): Pick<OffersInput, 'product' | 'debt'> {
  const product =
    chance(traits) * sumOf(debt.products) < debt.products.credit_card ? 'credit_card' : 'consumer_loan'
  const owed = income * draw(traits, debt.owed_to_income)
  const interest = Math.round(owed * draw(traits, debt.interest_share))
  const fees = Math.round(owed * draw(traits, debt.fees_share))
  const default_charges = Math.round(owed * draw(traits, debt.default_charges_share))
  const annual_rate_bp = Math.round(draw(traits, debt.annual_rate_bp[product]))
  const { least, most } = pick(
    traits,
    debt.days_past_due.map(([share, least, most]) => ({ share, least, most })),
  )
  return {
    product,
    debt: {
      principal: Math.round(owed) - interest - fees - default_charges,
      interest,
      fees,
      default_charges,
      annual_rate_bp,
      days_past_due: Math.round(draw(traits, { whole: [least, most] })),
    },
  }
}

function drawLuck(stream: Stream): Pick<SimulatedCustomer, 'luck' | 'cure'> {
  const luck = Array.from({ length: longestPatience }, () => ({
    gives: chance(stream),
    walks: chance(stream),
  }))
  return { luck, cure: chance(stream) }
}

function sumOf(shares: Record<string, number>): number {
  return Object.values(shares).reduce((sum, share) => sum + share, 0)
}

function roundDown(amount: number, unit: number): number {
  return Math.floor(amount / unit) * unit
}
