import type { Finding } from './model.ts'
import type { Draft } from './read-draft.ts'

/** A marker must lead to a clause of the draft: no index out of range, no clause that is not there. */
export function citationInvalid(draft: Draft): Finding[] {
  const findings: Finding[] = []
  const report = (span: [number, number] | null, detail: string) =>
    findings.push({
      guard: 'citation_invalid',
      severity: 'hard',
      span,
      detail,
      fix: 'cite by a marker of the list',
    })
  for (const { text, span, clauseId, clause } of draft.markers) {
    if (clauseId === null) report(span, `${text} is not in the list of citations`)
    else if (!clause) report(span, `${text} points to ${clauseId}, which is not among the clauses`)
  }
  for (const { marker, clause } of draft.input.citations) {
    if (draft.input.clauses.some((known) => known.id === clause)) continue
    if (draft.markers.some((used) => used.text === marker)) continue
    report(null, `citation ${marker} points to ${clause}, which is not among the clauses`)
  }
  return findings
}
