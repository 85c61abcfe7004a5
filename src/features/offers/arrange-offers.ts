import { offerOf } from './assess-plan.ts'
import { computeOffers } from './compute-offers.ts'
import { type ConcessionWarning, type HeldBy, nextConcession } from './concession.ts'
import { type ConcessionStep, reserveOf } from './concession-bounds.ts'
import { shareDown } from './minor-units.ts'
import type { Offer, OffersAnswer, OffersInput, Refusal } from './model.ts'
import type { OfferParameters } from './parameters.ts'
import { planBetween } from './plan-between.ts'
import type { Reciprocation } from './reciprocation.ts'
import { situationFor } from './situation.ts'

/** Where an offer comes from: the customer asked for exactly it, it lies nearest to what they asked, or neither. */
export type Origin = 'requested' | 'nearest' | 'engine'

export type Talk = {
  /** What the bank has put to the customer on this debt so far, oldest first. */
  history: readonly ConcessionStep[]
  /** What the customer laid beside the request since. */
  received: Reciprocation | null
  /** A person has written down why the request is put forward whatever the schedule says. */
  byPerson: boolean
}

/** Offers in the order they should be put forward, and why in this one. Values are minor units to the bank: internal. */
export type Arranged = {
  answer: OffersAnswer
  offers: (Offer & { origin: Origin })[]
  round: number
  /** Least value on the table before; null before anything was put to the customer. */
  table: number | null
  /** What the first offer gives up: against the table, at the start against the plan the engine opens with. */
  given: number
  held_by: HeldBy[]
  warnings: ConcessionWarning[]
}

/**
 * Arranges what the engine admits for a customer who has asked for something (rules.md 6, Concessions). At the start what
 * they ask for comes first when policy can carry it, it is worth the reserve and costs no more than one round may give;
 * afterwards the schedule decides. What is nearest stands in for any other request, and the engine's own plans follow.
 */
export function arrangeOffers(
  input: OffersInput,
  talk: Talk,
  parameters: OfferParameters,
): Arranged | Refusal {
  const answer = computeOffers(input, parameters)
  if (answer.outcome === 'refused') return answer
  const { count } = parameters.creditPlans.shapes
  const step =
    talk.history.length > 0
      ? nextConcession(input, talk.history, talk.received, parameters, talk.byPerson)
      : null
  if (step?.outcome !== 'concession') return opening(input, answer, talk, parameters)
  const { round, table, given, held_by, warnings } = step
  const first = step.offers.map((offer, index): Offer & { origin: Origin } => ({
    ...offer,
    origin: step.granted && index === 0 ? 'requested' : 'nearest',
  }))
  // Never a plan worth less than the step itself: the alternatives must not give what the schedule kept back.
  const least = Math.min(step.target, ...first.map((offer) => offer.pv))
  const others = answer.offers.filter((offer) => offer.pv >= least)
  return { answer, offers: together(first, others, count), round, table, given, held_by, warnings }
}

function opening(
  input: OffersInput,
  answer: OffersAnswer,
  { byPerson }: Talk,
  parameters: OfferParameters,
): Arranged {
  const { count } = parameters.creditPlans.shapes
  const plain = { answer, round: 0, table: null, given: 0, held_by: [], warnings: [] }
  const own = answer.offers
  const verdict = answer.request_verdict
  const { situation } = situationFor(input, parameters)
  if (!verdict || !input.request || 'reason' in situation)
    return { ...plain, offers: together([], own, count) }
  const opens = own[0]?.pv ?? verdict.nearest[0]?.pv ?? 0
  const reserve = reserveOf(opens, situation)
  const { round_cap_bp } = parameters.creditPlans.concession
  const least = Math.max(reserve, opens - shareDown(situation.owed, round_cap_bp, 10_000))
  const wanted = verdict.inside ? verdict.nearest[0]! : null
  const below = wanted !== null && wanted.pv < least
  const first =
    wanted && (!below || byPerson) ? wanted : nearestWorth(input, verdict.nearest, least, situation)
  const origin = first !== null && first === wanted ? ('requested' as const) : ('nearest' as const)
  return {
    ...plain,
    offers: together(first ? [{ ...first, origin }] : [], own, count),
    given: first ? Math.max(0, opens - first.pv) : 0,
    held_by: below && !byPerson ? [wanted.pv < reserve ? 'value_reserve' : 'round_cap'] : [],
    warnings: below ? [wanted.pv < reserve ? 'person_with_reason' : 'capped'] : [],
  }
}

/** The nearest admissible plan worth at least so much, else the longest level one that is. */
function nearestWorth(
  { request }: OffersInput,
  nearest: readonly Offer[],
  least: number,
  situation: Parameters<typeof reserveOf>[1],
): Offer | null {
  const near = nearest.find((offer) => offer.pv >= least)
  if (near) return near
  const between = planBetween(request ?? {}, least, situation)
  return between && offerOf(between, situation)
}

/** Each plan once, as it comes first. */
function together(
  first: readonly (Offer & { origin: Origin })[],
  others: readonly Offer[],
  count: number,
): (Offer & { origin: Origin })[] {
  const seen = new Set<string>()
  return [...first, ...others.map((offer) => ({ ...offer, origin: 'engine' as const }))]
    .filter((offer) => {
      const key = JSON.stringify(offer.schedule)
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, count)
}
