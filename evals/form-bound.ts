import { simulationPolicy } from '../src/cli/simulate.ts'
import { totalOwed } from '../src/features/offers/situation.ts'
import { drawCustomer, type SimulatedCustomer } from '../src/features/simulation/draw-customer.ts'
import { negotiate } from '../src/features/simulation/negotiate.ts'
import type { StrategyName } from '../src/features/simulation/strategy.ts'
import { type Truth, trueValue, truthOf } from '../src/features/simulation/true-zopa.ts'

/*
 * How much of the over-concession gap nobody can avoid who works from the form: `node evals/form-bound.ts SEED N`. The
 * bound reads the customer's mind (it knows the largest instalment and down payment they agree to) but signs only what
 * policy allows on the form as filled in. Means over customers with room to agree, as shares of the debt; the last column
 * is the part of each gap that comes from customers whose form admits no plan they could agree to.
 */
const [seed, count] = [Number(process.argv[2] ?? 11), Number(process.argv[3] ?? 4000)]
const { offers, customers } = await simulationPolicy()

type Sum = { gap: number; lost: number; given: number; noPlan: number; agreed: number }
const sums: Record<string, Sum> = {}
let rooms = 0

function add(name: string, truth: Truth, owed: number, value: number | null, noPlan: boolean): void {
  const gap = (truth.best.pv - (value ?? truth.alternative)) / owed
  sums[name] ??= { gap: 0, lost: 0, given: 0, noPlan: 0, agreed: 0 }
  const sum = sums[name]
  sum.gap += gap
  if (value === null) sum.lost += gap
  else sum.given += gap
  if (noPlan) sum.noPlan += gap
  if (value !== null) sum.agreed += 1
}

/** The most a bank bound to the form could have signed, on the true figures; null when no plan fits the form. */
function bestOnForm(customer: SimulatedCustomer, truth: Truth): number | null {
  const hidden = { ...customer.hidden, bearable: customer.hidden.limit }
  const bound = truthOf({ ...customer, truth: customer.reported, hidden }, offers)
  return bound && trueValue(bound.best, truth)
}

for (let index = 0; index < count; index++) {
  const customer = drawCustomer(seed, index, customers)
  const truth = truthOf(customer, offers)
  if (!truth) continue
  rooms += 1
  const owed = totalOwed(customer.truth)
  const bound = bestOnForm(customer, truth)
  add('bound', truth, owed, bound, bound === null)
  for (const name of ['parley', 'yields'] as StrategyName[]) {
    const { agreed } = negotiate(customer, name, offers, truth)
    add(name, truth, owed, agreed && trueValue(agreed, truth), bound === null)
  }
}
console.log(`seed ${seed}, ${count} customers, ${rooms} with room to agree`)
for (const [name, sum] of Object.entries(sums)) {
  const mean = (part: keyof Sum) => (sum[part] / rooms).toFixed(4)
  console.log(
    `${name.padEnd(7)} gap ${mean('gap')} (given ${mean('given')}, lost ${mean('lost')}), agreed ${mean('agreed')}, no plan on the form ${mean('noPlan')}`,
  )
}
