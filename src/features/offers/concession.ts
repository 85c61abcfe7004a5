import { type AssessedPlan, offerOf } from './assess-plan.ts'
import { addDays } from './calendar.ts'
import { shareDown, shareHalfUp } from './minor-units.ts'
import { type EmptyReason, type Offer, OffersInput, type Refusal } from './model.ts'
import { nearestPlans } from './nearest-plans.ts'
import type { OfferParameters } from './parameters.ts'
import type { Situation } from './plan.ts'
import { refusal } from './refusal.ts'
import { assessedRequest } from './request-verdict.ts'
import { shortestLevelPlan } from './shortest-level-plan.ts'
import { situationFor } from './situation.ts'
import { threeOffers } from './three-offers.ts'

/** One exchange already made on a debt: what the bank put on the table, and what it got for it. */
export type ConcessionStep = {
  /** Local date; steps older than the window no longer count. */
  date: string
  /** Value to the bank of the plan it then offered, minor units. */
  pv_offered: number
  /** What the customer gave for it (a down payment, a document, a shorter term); null when nothing. */
  received: string | null
  accepted: boolean
}

type Window = { as_of: string; history: readonly ConcessionStep[] }

function inWindow({ as_of, history }: Window, parameters: OfferParameters): ConcessionStep[] {
  const from = addDays(as_of, -parameters.creditPlans.concession.window_days)
  return history.filter((step) => step.date > from && step.date <= as_of)
}

/** `t`: accepted reciprocations on the debt within the window, capped; closing and reopening a case does not reset it. */
export function reciprocations(window: Window, parameters: OfferParameters): number {
  const counted = inWindow(window, parameters).filter((step) => step.accepted && step.received !== null)
  return Math.min(counted.length, parameters.creditPlans.concession.rounds)
}

/**
 * `u(t) = u_min + (1 − F(t))·(u_0 − u_min)`, `F = κ + (1 − κ)·(t/T)^(1/β)`: the least value to the bank, minor units, that
 * round `t` may offer (rules.md 6, Concessions). Patience alone leaves `t`, and so the answer, where it was.
 */
export function aspiration(
  opening: number,
  least: number,
  round: number,
  parameters: OfferParameters,
): number {
  const { kappa, beta, rounds } = parameters.creditPlans.concession
  const given = kappa + (1 - kappa) * (Math.min(round, rounds) / rounds) ** (1 / beta)
  return Math.round(least + (1 - given) * (opening - least))
}

export type NextConcession = {
  outcome: 'concession'
  round: number
  /** Best admissible value, where the bank opened. */
  opening: number
  /** `u_min`: floor or alternative plus the reserve; below it only a person with a reason. Internal. */
  reserve: number
  /** Value already on the table; nothing above it is a concession. */
  table: number
  /** The least this round may offer. */
  target: number
  /** What to put on the table next, nearest to the request first; never more than was asked. */
  offers: Offer[]
  /** Value the nearest of them gives up against the table. */
  given: number
  warnings: ('unreciprocated' | 'capped' | 'person_with_reason')[]
}
export type NoConcession = { outcome: 'none'; reason: EmptyReason | 'no_request' }

/**
 * The next step toward what the customer asks (`request` in the input), held by the schedule, by the cap for one round and
 * by what is already on the table. A gift for nothing is flagged, and so is a request only a person may grant.
 */
export function nextConcession(
  input: unknown,
  history: readonly ConcessionStep[],
  received: string | null,
  parameters: OfferParameters,
): NextConcession | NoConcession | Refusal {
  const parsed = OffersInput.safeParse(input)
  if (!parsed.success) return refusal(input, parsed.error)
  const { request, as_of } = parsed.data
  const { situation } = situationFor(parsed.data, parameters)
  if ('reason' in situation) return { outcome: 'none', reason: situation.reason }
  const base = shortestLevelPlan(situation)
  if (typeof base === 'string') return { outcome: 'none', reason: base }
  if (!request) return { outcome: 'none', reason: 'no_request' }

  const { plans } = threeOffers(base, situation)
  const window = { as_of, history }
  const bounds = boundsOf(base, plans, window, received, situation)
  const wanted = assessedRequest(request, situation)
  const granted = wanted.rules.length === 0 && wanted.plan !== null && wanted.plan.pv >= bounds.target
  const next = granted
    ? [wanted.plan!]
    : nearestPlans(request, plans, situation).filter((plan) => plan.pv >= bounds.target)
  const given = next[0] ? Math.max(0, bounds.table - next[0].pv) : 0
  const belowReserve = wanted.rules.length === 0 && (wanted.plan?.pv ?? 0) < bounds.reserve
  return {
    outcome: 'concession',
    ...bounds,
    offers: next.slice(0, parameters.creditPlans.shapes.count).map((plan) => offerOf(plan, situation)),
    given,
    warnings: [
      ...(given > 0 && received === null ? (['unreciprocated'] as const) : []),
      ...(bounds.capped ? (['capped'] as const) : []),
      ...(belowReserve ? (['person_with_reason'] as const) : []),
    ],
  }
}

type Bounds = Pick<NextConcession, 'round' | 'opening' | 'reserve' | 'table' | 'target'> & { capped: boolean }

function boundsOf(
  base: AssessedPlan,
  plans: readonly AssessedPlan[],
  window: Window,
  received: string | null,
  { owed, least, parameters }: Situation,
): Bounds {
  const { reserve_bp, round_cap_bp, rounds } = parameters.creditPlans.concession
  const opening = base.pv
  const reserve = Math.min(opening, Math.ceil(least) + shareHalfUp(owed, reserve_bp, 10_000))
  const offered = inWindow(window, parameters).map((step) => step.pv_offered)
  const table = Math.min(...plans.map((plan) => plan.pv), ...offered)
  const round = Math.min(rounds, reciprocations(window, parameters) + (received === null ? 0 : 1))
  const scheduled = aspiration(opening, reserve, round, parameters)
  const perRound = table - shareDown(owed, round_cap_bp, 10_000)
  return {
    round,
    opening,
    reserve,
    table,
    target: Math.min(table, Math.max(scheduled, perRound)),
    capped: perRound > scheduled,
  }
}
