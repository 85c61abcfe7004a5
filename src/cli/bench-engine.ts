import { cpus, loadavg } from 'node:os'
import { randomCases } from '../../evals/offer-checks/random-cases.ts'
import { percentile } from '../features/evals/model.ts'
import { computeOffers } from '../features/offers/compute-offers.ts'
import { simulate } from '../features/simulation/simulate.ts'
import { simulationPolicy } from './simulate.ts'

const cases = 3_000
const negotiations = 10_000
const seed = 1

/** Milliseconds an answer of the engine takes that has three offers, and seconds ten thousand negotiations take. */
export async function benchEngine() {
  const policy = await simulationPolicy()
  const answers = [...randomCases(seed, cases)].map((input) => {
    const started = performance.now()
    const result = computeOffers(input, policy.offers)
    return { ms: performance.now() - started, offers: result.outcome === 'offers' ? result.offers.length : 0 }
  })
  const three = answers.filter((answer) => answer.offers === 3).map((answer) => answer.ms)
  const all = answers.map((answer) => answer.ms)
  const started = performance.now()
  await simulate({ n: negotiations, seed, strategies: ['parley'], ...policy })
  const round = (value: number) => Math.round(value * 1000) / 1000
  return {
    cases,
    with_three_offers: three.length,
    three_offers_p50_ms: round(percentile(three, 0.5)),
    three_offers_p95_ms: round(percentile(three, 0.95)),
    any_answer_p50_ms: round(percentile(all, 0.5)),
    negotiations,
    negotiations_s: round((performance.now() - started) / 1000),
    cores: cpus().length,
    load: round(loadavg()[0] ?? 0),
  }
}
