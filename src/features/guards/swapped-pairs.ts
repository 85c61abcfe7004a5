import type { Binding } from './bind-figures.ts'
import type { Crossed } from './crossed-pairs.ts'
import type { Fact } from './model.ts'
import { endOfRange, type PlaceWords, suiting, wordsAt } from './place-words.ts'
import type { Draft } from './read-draft.ts'
import { readTables } from './read-tables.ts'

/** By how much a number said nowhere has to suit better: a debt is spoken of in many places that state another. */
const surely = 1.3

type Place = PlaceWords & { binding: Binding; facts: readonly Fact[] }

/** One concept told at a place is worth 1, half as much behind a comma; see `place-words.ts`. */
const threshold = 1

/**
 * Two facts of one kind standing in each other's place: the words around the two numbers suit the exchange clearly
 * better than the text as it is. It takes both places to tell, so one odd turn of phrase raises nothing.
 */
export function swappedPairs(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  const places = placesOf(draft, bindings)
  const crossed: Crossed[] = [
    ...backwardRanges(draft, bindings),
    ...debtForPlan(draft, bindings),
    ...untimelyDays(draft, bindings),
    ...unsaidInstead(draft, places, bindings),
  ]
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      const [one, other] = [a.facts[0]!, b.facts[0]!]
      if (one.kind !== other.kind || one.value === other.value) continue
      if (isTimely(a, draft) && isTimely(b, draft) && isPast(one, draft) !== isPast(other, draft)) continue
      const here = best(b.facts, a) - best(a.facts, a)
      const there = best(a.facts, b) - best(b.facts, b)
      if (here + there < threshold || here < 0 || there < 0) continue
      const shown = (place: Place) => draft.text.slice(...place.binding.figure.span)
      const span = (here >= there ? a : b).binding.figure.span
      crossed.push({ span, detail: `${shown(a)} and ${shown(b)} seem to stand in each other's place` })
    }
  }
  return crossed
}

const isPast = (fact: Fact, draft: Draft) =>
  fact.kind === 'date' && String(fact.value) < draft.input.at.slice(0, 10)

/** A day told in the tense it has; a day gone by and one to come are not taken for each other then. */
function isTimely({ binding, facts }: Place, draft: Draft): boolean {
  const { figure } = binding
  return figure.kind === 'date' && figure.tense !== (isPast(facts[0]!, draft) ? 'future' : 'past')
}

/** A value may be two facts, as the sum of a plan without interest is its total too: the better one counts. */
const best = (facts: readonly Fact[], place: PlaceWords) =>
  Math.max(...facts.map((fact) => suiting(fact, place)))

/** A range of dates that ends before it begins. */
function backwardRanges(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  const dates = bindings.filter(({ figure, facts }) => figure.kind === 'date' && facts.length === 1)
  const spans = dates.map(({ figure }) => figure.span)
  return dates.slice(1).flatMap((end, i): Crossed[] => {
    const start = dates[i]!
    const range = [spans[i]!, spans[i + 1]!]
    if (endOfRange(draft.folded, start.figure.span, range) !== 'from') return []
    if (String(start.facts[0]!.value) <= String(end.facts[0]!.value)) return []
    const shown = draft.text.slice(...end.figure.span)
    return [{ span: end.figure.span, detail: `${shown} ends a range before it begins` }]
  })
}

/** Facts of a kind that no number of the draft states, of those that may be told to this customer. */
function unsaid(draft: Draft, bindings: readonly Binding[], kind: Fact['kind']): Fact[] {
  const said = new Set(
    bindings.flatMap(({ facts, misplaced }) => [...facts, ...misplaced].map(({ value }) => value)),
  )
  return draft.input.facts.filter(
    (fact) => fact.kind === kind && fact.subject !== 'other' && !said.has(fact.value),
  )
}

/** A day to come told of what has been, or the reverse, while the day that would suit is told nowhere. */
function untimelyDays(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  const today = draft.input.at.slice(0, 10)
  const left = unsaid(draft, bindings, 'date').map(({ value }) => String(value))
  return bindings.flatMap(({ figure, facts, free }): Crossed[] => {
    if (figure.kind !== 'date' || facts.length !== 1 || free) return []
    const day = String(facts[0]!.value)
    const toCome = day > today
    const lead = draft.folded.slice(0, figure.span[0])
    const until = /(?:\b(?:until|till|by)(?: the)?|直到|[停延]到)\s?$/.test(lead)
    const wrong = toCome ? figure.tense === 'past' && !until : day < today && until
    if (!wrong || !left.some((other) => (toCome ? other <= today : other >= today))) return []
    return [{ span: figure.span, detail: `${draft.text.slice(...figure.span)} does not suit the time told` }]
  })
}

/** A number whose words suit a fact said nowhere far better than its own. */
function unsaidInstead(draft: Draft, places: readonly Place[], bindings: readonly Binding[]): Crossed[] {
  return places.flatMap((place): Crossed[] => {
    const own = best(place.facts, place)
    const [other] = unsaid(draft, bindings, place.facts[0]!.kind).filter(
      (fact) => suiting(fact, place) - own >= surely,
    )
    if (!other) return []
    const { span } = place.binding.figure
    return [{ span, detail: `${draft.text.slice(...span)} stands where ${other.label ?? other.id} is told` }]
  })
}

/**
 * What a plan spreads must be said where its instalments are: a debt of another size in its stead, and the sum of
 * the plan nowhere, is the one put for the other.
 */
function debtForPlan(draft: Draft, bindings: readonly Binding[]): Crossed[] {
  const facts = draft.input.facts.filter(({ kind, subject, source }) => {
    return kind === 'amount' && subject !== 'other' && source !== 'message'
  })
  const planned = facts.filter(({ role }) => role === 'financed')
  const said = (fact: Fact) =>
    bindings.find(({ facts, misplaced }) =>
      [...facts, ...misplaced].some(({ kind, value }) => kind === 'amount' && value === fact.value),
    )
  if (planned.length === 0 || planned.some(said)) return []
  if (!facts.some((fact) => fact.role === 'instalment' && said(fact))) return []
  const cells = readTables(draft.folded)
  return facts.flatMap((fact): Crossed[] => {
    const place = fact.role === 'balance' ? said(fact) : undefined
    // "Balance: …" says what it is and may stand beside the instalments.
    if (!place || suiting(fact, wordsAt(draft, place, bindings, cells)) >= 0.8) return []
    const shown = draft.text.slice(...place.figure.span)
    return [{ span: place.figure.span, detail: `${shown} is the balance; the sum of the plan is not said` }]
  })
}

/** Every number that states one value, with the words said of it. */
function placesOf(draft: Draft, bindings: readonly Binding[]): Place[] {
  const cells = readTables(draft.folded)
  return bindings.flatMap((binding): Place[] => {
    const facts = binding.facts.length > 0 ? binding.facts : binding.misplaced
    const [first] = facts
    if (!first || facts.some(({ value }) => value !== first.value)) return []
    if (binding.free || binding.clauses.length > 0) return []
    return [{ ...wordsAt(draft, binding, bindings, cells), binding, facts }]
  })
}
