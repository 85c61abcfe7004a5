import { computeOffers } from '../offers/compute-offers.ts'
import { nextConcession } from '../offers/concession.ts'
import type { ConcessionStep } from '../offers/concession-bounds.ts'
import type { Offer, OffersInput } from '../offers/model.ts'
import type { OfferParameters } from '../offers/parameters.ts'
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
        const pv_offered = Math.min(...offers.map((offer) => offer.pv))
        history = history.map((step) => ({ ...step, pv_offered }))
      }
      const input = { ...facts, request: counter.request }
      const step = nextConcession(input, history, counter.gift, parameters)
      if (step.outcome !== 'concession') return { offers }
      const offered = Math.min(step.table, ...step.offers.map((offer) => offer.pv))
      history.push({
        date: facts.as_of,
        pv_offered: offered,
        received: counter.gift,
        accepted: counter.gift !== null,
      })
      offers = [...offers, ...step.offers]
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
