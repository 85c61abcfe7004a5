import type { EvidenceGrade } from '../cases/model.ts'
import type { PlanRequest } from './model.ts'

/** What a customer may lay beside a request, so that a concession answers something; the strongest first. */
export const reciprocationKinds = ['documents', 'down_payment', 'direct_debit', 'shorter_term'] as const
export type Reciprocation = (typeof reciprocationKinds)[number]

/** A figure or a statement the case has learned, by the name the case keeps it under. */
export type NewFact = { name: string; grade: EvidenceGrade }

/** A request moves toward the bank only by a clear step: a twentieth more a month, or a twentieth of the months fewer. */
const clearStep = 1.05

/**
 * What the customer has given since the bank last put a plan to them: papers for a figure, a larger down payment, a
 * direct debit, or a clearly shorter plan than they asked for then. Null when they only asked again (`before` is what
 * they asked for last time, `learned` the facts recorded since).
 */
export function reciprocationOf(
  before: PlanRequest | null,
  now: PlanRequest | null,
  learned: readonly NewFact[],
): Reciprocation | null {
  if (learned.some((fact) => fact.grade !== 'stated')) return 'documents'
  if ((now?.first_payment ?? 0) > (before?.first_payment ?? 0)) return 'down_payment'
  if (learned.some((fact) => fact.name === 'direct_debit')) return 'direct_debit'
  return isClearlyShorter(before, now) ? 'shorter_term' : null
}

function isClearlyShorter(before: PlanRequest | null, now: PlanRequest | null): boolean {
  if (before?.instalment != null && now?.instalment != null)
    return now.instalment >= before.instalment * clearStep
  if (before?.months != null && now?.months != null) return now.months * clearStep <= before.months
  return false
}
