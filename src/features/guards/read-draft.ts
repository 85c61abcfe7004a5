import type { Span } from '../../platform/language/quantities.ts'
import { splitSentences } from '../../platform/language/sentences.ts'
import type { GuardClause, GuardInput } from './model.ts'
import { plainText } from './plain-text.ts'
import { isDeniedQuestion, quotedSpans } from './quoted-words.ts'

/** A citation marker where it stands; `clause` is null when no citation of the draft goes by that marker. */
export type Marker = { text: string; span: Span; clauseId: string | null; clause: GuardClause | null }

/**
 * A sentence with the markers that belong to it, those right after its full stop included. `own` is `folded` with the
 * words of others left blank: what the bank says itself.
 */
export type Sentence = { span: Span; folded: string; own: string; markers: Marker[] }

/** A draft taken apart once for all guards. `folded` has one unit for each unit of `text` (see `plainText`). */
export type Draft = {
  input: GuardInput
  text: string
  folded: string
  sentences: Sentence[]
  markers: Marker[]
}

/** The bank's local date at an instant (rules.md 6: Asia/Shanghai, no summer time). A bare date stays itself. */
export function bankDate(at: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return at
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Whether a clause is in force at an instant, in the bank's local dates (rules.md 9). */
export function isEffective(clause: GuardClause, at: string): boolean {
  const day = bankDate(at)
  if (clause.effective_from && day < clause.effective_from.slice(0, 10)) return false
  return !(clause.effective_to && day >= clause.effective_to.slice(0, 10))
}

const literally = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Every place where a known marker or a bracketed number stands. */
function findMarkers(input: GuardInput): Marker[] {
  const known = [...new Set(input.citations.map((citation) => citation.marker))].sort(
    (a, b) => b.length - a.length,
  )
  const pattern = new RegExp(
    [...known.map(literally), '\\[\\^?\\d{1,3}\\]', '【\\d{1,3}】', '［\\d{1,3}］'].join('|'),
    'g',
  )
  const markers: Marker[] = []
  for (const match of input.text.matchAll(pattern)) {
    const span: Span = [match.index, match.index + match[0].length]
    const cited = input.citations.filter((citation) => citation.marker === match[0])
    if (cited.length === 0) markers.push({ text: match[0], span, clauseId: null, clause: null })
    for (const { clause: clauseId } of cited) {
      const clause = input.clauses.find((candidate) => candidate.id === clauseId) ?? null
      markers.push({ text: match[0], span, clauseId, clause })
    }
  }
  return markers
}

/** A semicolon does not end what a citation covers. */
function joinAtSemicolons(text: string): Span[] {
  const joined: Span[] = []
  for (const [start, end] of splitSentences(text)) {
    const previous = joined.at(-1)
    const joins =
      previous && /[;；]$/.test(text.slice(...previous)) && !text.slice(previous[1], start).includes('\n')
    if (joins) previous[1] = end
    else joined.push([start, end])
  }
  return joined
}

/** "… 15 days.[1] Then …": a marker right behind a full stop ends the sentence. */
function cutBehindMarkers(text: string, spans: readonly Span[], markers: readonly Marker[]): Span[] {
  return spans.flatMap(([start, end]): Span[] => {
    const cuts = markers
      .filter(({ span }) => span[0] > start && span[1] < end && /^\s/.test(text.slice(span[1])))
      .filter(({ span }) => /[.!?](?:\[\d+\])*$/.test(text.slice(start, span[0])))
      .map(({ span }) => span[1])
    const edges = [start, ...new Set(cuts), end]
    return edges.slice(1).map((edge, index) => [edges[index]!, edge])
  })
}

/** A wave behind a closing particle ends a chatty sentence as a full stop does; between numbers it is a range. */
function cutBehindWaves(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap(([start, end]): Span[] => {
    const waves = text.slice(start, end).matchAll(/(?<=[啦哦呀啊吧呢嘛了哈哟喔哒噢的好])[～~]+(?=\s?\p{L})/gu)
    const edges = [start, ...[...waves].map((match) => start + match.index + match[0].length), end]
    return edges.slice(1).map((edge, index) => [edges[index]!, edge])
  })
}

/** Markers at the head of a sentence belong to the one before it on the same line ("… days.[1] Next …"). */
function sentencesOf(text: string, folded: string, markers: Marker[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const [start, end] of cutBehindMarkers(text, cutBehindWaves(text, joinAtSemicolons(text)), markers)) {
    const previous = sentences.at(-1)
    let from = start
    for (const marker of markers) {
      const gap = text.slice(from, marker.span[0])
      const sameLine = previous && !text.slice(previous.span[1], marker.span[0]).includes('\n')
      if (!sameLine || marker.span[0] < start || marker.span[1] > end || !/^[\s([]*$/.test(gap)) continue
      from = Math.max(from, marker.span[1])
      previous.markers.push(marker)
      previous.span = [previous.span[0], from]
    }
    while (from < end && /[\s.。)]/.test(text[from]!)) from += 1
    if (from >= end) continue
    const within = markers.filter((marker) => marker.span[0] >= from && marker.span[1] <= end)
    const sentence = folded.slice(from, end)
    sentences.push({ span: [from, end], folded: sentence, own: sentence, markers: within })
  }
  return sentences
}

/** Blanks what is quoted from others, and questions that are answered with a no. */
function keepOwnWords(sentences: Sentence[], folded: string): Sentence[] {
  const quoted = quotedSpans(folded)
  return sentences.map((sentence, index) => {
    const [start, end] = sentence.span
    const next = sentences[index + 1]
    if (next && isDeniedQuestion(sentence.folded, next.folded))
      return { ...sentence, own: ' '.repeat(end - start) }
    let own = sentence.folded
    for (const span of quoted) {
      if (!overlaps(span, sentence.span)) continue
      const from = Math.max(span[0], start) - start
      const to = Math.min(span[1], end) - start
      own = `${own.slice(0, from)}${'"'.padEnd(to - from, ' ')}${own.slice(to)}`
    }
    return { ...sentence, own }
  })
}

/** Takes a draft apart: sentences, markers, folded text. No opinion yet. */
export function readDraft(input: GuardInput): Draft {
  const folded = plainText(input.text)
  const markers = findMarkers(input)
  const sentences = keepOwnWords(sentencesOf(input.text, folded, markers), folded)
  return { input, text: input.text, folded, markers, sentences }
}

/** Clauses a sentence cites that are in force at the draft's instant. */
export function citedClauses(draft: Draft, sentence: Sentence): GuardClause[] {
  return sentence.markers.flatMap(({ clause }) =>
    clause && isEffective(clause, draft.input.at) ? [clause] : [],
  )
}

/** Whether two spans share a unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}
