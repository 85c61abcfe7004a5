import { z } from 'zod'

/** How the simulated customers are drawn: the committed file evals/simulation/customers.yaml, checked. */
const Share = z.number().min(0).max(1)
const Distribution = z.union([
  z.object({ uniform: z.tuple([z.number(), z.number()]) }),
  z.object({ whole: z.tuple([z.int(), z.int()]) }),
  z.object({ lognormal: z.tuple([z.number().positive(), z.number().min(0), z.number(), z.number()]) }),
])
export type Distribution = z.infer<typeof Distribution>

const Style = z.object({
  share: Share,
  asks: Distribution,
  ambition: Distribution,
  curve: z.number().positive(),
  relief: z.tuple([Share, Share]),
  reports: z.tuple([z.number().positive(), z.number().positive()]),
  gives: Share,
  perceives: z.number().positive(),
  patience: Distribution,
  temper: Distribution,
})
export type Style = z.infer<typeof Style>

export const CustomerParameters = z.object({
  as_of: z.iso.date(),
  horizon_months: z.int().min(1),
  days_per_month: z.int().min(1),
  debt: z.object({
    products: z.object({ credit_card: Share, consumer_loan: Share }),
    owed_to_income: Distribution,
    interest_share: Distribution,
    fees_share: Distribution,
    default_charges_share: Distribution,
    annual_rate_bp: z.object({ credit_card: Distribution, consumer_loan: Distribution }),
    days_past_due: z.array(z.tuple([Share, z.int(), z.int()])).min(1),
  }),
  household: z.object({
    income: Distribution,
    variable_earner: Share,
    variable_part: Distribution,
    living_costs: Distribution,
    priority_payments: Distribution,
    priority_loan_part: Distribution,
    other_debts: Distribution,
    assets: Distribution,
  }),
  hidden: z.object({
    forgotten_costs: Distribution,
    comfort: Distribution,
    down_payment_share: Distribution,
    borrowing: Distribution,
    documents: Share,
    holds: Share,
  }),
  shocks: z.object({
    job_loss: z.object({ chance: Share, months: Distribution, income_left: Distribution }),
    income_drop: z.object({ chance: Share, months: Distribution, income_left: Distribution }),
    illness: z.object({ chance: Share, cost: Distribution }),
    recovery: z.object({ chance: Share, income_gain: Distribution }),
    cost_noise: z.number().min(0),
    variable_noise: z.number().min(0),
    costs_cut_without_work: Share,
  }),
  styles: z.record(z.string(), Style),
  sensitivity: z.array(z.array(z.string()).min(1)),
})
export type CustomerParameters = z.infer<typeof CustomerParameters>

/** The parameters with one entry moved by a factor; `*` in a path stands for every key. Shares stay within 1. */
export function moved(parameters: CustomerParameters, path: string[], factor: number): CustomerParameters {
  const copy: unknown = structuredClone(parameters)
  moveAt(copy as Node, path, factor)
  return CustomerParameters.parse(copy)
}

type Node = Record<string, unknown>

function moveAt(node: Node, [key, ...rest]: string[], factor: number): void {
  for (const name of key === '*' ? Object.keys(node) : [key!]) {
    const value = node[name]
    if (value === undefined) throw new RangeError(`no parameter is called ${name}`)
    if (rest.length > 0) moveAt(value as Node, rest, factor)
    else node[name] = typeof value === 'number' ? Math.min(1, value * factor) : movedRange(value, factor)
  }
}

function movedRange(value: unknown, factor: number): unknown {
  const range = value as Partial<Record<'uniform' | 'whole' | 'lognormal', number[]>>
  if (range.whole) return { whole: range.whole.map((end) => Math.max(1, Math.round(end * factor))) }
  if (range.uniform) {
    const most = Math.max(...range.uniform)
    return { uniform: range.uniform.map((end) => (most <= 1 ? Math.min(1, end * factor) : end * factor)) }
  }
  const [median, ...shape] = range.lognormal!
  return { lognormal: [median! * factor, ...shape] }
}
