import type { Version } from './model.ts'

/** Roles that keep the policies; the database knows the same ones (`app.keeps_policies()`). */
const keepers: readonly string[] = ['policy_owner', 'compliance', 'admin']

export function keepsPolicies(role: string): boolean {
  return keepers.includes(role)
}

export const versionMoves = ['revise', 'submit', 'publish', 'return', 'withdraw'] as const
export type VersionMove = (typeof versionMoves)[number]
export type Allowed = { allowed: VersionMove[]; why: 'second_person' | 'not_keeper' | null }

/** What a member of staff may do with a version now, and why not publish where that is what one would expect. */
export function allowedMoves(
  version: Pick<Version, 'state' | 'submittedBy'>,
  reader: { id: string; role: string },
): Allowed {
  if (!keepsPolicies(reader.role)) return { allowed: [], why: 'not_keeper' }
  if (version.state === 'draft') return { allowed: ['revise', 'submit', 'withdraw'], why: null }
  if (version.state === 'in_review') {
    if (version.submittedBy === reader.id) return { allowed: ['return', 'withdraw'], why: 'second_person' }
    return { allowed: ['publish', 'return', 'withdraw'], why: null }
  }
  return { allowed: version.state === 'withdrawn' ? [] : ['withdraw'], why: null }
}
