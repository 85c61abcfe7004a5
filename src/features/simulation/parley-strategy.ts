import { type AssessedPlan, assessPlan, offerOf } from '../offers/assess-plan.ts'
import { computeOffers } from '../offers/compute-offers.ts'
import { type ConcessionStep, type NextConcession, nextConcession } from '../offers/concession.ts'
import type { Offer, OffersInput, PlanRequest } from '../offers/model.ts'
import type { OfferParameters } from '../offers/parameters.ts'
import { planOf, type Situation } from '../offers/plan.ts'
import { monthsToRepay } from '../offers/schedule.ts'
import { situationFor } from '../offers/situation.ts'
import type { CounterOffer } from './bargaining.ts'
import type { ConcessionMade, Strategy, Table } from './strategy.ts'

/**
 * The offer engine as staff use it: three offers first, then one step of the concession schedule for every request, and
 * nothing for nothing. Papers that change the figures change the offers too: what no longer holds is taken back.
 */
export const parleyStrategy: Strategy = (reported, parameters) => {
  let offers = offersOn(reported, parameters)
  let history: ConcessionStep[] = []
  return {
    opens: () => ({ offers }),
    answers(counter, facts): Table {
      if (counter.gift === 'documents') {
        offers = offersOn(facts, parameters)
        history = history.map((step) => ({ ...step, pv_offered: Number.MAX_SAFE_INTEGER }))
      }
      const input = { ...facts, request: counter.request }
      const step = nextConcession(input, history, counter.gift, parameters)
      if (step.outcome !== 'concession') return { offers }
      const added = additionsOf(step, counter, input, parameters)
      const offered = Math.min(step.table, ...added.map((offer) => offer.pv))
      history.push({
        date: facts.as_of,
        pv_offered: offered,
        received: counter.gift,
        accepted: counter.gift !== null,
      })
      offers = [...offers, ...added]
      const { table, reserve } = step
      const concession: ConcessionMade = { gift: counter.gift, table, reserve, offered }
      return { offers, concession }
    },
  }
}

function offersOn(facts: OffersInput, parameters: OfferParameters): Offer[] {
  const answer = computeOffers(facts, parameters)
  return answer.outcome === 'offers' ? answer.offers : []
}

/** The step's offers, and where the request lies too far, the plan between; without a gift nothing below the table. */
function additionsOf(
  step: NextConcession,
  { gift, request }: CounterOffer,
  input: OffersInput,
  parameters: OfferParameters,
): Offer[] {
  const least = gift === null ? step.table : step.target
  const { situation } = situationFor(input, parameters)
  const between = 'reason' in situation ? null : planBetween(request, least, situation)
  return [...step.offers, ...(between ? [between] : [])].filter((offer) => offer.pv >= least)
}

/** The longest level plan, up to the one asked for, that is still worth `least`; with the down payment pledged. */
function planBetween(request: PlanRequest, least: number, situation: Situation): Offer | null {
  const { parameters, product, rate_bp, limit, owed } = situation
  const down_payment = request.first_payment ?? 0
  const cap = parameters.creditPlans.plans[product].max_months
  const financed = owed - down_payment
  const shortest = monthsToRepay(financed, rate_bp, limit, cap)
  if (shortest === null) return null
  const asked = monthsToRepay(financed, rate_bp, request.instalment ?? limit, cap) ?? cap
  for (let months = asked; months >= shortest; months--) {
    const plan = planOf(situation, { months, down_payment })
    const assessed: AssessedPlan | null = plan && assessPlan(plan, situation)
    if (assessed && assessed.breaches.length === 0 && assessed.pv >= least)
      return offerOf(assessed, situation)
  }
  return null
}
