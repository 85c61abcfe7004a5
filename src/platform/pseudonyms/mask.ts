import { surnames } from '../language/surnames.ts'
import { findCodes } from './find-codes.ts'
import { findEmployers } from './find-employers.ts'
import { findHanNames } from './find-han-names.ts'
import { findKept } from './find-kept.ts'
import { findLatinNames } from './find-latin-names.ts'
import { findNumbers } from './find-numbers.ts'
import { findAddresses } from './find-places.ts'
import type { Hit, MaskEntry, MaskState } from './model.ts'
import { relations } from './name-words.ts'
import { nextNumber } from './open-mask.ts'
import { findPlaceholders, writePlaceholder } from './placeholders.ts'
import { keyOf, type TextView, viewOf } from './text-view.ts'

/**
 * The text with everything that names a person replaced by its placeholder, and the state with the placeholders this
 * added. Deterministic; a text masked again with the state it led to gives the same text and no new placeholder.
 * Text that reads like a placeholder becomes a `TEXT` of its own, so that it can never be turned into somebody's data.
 */
export function mask(text: string, state: MaskState): { text: string; state: MaskState } {
  const view = viewOf(text)
  const found = findAll(view, state.clear)
  let entries = state.entries
  for (let round = 0; ; round++) {
    const hits = settle(view, [...found, ...findKept(view, { ...state, entries })], entries)
    const next = withNew(view, hits, entries)
    if (next.length === entries.length || round === 5)
      return { text: write(view, hits, next), state: { ...state, entries: next } }
    entries = next
  }
}

const rank: Record<Hit['kind'], number> = {
  TEXT: 0,
  EMAIL: 1,
  ID: 2,
  CARD: 2,
  PHONE: 2,
  ACCT: 3,
  PLATE: 3,
  CODE: 3,
  ADDR: 4,
  EMP: 4,
  NAME: 5,
}

function findAll(view: TextView, clear: readonly string[]): Hit[] {
  const spared = clear.flatMap((word) => occurrences(view.folded, viewOf(word).folded))
  const hits = [
    ...findNumbers(view),
    ...findCodes(view),
    ...findAddresses(view),
    ...findEmployers(view),
    ...findHanNames(view),
    ...findLatinNames(view),
  ].filter(({ span }) => !spared.some((clearSpan) => clearSpan[0] <= span[0] && span[1] <= clearSpan[1]))
  return hits
}

function occurrences(text: string, word: string): [number, number][] {
  const spans: [number, number][] = []
  if (word === '') return spans
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    spans.push([at, at + word.length])
  return spans
}

/** One hit for each place: surer kinds first, then what is kept, then the longer one; a cut one keeps its free pieces. */
function settle(view: TextView, hits: readonly Hit[], entries: readonly MaskEntry[]): Hit[] {
  const source = findPlaceholders(view.text).map((like) => like.span)
  const ordered = [...hits].sort(
    (a, b) =>
      rank[a.kind] - rank[b.kind] ||
      b.span[1] - b.span[0] - (a.span[1] - a.span[0]) ||
      Number(b.entry !== undefined) - Number(a.entry !== undefined) ||
      a.span[0] - b.span[0],
  )
  const taken: Hit[] = source.map((span) => ({ kind: 'TEXT', span, key: view.text.slice(...span) }))
  for (const hit of ordered) {
    const span = view.source(hit.span)
    for (const piece of freePieces(span, taken)) {
      const whole = piece[0] === span[0] && piece[1] === span[1]
      if (!whole && (hit.kind === 'NAME' || !/[\p{L}\p{N}]{2}/u.test(view.text.slice(...piece)))) continue
      const key = whole ? hit.key : keyOf(view.text.slice(...piece))
      taken.push({
        kind: hit.kind,
        span: trim(view.text, piece),
        key,
        ...(whole && hit.entry !== undefined ? { entry: hit.entry } : {}),
      })
    }
  }
  return taken
    .sort((a, b) => a.span[0] - b.span[0])
    .map((hit) => ({ ...hit, ...entryOf(view, hit, entries) }))
}

function trim(text: string, [from, to]: [number, number]): [number, number] {
  const piece = text.slice(from, to)
  return [from + (piece.length - piece.trimStart().length), to - (piece.length - piece.trimEnd().length)]
}

function freePieces(span: [number, number], taken: readonly Hit[]): [number, number][] {
  let pieces: [number, number][] = [span]
  for (const { span: other } of taken)
    pieces = pieces.flatMap(([from, to]): [number, number][] => {
      if (other[1] <= from || to <= other[0]) return [[from, to]]
      const left: [number, number] = [from, other[0]]
      const right: [number, number] = [other[1], to]
      return [left, right].filter(([start, end]) => end > start)
    })
  return pieces
}

/** The entry a hit belongs to: the one with its key, or, for a part of a name, the one person it can be. */
function entryOf(view: TextView, hit: Hit, entries: readonly MaskEntry[]): { entry?: number } {
  if (hit.entry !== undefined) return {}
  const same = (entry: MaskEntry) => entry.kind === hit.kind
  let index = entries.findIndex((entry) => same(entry) && entry.keys.includes(hit.key))
  if (index < 0 && (hit.kind === 'ADDR' || hit.kind === 'EMP') && hit.key.length >= 6)
    index = entries.findIndex(
      (entry) => same(entry) && entry.known && entry.keys.some((key) => key.includes(hit.key)),
    )
  if (index < 0 && hit.kind === 'NAME') index = personOf(view, hit, entries)
  return index >= 0 ? { entry: index } : {}
}

const ofSomebody = new RegExp(`(?:${relations})(?:的|是|叫)?$`)

function personOf(view: TextView, { key, span }: Hit, entries: readonly MaskEntry[]): number {
  if (ofSomebody.test(view.text.slice(Math.max(0, span[0] - 8), span[0]))) return -1
  const isPart = (kept: string) =>
    surnames.has(key)
      ? kept.startsWith(key) && kept.length > key.length
      : kept.includes(' ') && kept.split(' ').includes(key)
  const candidates = entries.flatMap((entry, index) =>
    entry.kind === 'NAME' && entry.keys.some(isPart) ? [index] : [],
  )
  return candidates.find((index) => entries[index]!.known) ?? (candidates.length === 1 ? candidates[0]! : -1)
}

/** The entries with one more for each value that has none, numbered in the order of the text. */
function withNew(view: TextView, hits: readonly Hit[], entries: MaskEntry[]): MaskEntry[] {
  const next = [...entries]
  for (const hit of hits) {
    const { kind, key, span } = hit
    if (hit.entry !== undefined || entryOf(view, hit, next).entry !== undefined) continue
    if (next.some((one) => one.kind === kind && one.keys.includes(key))) continue
    next.push({
      kind,
      number: nextNumber(next, kind),
      keys: [key],
      shown: view.text.slice(...span),
      latin: null,
      known: false,
    })
  }
  return next
}

function write(view: TextView, hits: readonly Hit[], entries: readonly MaskEntry[]): string {
  let out = ''
  let at = 0
  for (const { span, kind, key, entry } of hits) {
    const chosen =
      entry !== undefined
        ? entries[entry]
        : entries.find((one) => one.kind === kind && one.keys.includes(key))
    out += view.text.slice(at, span[0]) + (chosen ? writePlaceholder(chosen) : '')
    at = span[1]
  }
  return out + view.text.slice(at)
}
