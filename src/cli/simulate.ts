import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { CustomerParameters } from '../features/simulation/customer-parameters.ts'
import { metricNames } from '../features/simulation/metrics.ts'
import { reportPage } from '../features/simulation/report-page.ts'
import { sensitivityOf } from '../features/simulation/sensitivity.ts'
import { type Simulation, type SimulationInput, simulate } from '../features/simulation/simulate.ts'
import { type StrategyName, strategyNames } from '../features/simulation/strategy.ts'
import { root } from '../main.ts'
import { sampleParametersByDate } from '../negotiation/sample-parameters.ts'
import { type Command, options, progressBar, Usage } from './command.ts'
import { print } from './json-lines.ts'

const mostCustomers = 1_000_000
const largestSeed = 2 ** 31 - 1

export const simulateCommand: Command = {
  usage: '[--n 1000] [--seed 1] [--strategy parley|yields|fixed|oracle|all] [--json] [--report FILE]',
  about: 'negotiate with simulated customers and measure what the bank gives away',
  help: '\nCustomers are drawn from evals/simulation/customers.yaml; the same ones for every strategy. --report also moves\nevery listed parameter by 30 % and writes one HTML page.',
  async run(args) {
    const { values, positionals } = options(args, {
      n: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      strategy: { type: 'string', default: 'all' },
      json: { type: 'boolean', default: false },
      report: { type: 'string' },
    })
    if (positionals.length > 0) throw new Usage(`unexpected ${positionals[0]}`)
    const input = {
      n: whole('--n', values.n, 1, mostCustomers),
      seed: whole('--seed', values.seed, 0, largestSeed),
      strategies: chosen(values.strategy),
      ...(await simulationPolicy()),
    }
    const { version, hash } = input.offers
    const simulation = await simulate(input, progressBar('customers'))
    if (values.report) {
      const sensitivity = await sensitivityOf(input, progressBar('sensitivity'))
      await writeFile(values.report, reportPage(simulation, sensitivity, { version, hash }))
      if (values.json) print({ ...simulation, parameters: { version, hash }, sensitivity })
    } else if (values.json) print({ ...simulation, parameters: { version, hash } })
    if (!values.json) console.log(tableOf(simulation))
    return 0
  },
}

/** The committed customers, and the engine's parameters on their date. */
export async function simulationPolicy(): Promise<Pick<SimulationInput, 'offers' | 'customers'>> {
  const file = await readFile(join(root, 'evals/simulation/customers.yaml'), 'utf8')
  const customers = CustomerParameters.parse(parse(file))
  return { customers, offers: (await sampleParametersByDate(root))(customers.as_of) }
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new Usage(`${option} is a whole number from ${least} to ${most}`)
  return value
}

function chosen(name: string): readonly StrategyName[] {
  if (name === 'all') return strategyNames
  const strategy = strategyNames.find((known) => known === name)
  if (!strategy) throw new Usage(`--strategy is one of ${strategyNames.join(', ')}, all`)
  return [strategy]
}

function tableOf({ seed, n, n_zopa, strategies }: Simulation): string {
  const columns = Object.entries(strategies)
  const width = 26
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) => cell.padEnd(width))
      .join('')
      .trimEnd()
  const rows = metricNames.map((metric) =>
    line([
      metric,
      ...columns.map(([, metrics]) => {
        const [low, high] = metrics.ci95[metric]
        const digits = Math.abs(metrics[metric]) >= 10 ? 0 : 4
        return `${metrics[metric].toFixed(digits)} (${low.toFixed(digits)} – ${high.toFixed(digits)})`
      }),
    ]),
  )
  return [
    `seed ${seed}, ${n} customers, ${n_zopa} with room to agree`,
    '',
    line(['', ...columns.map(([name]) => name)]),
    ...rows,
  ].join('\n')
}
