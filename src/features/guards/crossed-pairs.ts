import type { Span } from '../../platform/language/quantities.ts'
import type { Binding } from './bind-figures.ts'
import { familyOf } from './detect-role.ts'
import { readFigures } from './figures.ts'
import type { GuardClause } from './model.ts'
import { plainText } from './plain-text.ts'
import type { Draft } from './read-draft.ts'
import { sameFigure } from './same-figure.ts'
import { contentUnits, shareFound, without } from './word-overlap.ts'

export type Crossed = { span: Span; detail: string }

/**
 * Numbers that are supported, but whose surroundings fit another supported number better: two values of one
 * clause, or of two labelled facts, standing in each other's place.
 */
export function crossedPairs(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  return [...crossedInClauses(draft, bindings), ...crossedLabels(draft, bindings)]
}

/** The words around a span, up to the nearest punctuation. */
function phraseAround(folded: string, span: Span): string {
  const head = folded.slice(Math.max(0, span[0] - 80), span[0])
  const tail = folded.slice(span[1], span[1] + 80)
  const from = Math.max(...[...',。;、:!?\n('].map((mark) => head.lastIndexOf(mark)), head.lastIndexOf('. '))
  const stop = tail.search(/[,。;、:!?\n(]|\.(?:\s|$)/)
  return `${head.slice(from + 1)} ${stop < 0 ? tail : tail.slice(0, stop)}`
}

type Place = { figure: Binding['figure']; units: Set<string> }

function placesIn(clause: GuardClause, at: string): Place[] {
  const folded = plainText(clause.text)
  return readFigures(clause.text, folded, at, []).map((figure) => ({
    figure,
    units: contentUnits(phraseAround(folded, figure.span)),
  }))
}

function crossedInClauses(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  const crossed: Crossed[] = []
  const known = new Map<string, Place[]>()
  for (const { figure, clauses, facts, free } of bindings) {
    if (free || facts.length > 0 || figure.kind === 'clock') continue
    const clause = clauses[0]
    if (!clause) continue
    const places = known.get(clause.id) ?? placesIn(clause, draft.input.at)
    known.set(clause.id, places)
    const words = contentUnits(phraseAround(draft.folded, figure.span))
    const own = places.filter((place) => sameFigure(figure, place.figure))
    const others = places.filter(
      (place) => familyOf(place.figure) === familyOf(figure) && !sameFigure(figure, place.figure),
    )
    for (const other of others) {
      const here = Math.max(...own.map((place) => shareOwn(words, place.units, other.units)))
      const there = Math.min(...own.map((place) => shareOwn(words, other.units, place.units)))
      if (there < 0.34 || there < here + 0.3) continue
      crossed.push({
        span: figure.span,
        detail: `${draft.text.slice(...figure.span)} stands where ${clause.id} has another number`,
      })
      break
    }
  }
  return crossed
}

/** How much of what only `mine` says is said in `words`. */
function shareOwn(
  words: ReadonlySet<string>,
  mine: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
): number {
  return shareFound(without(mine, theirs), words)
}

function crossedLabels(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  const crossed: Crossed[] = []
  for (const { figure, facts, clauses, free } of bindings) {
    if (free || clauses.length > 0 || facts.length === 0) continue
    if (facts.some((fact) => fact.role && fact.role !== 'other')) continue
    const words = contentUnits(phraseAround(draft.folded, figure.span))
    const own = facts.map((fact) => contentUnits(plainText(fact.label ?? '')))
    if (own.some((units) => units.size === 0)) continue
    const rivals = draft.input.facts.filter((fact) => !facts.includes(fact) && fact.kind === facts[0]!.kind)
    for (const rival of rivals) {
      const units = contentUnits(plainText(rival.label ?? ''))
      if (units.size === 0) continue
      const there = Math.min(...own.map((mine) => shareOwn(words, units, mine)))
      const here = Math.max(...own.map((mine) => shareOwn(words, mine, units)))
      if (there < 0.6 || here > 0) continue
      crossed.push({
        span: figure.span,
        detail: `${draft.text.slice(...figure.span)} stands where "${rival.label}" belongs`,
      })
      break
    }
  }
  return crossed
}
