import type { Binding } from './bind-figures.ts'
import { crossedPairs } from './crossed-pairs.ts'
import type { Finding } from './model.ts'
import type { Draft } from './read-draft.ts'
import { swappedPairs } from './swapped-pairs.ts'

/**
 * Every number binds to one fact and its role, or to a clause cited in its sentence and in force
 * (contracts.md, `guard`). `floored` spans are reported by the floor guard instead.
 */
export function numberUnsupported(draft: Draft, bindings: readonly Binding[]): Finding[] {
  const findings: Finding[] = []
  for (const binding of bindings) {
    if (binding.free || binding.facts.length > 0 || binding.clauses.length > 0) continue
    findings.push({
      guard: 'number_unsupported',
      severity: 'hard',
      span: binding.figure.span,
      detail: explain(draft, binding),
      fix: 'state the value of the fact meant, or cite the clause it comes from',
    })
  }
  for (const crossed of [...crossedPairs(draft, bindings), ...swappedPairs(draft, bindings)]) {
    if (findings.some((finding) => finding.span?.[0] === crossed.span[0])) continue
    findings.push({
      guard: 'number_unsupported',
      severity: 'hard',
      span: crossed.span,
      detail: crossed.detail,
      fix: 'check which number belongs here',
    })
  }
  return findings
}

function explain(draft: Draft, { figure, misplaced, claimed, approximate, sentence }: Binding): string {
  const shown = draft.text.slice(...figure.span)
  if (misplaced.length > 0) {
    const roles = misplaced.map((fact) => fact.role ?? fact.label ?? fact.id).join(', ')
    return `${shown} is ${roles}, stated as ${claimed?.join(' or ') ?? 'something else'}`
  }
  if (approximate) return `${shown} is not within 1 % of a fact that may be rounded`
  const clause = sentence.markers.find((marker) => marker.clauseId)?.clauseId
  return clause ? `${shown} is neither a fact nor in the cited clause ${clause}` : `${shown} is no known fact`
}
