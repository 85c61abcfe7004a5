import type { AssessedPlan } from './assess-plan.ts'
import { addDays } from './calendar.ts'
import { shareDown, shareHalfUp } from './minor-units.ts'
import type { OfferParameters } from './parameters.ts'
import type { Situation } from './plan.ts'

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

export type ConcessionWindow = { as_of: string; history: readonly ConcessionStep[] }

function inWindow({ as_of, history }: ConcessionWindow, parameters: OfferParameters): ConcessionStep[] {
  const from = addDays(as_of, -parameters.creditPlans.concession.window_days)
  return history.filter((step) => step.date > from && step.date <= as_of)
}

/** `t`: accepted reciprocations on the debt within the window, capped; closing and reopening a case does not reset it. */
export function reciprocations(window: ConcessionWindow, parameters: OfferParameters): number {
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

/** `u_min`, minor units: floor or alternative plus the reserve, never above the opening. Internal. */
export function reserveOf(opening: number, { owed, least, parameters }: Situation): number {
  const { reserve_bp } = parameters.creditPlans.concession
  return Math.min(opening, Math.ceil(least) + shareHalfUp(owed, reserve_bp, 10_000))
}

export type Bounds = {
  round: number
  /** Best admissible value, where the bank opened. */
  opening: number
  /** Below it only a person with a reason. Internal. */
  reserve: number
  /** Least value put to the customer so far, else of the three plans; nothing above it is a concession. */
  table: number
  /** The least this round may offer: the table itself when nothing was given for it. */
  target: number
  /** Whether the cap of a round, not the schedule, sets the target. */
  capped: boolean
}

/** What the round may come down to, by schedule and cap, given what the customer has just put beside their request. */
export function boundsOf(
  base: AssessedPlan,
  plans: readonly AssessedPlan[],
  window: ConcessionWindow,
  received: string | null,
  situation: Situation,
): Bounds {
  const { owed, parameters } = situation
  const { round_cap_bp, rounds } = parameters.creditPlans.concession
  const opening = base.pv
  const reserve = reserveOf(opening, situation)
  const offered = inWindow(window, parameters).map((step) => step.pv_offered)
  const table = Math.min(...(offered.length > 0 ? offered : plans.map((plan) => plan.pv)))
  const round = Math.min(rounds, reciprocations(window, parameters) + (received === null ? 0 : 1))
  const scheduled = aspiration(opening, reserve, round, parameters)
  const perRound = table - shareDown(owed, round_cap_bp, 10_000)
  const target = received === null ? table : Math.min(table, Math.max(scheduled, perRound))
  return { round, opening, reserve, table, target, capped: received !== null && perRound > scheduled }
}
