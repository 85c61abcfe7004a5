import { moved } from './customer-parameters.ts'
import type { Metrics } from './metrics.ts'
import { type SimulationInput, simulate } from './simulate.ts'
import type { StrategyName } from './strategy.ts'

export type SensitivityRow = {
  parameter: string
  /** 0.7 or 1.3 of the committed figure. */
  factor: number
  n_zopa: number
  strategies: Partial<
    Record<StrategyName, Pick<Metrics, 'agreement_rate' | 'kept_rate' | 'over_concession_gap'>>
  >
}

const factors = [0.7, 1.3]
/** Customers a row draws: enough to see a direction, few enough to wait for. */
const mostCustomers = 500

/** How the main metrics move when one parameter of the customers is 30 % less or more, all else and the seed equal. */
export async function sensitivityOf(
  input: SimulationInput,
  progress: (done: number, of: number) => void = () => {},
): Promise<{ n: number; rows: SensitivityRow[] }> {
  const n = Math.min(input.n, mostCustomers)
  const paths = input.customers.sensitivity
  const rows: SensitivityRow[] = []
  for (const path of paths)
    for (const factor of factors) {
      const run = await simulate({ ...input, n, customers: moved(input.customers, path, factor) })
      rows.push({
        parameter: path.join('.'),
        factor,
        n_zopa: run.n_zopa,
        strategies: Object.fromEntries(
          Object.entries(run.strategies).map(([name, { agreement_rate, kept_rate, over_concession_gap }]) => [
            name,
            { agreement_rate, kept_rate, over_concession_gap },
          ]),
        ),
      })
      progress(rows.length, paths.length * factors.length)
    }
  return { n, rows }
}
