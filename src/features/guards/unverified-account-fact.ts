import type { Binding } from './bind-figures.ts'
import type { Fact, Finding } from './model.ts'
import { plainText } from './plain-text.ts'
import { type Draft, overlaps } from './read-draft.ts'

const accountKinds = new Set<Fact['kind']>(['amount', 'rate', 'date', 'term'])

/** Whether stating a fact needs a verified customer: account and engine facts, and figures without a source. */
export function needsIdentity(fact: Fact): boolean {
  if (fact.source) return fact.source === 'account' || fact.source === 'engine'
  return accountKinds.has(fact.kind)
}

/** Nothing of an account is told before the customer is verified. */
export function unverifiedAccountFact(draft: Draft, bindings: readonly Binding[]): Finding[] {
  if (draft.input.verified) return []
  const findings: Finding[] = []
  const report = (span: [number, number], fact: Fact) =>
    findings.push({
      guard: 'unverified_account_fact',
      severity: 'hard',
      span,
      detail: `${draft.text.slice(...span)} comes from the account (${fact.role ?? fact.label ?? fact.id}), identity is not verified`,
      fix: 'ask the customer to verify first',
    })
  for (const { figure, facts, misplaced, clauses, free } of bindings) {
    const stated = facts.length > 0 ? facts : misplaced
    if (free || clauses.length > 0 || stated.length === 0 || !stated.every(needsIdentity)) continue
    report(figure.span, stated[0]!)
  }
  for (const fact of draft.input.facts) {
    if (accountKinds.has(fact.kind) || fact.kind === 'count' || !needsIdentity(fact)) continue
    const value = plainText(String(fact.value))
    const at = value.length > 1 ? draft.folded.indexOf(value) : -1
    const span: [number, number] = [at, at + value.length]
    if (at >= 0 && !findings.some((finding) => finding.span && overlaps(finding.span, span)))
      report(span, fact)
  }
  return findings
}
