import { computeOffers } from '../offers/compute-offers.ts'
import type { Strategy } from './strategy.ts'

/** Gives what is asked as far as policy allows anybody to: the request itself when inside, else what is nearest to it. */
export const yieldingStrategy: Strategy = (_reported, parameters) => ({
  opens: () => ({ offers: [] }),
  answers({ request }, facts) {
    const answer = computeOffers({ ...facts, request }, parameters)
    if (answer.outcome === 'refused') return { offers: [] }
    return { offers: answer.request_verdict?.nearest ?? [] }
  },
})
