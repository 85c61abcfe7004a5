import type { Span } from '../../platform/language/quantities.ts'
import type { Binding } from './bind-figures.ts'
import { familyOf } from './detect-role.ts'
import { type Figure, readFigures } from './figures.ts'
import { labelOf, topicsOf } from './label-topics.ts'
import type { GuardClause } from './model.ts'
import { plainText } from './plain-text.ts'
import type { Draft } from './read-draft.ts'
import { sameFigure } from './same-figure.ts'
import { contentUnits, countFound, shareFound, without } from './word-overlap.ts'

export type Crossed = { span: Span; detail: string }

/**
 * Numbers that are supported, but whose surroundings fit another supported number better: two values of one
 * clause, or of two labelled facts, standing in each other's place.
 */
export function crossedPairs(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  return [...crossedInClauses(draft, bindings), ...crossedLabels(draft, bindings)]
}

/** The words around a span, up to the nearest punctuation or figure; an "and" before the next figure ends them too. */
function phraseAround(folded: string, span: Span, figures: readonly Figure[]): string {
  const earlier = figures.map((other) => other.span[1]).filter((end) => end <= span[0])
  const next = figures.map((other) => other.span[0]).find((start) => start >= span[1])
  const head = folded.slice(Math.max(0, span[0] - 80, ...earlier), span[0])
  const rest = folded.slice(span[1], Math.min(next ?? Number.POSITIVE_INFINITY, span[1] + 80))
  const tail = next === undefined ? rest : (/^.*?(?=\b(?:and|or|but)\b|[和及与或])/.exec(rest)?.[0] ?? rest)
  const from = Math.max(...[...',。;、:!?\n('].map((mark) => head.lastIndexOf(mark)), head.lastIndexOf('. '))
  const stop = tail.search(/[,。;、:!?\n(]|\.(?:\s|$)/)
  return `${head.slice(from + 1)} ${stop < 0 ? tail : tail.slice(0, stop)}`
}

type Place = { figure: Binding['figure']; units: Set<string> }

function placesIn(clause: GuardClause, at: string): Place[] {
  const folded = plainText(clause.text)
  const figures = readFigures(clause.text, folded, at, [])
  return figures.map((figure) => ({
    figure,
    units: contentUnits(phraseAround(folded, figure.span, figures)),
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
    const all = bindings.map((binding) => binding.figure)
    const words = contentUnits(phraseAround(draft.folded, figure.span, all))
    const own = places.filter((place) => sameFigure(figure, place.figure))
    const others = places.filter(
      (place) => familyOf(place.figure) === familyOf(figure) && !sameFigure(figure, place.figure),
    )
    for (const other of others) {
      const here = Math.max(...own.map((place) => shareOwn(words, place.units, other.units)))
      const there = Math.min(...own.map((place) => shareOwn(words, other.units, place.units)))
      if (there < 0.34 || there < here + 0.3) continue
      // One common word ("a year") is no sign of another number's place.
      if (Math.min(...own.map((place) => countFound(without(other.units, place.units), words))) < 2) continue
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

/** The words that say what a figure is: ahead of it back to the last figure or stop, else behind it. */
function leadOf(draft: Draft, binding: Binding, bindings: readonly Binding[]): string {
  const at = binding.figure.span[0]
  const earlier = Math.max(0, ...bindings.map(({ figure }) => (figure.span[1] <= at ? figure.span[1] : 0)))
  const head = draft.folded.slice(Math.max(earlier, at - 40), at)
  const stop = Math.max(...[',', '。', ';', '、', '\n', '. '].map((mark) => head.lastIndexOf(mark)))
  return head.slice(stop + 1)
}

function crossedLabels(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  const crossed: Crossed[] = []
  for (const binding of bindings) {
    const { figure, facts, clauses, free } = binding
    if (free || clauses.length > 0 || facts.length === 0) continue
    if (facts.some((fact) => fact.role && fact.role !== 'other')) continue
    const lead = leadOf(draft, binding, bindings)
    const told = topicsOf(lead)
    const words = contentUnits(lead)
    const own = facts.map(labelOf)
    const around = topicsOf(
      `${lead} ${draft.folded.slice(figure.span[1], figure.span[1] + 24).split(/[,;。]/)[0]}`,
    )
    const ownTopics = own.flatMap((label) => [...topicsOf(label)])
    const ownTold = ownTopics.some((topic) => around.has(topic))
    if (ownTopics.length === 0 && told.size > 0) continue
    const ownShare = Math.max(...own.map((label) => shareFound(contentUnits(label), words)))
    if (ownTold || ownShare > 0) continue
    const rival = draft.input.facts.find((fact) => {
      if (facts.includes(fact) || fact.kind !== facts[0]!.kind || fact.value === facts[0]!.value) return false
      if (fact.role && fact.role !== 'other') return false
      const label = labelOf(fact)
      const units = contentUnits(label)
      return (
        [...topicsOf(label)].some((topic) => told.has(topic)) ||
        (units.size > 0 && shareFound(units, words) >= 0.6)
      )
    })
    const known = told.size === 0 || facts.every((fact) => (fact.label ?? '') !== '')
    if (!rival || !known) continue
    crossed.push({
      span: figure.span,
      detail: `${draft.text.slice(...figure.span)} stands where "${rival.label ?? rival.id}" belongs`,
    })
  }
  return crossed
}
