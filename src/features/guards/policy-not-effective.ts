import type { Finding } from './model.ts'
import { bankDate, type Draft, isEffective } from './read-draft.ts'

/** A cited clause must be in force on the draft's day, in the bank's local dates (rules.md 9, invariant 8). */
export function policyNotEffective(draft: Draft): Finding[] {
  const day = bankDate(draft.input.at)
  return draft.markers.flatMap(({ clause, span }): Finding[] => {
    if (!clause || isEffective(clause, draft.input.at)) return []
    const validity = `${clause.effective_from ?? '…'} to ${clause.effective_to ?? '…'}`
    return [
      {
        guard: 'policy_not_effective',
        severity: 'hard',
        span,
        detail: `clause ${clause.id} is valid ${validity}, not on ${day}`,
        rule: 'rules.md 9',
        fix: 'cite the version in force',
      },
    ]
  })
}
