import type { Span } from '../../platform/language/quantities.ts'
import type { Binding } from './bind-figures.ts'
import { labelOf } from './label-topics.ts'
import type { Fact } from './model.ts'
import { conceptsIn, suits, type Told } from './place-concepts.ts'
import { type Draft, overlaps } from './read-draft.ts'
import { type Cell, headingPart } from './read-tables.ts'
import { contentUnits, countFound } from './word-overlap.ts'

/** "Total ........ 900": dots that lead to a number end no sentence. */
const leaders = /[.…·]{3,}/g

function startOf(draft: Draft, { figure, sentence }: Binding): number {
  const line = draft.folded.lastIndexOf('\n', figure.span[0] - 1) + 1
  const led = line < sentence.span[0] && /[.…·]{3,}\s*$/.test(draft.folded.slice(line, sentence.span[0]))
  return led ? line : sentence.span[0]
}

const ofNumberBefore = /^.*?(?:[,;、。]|\b(?:and|but|while)\b|而(?!且)|但)/s

export type PlaceWords = { told: Told; words: ReadonlySet<string> }

/** How well a fact suits the words at a place: by what they speak of, and by words its label has too. */
export function suiting(fact: Fact, { told, words }: PlaceWords): number {
  return suits(fact, told) + Math.min(0.6, 0.3 * countFound(contentUnits(labelOf(fact)), words))
}

/** "From A to B", "A — B": which end of a range a date is, if any. */
export function endOfRange(folded: string, span: Span, spans: readonly Span[]): 'from' | 'to' | null {
  const joins = (gap: string) =>
    /^\s?(?:起?[,]?\s?(?:至|到|~|-|—+|–|to|until|till|through)|起)\s?(?:the )?$/.test(gap)
  if (spans.some((other) => other[0] > span[1] && joins(folded.slice(span[1], other[0])))) return 'from'
  return spans.some((other) => other[1] < span[0] && joins(folded.slice(other[1], span[0]))) ? 'to' : null
}

/** The words said of a number: its heads in a table, its phrase, what follows it up to the next stop. */
export function wordsAt(
  draft: Draft,
  binding: Binding,
  bindings: readonly Binding[],
  cells: readonly Cell[],
): PlaceWords {
  const spans = bindings.map(({ figure }) => figure.span)
  const { span } = binding.figure
  const cell = cells.find((other) => overlaps(other.span, span))
  const inside = spans.filter((other) => cell && overlaps(other, cell.span))
  const head = cell
    ? [cell.row, cell.column].map((part) => headingPart(part, inside.indexOf(span), inside.length)).join(' ')
    : ''
  const from = Math.max(
    cell ? cell.span[0] : startOf(draft, binding),
    span[0] - 60,
    ...spans.map((other) => (other[1] <= span[0] ? other[1] : 0)),
  )
  const to = Math.min(
    cell ? cell.span[1] : binding.sentence.span[1],
    span[1] + 40,
    ...spans.map((other) => (other[0] >= span[1] ? other[0] : Number.POSITIVE_INFINITY)),
  )
  const lead = draft.folded.slice(from, span[0]).replace(leaders, ' ')
  const rest = draft.folded.slice(span[1], to)
  // What stands between the number before and the next comma or "and" was said of that number.
  const free = spans.some((other) => other[1] === from) ? lead.replace(ofNumberBefore, '') : lead
  const own = free.replace(/^\s?\([^)]*\)/, '').replace(/^.*(?:[;。]|\. )/s, '')
  const near = own.replace(/^.*[,:、(]/s, (part) => (own.length - part.length < 4 ? part : ''))
  const bracket = /^\s?\([^)]{1,24}\)/.exec(rest)?.[0]
  const stop = bracket ? bracket.length : rest.search(/[,;。、(]|\.\s|\.$|\b(?:and|but|while)\b|而|但/)
  const tail = stop < 0 ? rest : rest.slice(0, stop)
  const told = new Map<string, number>()
  const put = (more: ReadonlyMap<string, number>) => {
    for (const [name, weight] of more) told.set(name, Math.max(weight, told.get(name) ?? 0))
  }
  put(conceptsIn(`${head} ${near}`, 'end', 1))
  if (near !== own) put(conceptsIn(own, 'end', 0.5))
  put(conceptsIn(tail, 'start', bracket ? 1 : 0.8))
  const end = binding.figure.kind === 'date' ? endOfRange(draft.folded, span, spans) : null
  if (end) {
    told.set('started', end === 'from' ? 1 : 0)
    told.set('ended', end === 'to' ? 1 : 0)
  }
  return { told, words: contentUnits(`${head} ${near} ${tail}`) }
}
