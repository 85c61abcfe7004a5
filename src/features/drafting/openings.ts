import type { CaseKind, Signal } from '../cases/model.ts'

const causes = ['job_loss', 'income_drop', 'illness', 'bereavement', 'disaster', 'overindebted']

/** Signals whose hold speaks first, whatever the case is about. */
const holds: readonly Signal[] = [
  'self_harm',
  'third_party_present',
  'capacity_doubt',
  'bereavement',
  'claims_fraud',
  'disputes_debt',
]

/** The hold that a reply opens with, the gravest first. */
export function gravestHold(signals: readonly Signal[]): Signal | null {
  return holds.find((hold) => signals.includes(hold)) ?? null
}

/** The wording a reply opens with: a hold before a cause, a cause before the kind of the case. */
export function openingOf(kind: CaseKind, cause: string | null, hold: Signal | null = null): string {
  if (hold) return `opening.${hold}`
  if (kind !== 'credit_hardship') return `opening.${kind}`
  return `opening.${cause !== null && causes.includes(cause) ? cause : 'unspecified'}`
}
