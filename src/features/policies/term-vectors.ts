import { SparseVector as PgSparseVector } from 'pgvector'
import { latinWords, queryTokens, tokenize, wordCount } from './tokens.ts'

/** Width of the `sparsevec` columns; a term's index is its hash folded into it, counted from 1. */
export const dimensions = 2 ** 29
/** pgvector stores at most 16,000 non-zeros in one sparse vector. */
const mostTerms = 15_000

const k1 = 1.2
const b = 0.75
const titleRepeats = 3
const gramWeight = 0.1
/** Questions longer than this are told in full sentences: the title and character fields then mislead. */
const shortQuestionWords = 60

/** Index → value; only non-zero entries. */
export type SparseVector = Map<number, number>

/** What is indexed of one clause: its headings (document and clause) and its text. */
export interface IndexedText {
  title: string
  body: string
}

/** Mean field lengths in terms, frozen for one index generation. */
export interface MeanLengths {
  plain: number
  titled: number
  grams: number
}

/** One clause against long questions (`plain`) and against short ones (`titled`, with character n-grams). */
export interface ClauseVectors {
  plain: SparseVector
  titled: SparseVector
}

/** Term counts of one clause per field, before any length is known; the input to means and vectors. */
export interface FieldCounts {
  plain: SparseVector
  titled: SparseVector
  grams: SparseVector
}

/** Corpus facts for the terms of one question: documents counted, and in how many each term occurs. */
export interface TermFrequencies {
  documents: number
  frequency: (index: number) => number
}

/** A question's term before weighting: `factor` is how much it counts beside the question's own words (1). */
export interface QueryTerm {
  index: number
  text: string
  factor: number
  gram: boolean
}

export function countFields(text: IndexedText): FieldCounts {
  const title = tokenize(text.title)
  const body = tokenize(text.body)
  const titled = count([...repeat(title, titleRepeats), ...body])
  return {
    plain: count([...title, ...body]),
    titled,
    grams: count([...repeat(characterGrams(text.title), titleRepeats), ...characterGrams(text.body)]),
  }
}

export function fieldLengths(counts: FieldCounts): MeanLengths {
  return { plain: total(counts.plain), titled: total(counts.titled), grams: total(counts.grams) }
}

/** The BM25 term-frequency parts of a clause. Inverse frequency goes into the question's weights instead. */
export function clauseVectors(counts: FieldCounts, means: MeanLengths): ClauseVectors {
  const titled = frequencyPart(counts.titled, means.titled)
  for (const [index, value] of frequencyPart(counts.grams, means.grams)) {
    if (titled.size >= mostTerms) break
    titled.set(index, value)
  }
  return { plain: frequencyPart(counts.plain, means.plain), titled }
}

/** Which of a clause's vectors a question is compared with. */
export function fieldFor(question: string): 'plain' | 'titled' {
  return wordCount(question) > shortQuestionWords ? 'plain' : 'titled'
}

/** The terms of a question, repeats merged; for the titled field also its character n-grams at a tenth. */
export function queryTerms(question: string, field: 'plain' | 'titled'): QueryTerm[] {
  const terms = new Map<number, QueryTerm>()
  for (const text of queryTokens(question)) add(terms, text, 1, false)
  if (field === 'titled') for (const gram of characterGrams(question)) add(terms, gram, gramWeight, true)
  return [...terms.values()]
}

/** Robertson's inverse document frequency with the +1 that keeps it positive; unseen terms weigh most. */
export function inverseFrequency(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
}

/** Query-side weights: factor × inverse frequency. A term no counted clause has weighs most and matches nothing. */
export function queryVector(terms: QueryTerm[], stats: TermFrequencies): SparseVector {
  const { documents, frequency } = stats
  return new Map(
    terms.map(({ index, factor }) => [index, factor * inverseFrequency(documents, frequency(index))]),
  )
}

/** Index of a term in every sparse vector: FNV-1a (32 bit, over UTF-8) folded to the width, from 1. */
export function termIndex(term: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(term, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return (hash % dimensions) + 1
}

/** pgvector's text form `{index:value,…}/width`, indexes ascending. */
export function toSparsevec(vector: SparseVector): string {
  // The library counts indices from 0, writes them from 1, and leaves their order as given.
  const entries = [...vector].sort((x, y) => x[0] - y[0])
  const rounded = new Map(entries.map(([index, value]) => [index - 1, Number(value.toPrecision(6))]))
  return new PgSparseVector(rounded, dimensions).toPostgres()
}

/** Character 3- to 5-grams of each Latin word, word ends marked; their namespace differs from words'. */
export function characterGrams(text: string): string[] {
  const grams: string[] = []
  for (const word of latinWords(text)) {
    const padded = ` ${word} `
    for (let size = 3; size <= 5; size++)
      for (let start = 0; start + size <= padded.length; start++)
        grams.push(`#${padded.slice(start, start + size)}`)
  }
  return grams
}

function add(terms: Map<number, QueryTerm>, text: string, factor: number, gram: boolean): void {
  const index = termIndex(text)
  const known = terms.get(index)
  if (known) known.factor += factor
  else terms.set(index, { index, text, factor, gram })
}

function count(tokens: string[]): SparseVector {
  const counts: SparseVector = new Map()
  for (const token of tokens) {
    const index = termIndex(token)
    counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  return counts
}

function total(counts: SparseVector): number {
  let sum = 0
  for (const value of counts.values()) sum += value
  return sum
}

function frequencyPart(counts: SparseVector, mean: number): SparseVector {
  const length = total(counts)
  const norm = k1 * (1 - b + (b * length) / Math.max(mean, 1))
  const part: SparseVector = new Map()
  for (const [index, f] of counts) {
    if (part.size >= mostTerms) break
    part.set(index, (f * (k1 + 1)) / (f + norm))
  }
  return part
}

function repeat<T>(items: T[], times: number): T[] {
  return Array.from({ length: times }, () => items).flat()
}
