import type { OfferParameters } from '../offers/parameters.ts'
import { type CaseResult, resultOf } from './case-result.ts'
import type { CustomerParameters } from './customer-parameters.ts'
import { drawCustomer, type SimulatedCustomer } from './draw-customer.ts'
import { type Metrics, metricsOf } from './metrics.ts'
import { negotiate } from './negotiate.ts'
import { type Segments, segmentsOf } from './segments.ts'
import type { StrategyName } from './strategy.ts'
import { truthOf } from './true-zopa.ts'

export type SimulationInput = {
  n: number
  seed: number
  strategies: readonly StrategyName[]
  offers: OfferParameters
  customers: CustomerParameters
}

export type Simulation = {
  seed: number
  n: number
  /** Customers with a non-empty true ZOPA. */
  n_zopa: number
  strategies: Partial<Record<StrategyName, Metrics>>
  segments: Segments
  /** Broken rules by strategy and id. */
  broken: Partial<Record<StrategyName, Record<string, number>>>
}

export type SimulatedCase = {
  customer: SimulatedCustomer
  results: Partial<Record<StrategyName, CaseResult>>
  zopa: boolean
}

/**
 * The same simulated customers against every strategy, measured with confidence intervals. Deterministic in seed, size and
 * parameters. `progress` hears of customers done; the work yields to the event loop now and then.
 */
export async function simulate(
  input: SimulationInput,
  progress: (done: number, of: number) => void = () => {},
): Promise<Simulation> {
  const cases: SimulatedCase[] = []
  for (let index = 0; index < input.n; index++) {
    cases.push(simulateCase(input, index))
    if (index % 100 === 99 || index === input.n - 1) {
      progress(index + 1, input.n)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return summaryOf(cases, input)
}

function simulateCase(
  { seed, strategies, offers, customers }: SimulationInput,
  index: number,
): SimulatedCase {
  const customer = drawCustomer(seed, index, customers)
  const truth = truthOf(customer, offers)
  const results = Object.fromEntries(
    strategies.map((strategy) => {
      const outcome = negotiate(customer, strategy, offers, truth)
      return [strategy, resultOf(customer, truth, outcome, { offers, customers })]
    }),
  )
  return { customer, results, zopa: truth !== null }
}

function summaryOf(
  cases: readonly SimulatedCase[],
  { seed, n, strategies, customers }: SimulationInput,
): Simulation {
  const horizon = customers.horizon_months * customers.days_per_month
  const resultsOf = (strategy: StrategyName) => cases.map(({ results }) => results[strategy]!)
  return {
    seed,
    n,
    n_zopa: cases.filter(({ zopa }) => zopa).length,
    strategies: Object.fromEntries(
      strategies.map((strategy) => [strategy, metricsOf(resultsOf(strategy), horizon, seed)]),
    ),
    segments: segmentsOf(cases, strategies),
    broken: Object.fromEntries(strategies.map((strategy) => [strategy, countsOf(resultsOf(strategy))])),
  }
}

function countsOf(results: readonly CaseResult[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const rule of results.flatMap(({ broken }) => broken)) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}
