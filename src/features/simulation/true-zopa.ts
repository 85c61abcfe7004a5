import { type AssessedPlan, assessPlan, offerOf } from '../offers/assess-plan.ts'
import { bankAlternative } from '../offers/bank-alternative.ts'
import { freeAssets } from '../offers/capacity.ts'
import type { Offer } from '../offers/model.ts'
import type { OfferParameters } from '../offers/parameters.ts'
import { financedOf, nothingWaived, type Plan, planOf, planPaying, type Situation } from '../offers/plan.ts'
import { monthsToRepay } from '../offers/schedule.ts'
import { shortestLevelPlan } from '../offers/shortest-level-plan.ts'
import { situationFor } from '../offers/situation.ts'
import { downPaymentOf, instalmentsOf } from './bargaining.ts'
import type { SimulatedCustomer } from './draw-customer.ts'

/** What only the simulator knows of a case: both sides. Values to the bank in minor units, on the true figures. */
export type Truth = {
  situation: Situation
  /** Largest instalment that is true to policy and to what the customer agrees to. */
  limit: number
  /** The plan worth most to the bank among those both sides could sign. */
  best: Offer
  /** What the bank may expect without an agreement. */
  alternative: number
}

/** Steps past the best plan found before the search for a better, longer one ends. */
const patienceOfSearch = 4

/** Both sides of a case; null when nothing lies between them (an empty true ZOPA). */
export function truthOf(customer: SimulatedCustomer, parameters: OfferParameters): Truth | null {
  const { situation } = situationFor(customer.truth, parameters)
  if ('reason' in situation) return null
  const limit = Math.min(customer.hidden.limit, customer.hidden.bearable, situation.limit)
  const plans = [0, 0.5, 1]
    .map((share) => Math.floor((customer.hidden.down_payment * share) / 10_000) * 10_000)
    .filter(
      (down, index, all) => down <= freeAssets(situation.capacity, parameters) && all.indexOf(down) === index,
    )
    .flatMap((down) => bestWithDownPayment(down, { ...situation, limit }) ?? [])
  const best = plans.reduce<AssessedPlan | null>(
    (most, plan) => (most && most.pv >= plan.pv ? most : plan),
    null,
  )
  if (!best) return null
  const { product, owed } = situation
  const { days_past_due } = customer.truth.debt
  return {
    situation,
    limit,
    best: offerOf(best, situation),
    alternative: bankAlternative({ product, days_past_due, owed }, parameters.creditPlans),
  }
}

function bestWithDownPayment(down_payment: number, situation: Situation): AssessedPlan | null {
  const { parameters, product, rate_bp, limit } = situation
  const cap = parameters.creditPlans.plans[product].max_months
  const financed = financedOf(situation, nothingWaived, down_payment)
  const shortest = financed > 0 && limit > 0 ? monthsToRepay(financed, rate_bp, limit, cap) : null
  if (shortest === null) return down_payment === 0 ? leastRelief(situation) : null
  let best = admissible(planPaying(situation, limit, shortest, nothingWaived, down_payment), situation)
  for (let months = shortest, worse = 0; months <= cap && worse < patienceOfSearch; months++, worse++) {
    const plan = planOf(situation, { months, down_payment })
    const assessed = plan && admissible(plan, situation)
    if (!assessed || (best && assessed.pv <= best.pv)) continue
    best = assessed
    worse = 0
  }
  return best
}

function admissible(plan: Plan, situation: Situation): AssessedPlan | null {
  const assessed = assessPlan(plan, situation)
  return assessed.breaches.length === 0 && assessed.largest <= situation.limit ? assessed : null
}

/** Where even the longest term is too short: with the smallest waiver that makes it fit. */
function leastRelief(situation: Situation): AssessedPlan | null {
  const plan = shortestLevelPlan(situation)
  return typeof plan === 'string' ? null : plan
}

/** What an offer is worth to the bank on the true figures, whatever figures it was made on. */
export function trueValue(offer: Offer, { situation }: Truth): number {
  return assessPlan(planIn(offer), situation).pv
}

/** The plan behind an offer; its months count from the month after it was made. */
export function planIn(offer: Offer): Plan {
  const instalments = instalmentsOf(offer)
  const last = monthIndex(instalments.at(-1)!.date)
  return {
    shape: offer.shape,
    months: offer.months,
    down_payment: downPaymentOf(offer),
    waived: offer.waived,
    financed: offer.financed,
    rate_bp: offer.plan_rate_bp,
    rows: instalments.map(({ date, amount, principal, interest }) => ({
      month: offer.months - (last - monthIndex(date)),
      amount,
      principal,
      interest,
    })),
  }
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}
