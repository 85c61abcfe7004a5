import type { Finding } from '../shapes.ts'

export const checkGroups = ['numbers', 'promises', 'disclosures', 'policy', 'privacy', 'tone'] as const
export type CheckGroup = (typeof checkGroups)[number] | 'other'

const groupOfGuard: Readonly<Record<string, CheckGroup>> = {
  number_unsupported: 'numbers',
  promise_unbacked: 'promises',
  forbidden_phrase: 'promises',
  disclosure_missing: 'disclosures',
  policy_not_effective: 'policy',
  internal_clause: 'policy',
  citation_invalid: 'policy',
  citation_unsupporting: 'policy',
  floor_disclosed: 'privacy',
  unverified_account_fact: 'privacy',
  other_person_data: 'privacy',
  threat_or_pressure: 'tone',
  language_mismatch: 'tone',
}

/** Findings under the six questions a person asks of a text; a guard not known here is never dropped. */
export function groupFindings(findings: readonly Finding[]): { group: CheckGroup; findings: Finding[] }[] {
  const of = (group: CheckGroup) =>
    findings.filter((finding) => (groupOfGuard[finding.guard] ?? 'other') === group)
  const known = checkGroups.map((group) => ({ group, findings: of(group) }))
  const other = of('other')
  return other.length > 0 ? [...known, { group: 'other', findings: other }] : known
}
