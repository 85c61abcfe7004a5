import type { CustomerParameters } from './customer-parameters.ts'
import { chance, draw, normal, type Stream } from './random.ts'

/** A month to come, minor units. `costs` holds living costs and every other bill, not the debt negotiated. */
export type Month = { income: number; costs: number }

export type Household = { income: number; variable: number; costs: number; bills: number }

/** The months of the horizon with their shocks: work lost and found, income down for a while, illness, recovery. */
export function drawFuture(
  stream: Stream,
  household: Household,
  { shocks, horizon_months }: CustomerParameters,
): Month[] {
  const months: Month[] = []
  let level = 1
  let jobless = { months: 0, left: 1 }
  let lowered = { months: 0, left: 1 }
  for (let month = 1; month <= horizon_months; month++) {
    jobless = next(stream, jobless, shocks.job_loss)
    lowered = next(stream, lowered, shocks.income_drop)
    const ill = chance(stream) < shocks.illness.chance
    const illness = draw(stream, shocks.illness.cost)
    const recovers = chance(stream) < shocks.recovery.chance
    const gain = draw(stream, shocks.recovery.income_gain)
    if (recovers && jobless.months === 0) level *= 1 + gain
    const unsteady = Math.exp(shocks.variable_noise * normal(stream))
    const spending = Math.exp(shocks.cost_noise * normal(stream))
    const work = jobless.months > 0 ? jobless.left : lowered.months > 0 ? lowered.left : 1
    const thrift = jobless.months > 0 ? 1 - shocks.costs_cut_without_work : 1
    months.push({
      income: household.income * level * work * (1 - household.variable + household.variable * unsteady),
      costs: household.costs * thrift * spending + household.bills + (ill ? household.costs * illness : 0),
    })
  }
  return months
}

type Spell = { months: number; left: number }

/** A spell runs on, or a new one begins; the same count of random numbers is taken either way. */
function next(stream: Stream, spell: Spell, shock: CustomerParameters['shocks']['job_loss']): Spell {
  const begins = chance(stream) < shock.chance
  const months = Math.round(draw(stream, shock.months))
  const left = draw(stream, shock.income_left)
  if (spell.months > 0) return { ...spell, months: spell.months - 1 }
  return begins ? { months, left } : { months: 0, left: 1 }
}
