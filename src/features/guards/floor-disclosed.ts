import type { Binding } from './bind-figures.ts'
import { floorWording } from './floor-wording.ts'
import type { Finding } from './model.ts'
import type { Draft } from './read-draft.ts'

/** A floor value that is no fact, or floor wording, in a text that could be quoted. */
export function floorDisclosed(draft: Draft, bindings: readonly Binding[]): Finding[] {
  const findings: Finding[] = []
  for (const binding of bindings) {
    const backed = binding.facts.length + binding.misplaced.length + binding.clauses.length > 0
    if (backed || !isFloor(draft, binding)) continue
    findings.push(
      finding(binding.figure.span, `${draft.text.slice(...binding.figure.span)} is a floor value`),
    )
  }
  for (const pattern of floorWording) {
    for (const match of draft.folded.matchAll(pattern)) {
      const span: [number, number] = [match.index, match.index + match[0].length]
      if (findings.some((other) => other.span && other.span[0] < span[1] && span[0] < other.span[1])) continue
      findings.push(finding(span, 'wording tells what the bank would at least accept'))
    }
  }
  return findings
}

function finding(span: [number, number], detail: string): Finding {
  return {
    guard: 'floor_disclosed',
    severity: 'hard',
    span,
    detail,
    rule: 'invariant floor',
    fix: 'leave it out',
  }
}

function isFloor(draft: Draft, { figure, approximate }: Binding): boolean {
  const floor = draft.input.floor
  if (!floor) return false
  const equals = (stated: number, value: number) =>
    approximate ? Math.abs(stated - value) <= Math.abs(value) * 0.01 : Math.abs(stated - value) < 1e-6
  switch (figure.kind) {
    case 'amount':
      return floor.amounts.some((value) => equals(figure.minor, value))
    case 'rate':
      return floor.bp.some((value) => equals(figure.bp, value))
    case 'bare':
    case 'count':
      return (
        floor.amounts.some((value) => equals(figure.value * 100, value)) ||
        floor.bp.some((value) => value >= 100 && equals(figure.value * 100, value))
      )
    default:
      return false
  }
}
