import type { Version } from './model.ts'

/** Roles that keep the policies; the database knows the same ones (`app.keeps_policies()`). */
const keepers: readonly string[] = ['policy_owner', 'compliance', 'admin']

export function keepsPolicies(role: string): boolean {
  return keepers.includes(role)
}

export const versionMoves = ['revise', 'submit', 'publish', 'return', 'withdraw'] as const
export type VersionMove = (typeof versionMoves)[number]
export type Allowed = { allowed: VersionMove[]; why: NotPublishing | 'not_keeper' | null }

export type NotPublishing = 'second_person' | 'own_words'

/** Why this person does not publish this version: they submitted it, or wrote its words or facts. Null when they may. */
export function whyNotPublish(
  { submittedBy, writtenBy }: Pick<Version, 'submittedBy' | 'writtenBy'>,
  person: string,
): NotPublishing | null {
  if (submittedBy === person) return 'second_person'
  return writtenBy.includes(person) ? 'own_words' : null
}

/** What a member of staff may do with a version now, and why not publish where that is what one would expect. */
export function allowedMoves(
  version: Pick<Version, 'state' | 'submittedBy' | 'writtenBy'>,
  reader: { id: string; role: string },
): Allowed {
  if (!keepsPolicies(reader.role)) return { allowed: [], why: 'not_keeper' }
  if (version.state === 'draft') return { allowed: ['revise', 'submit', 'withdraw'], why: null }
  if (version.state === 'in_review') {
    const why = whyNotPublish(version, reader.id)
    return { allowed: [...(why ? [] : ['publish' as const]), 'return', 'withdraw'], why }
  }
  return { allowed: version.state === 'withdrawn' ? [] : ['withdraw'], why: null }
}
