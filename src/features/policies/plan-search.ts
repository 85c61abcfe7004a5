import { questionUnits, type Unit } from './coverage.ts'
import { type Translated, translateQuestion } from './dictionary/translate-question.ts'
import type { Frequencies, Wanted, Weighted } from './index-store.ts'
import type { Meaning } from './meaning/meaning-store.ts'
import { type Audience, type Lang, langs } from './model.ts'
import {
  fieldFor,
  inverseFrequency,
  type QueryTerm,
  queryTerms,
  queryVector,
  type TermFrequencies,
  toSparsevec,
} from './term-vectors.ts'
import { type Concept, type Widening, widenQuestion, widenTerms } from './widen-question.ts'

export type Search = {
  question: string
  /** Local date (ISO) on which the clauses must be in force. */
  asOf: string
  /** As published by this instant, whatever has been published or withdrawn since; now when left out. */
  knownAt?: Date
  /** The question as a vector, when an embedding model is at hand: both rankings are then fused. */
  meaning?: Meaning
  audience: Audience
  /** Only documents in this language; both when left out. */
  lang?: Lang
  /** Only documents about one of these, or about no product in particular. */
  products?: string[]
  limit: number
}

/** A question as terms: its own, and per language what the glossary adds to them. */
export type Asked = {
  field: 'plain' | 'titled'
  own: QueryTerm[]
  widenings: Widening[]
  widened: Record<Lang, QueryTerm[]>
  units: Unit[]
}

/** The question for the clauses of a language; `weight` is that of its own terms there. */
export type Planned = Weighted & { stats: TermFrequencies }

/** What a question says by itself; the rest waits for the bank's glossary. */
export type Words = Pick<Asked, 'field' | 'own' | 'units'> & { question: string; translations: Translated[] }

export function readWords(question: string): Words {
  const field = fieldFor(question)
  return {
    question,
    field,
    own: queryTerms(question, field),
    units: questionUnits(question),
    translations: translateQuestion(question),
  }
}

export function readQuestion(
  { question, field, own, units, translations }: Words,
  concepts: Concept[],
): Asked {
  const widenings = widenQuestion(question, concepts, translations)
  const widened = { zh: widenTerms(own, widenings, 'zh'), en: widenTerms(own, widenings, 'en') }
  return { field, own, widenings, widened, units }
}

/** Every term whose frequency must be known. */
export function termIndexes({ widened }: Asked): number[] {
  return [...new Set(langs.flatMap((lang) => widened[lang].map((term) => term.index)))]
}

/** What may be found, without the question. */
export function wantedOf({ asOf, knownAt, audience, products = [], limit }: Search): Wanted {
  return { asOf, ...(knownAt ? { knownAt } : {}), audience, products, limit }
}

/** For each language that has clauses the weights its frequencies give the question's terms. */
export function planScans(search: Search, asked: Asked, frequencies: Frequencies[]): Planned[] {
  if (asked.own.length === 0) return []
  return frequencies
    .filter(({ lang, documents }) => documents > 0 && (!search.lang || search.lang === lang))
    .map(({ lang, documents, df }) => {
      const stats = { documents, frequency: (index: number) => df.get(index) ?? 0 }
      // A term no published clause ever had would only make the statement longer.
      const present = asked.widened[lang].filter(({ index }) => df.has(index))
      const vector = present.length > 0 ? toSparsevec(queryVector(present, stats)) : null
      return { lang, vector, stats, weight: weigh(asked.own, stats) }
    })
}

function weigh(terms: QueryTerm[], { documents, frequency }: TermFrequencies): number {
  return terms.reduce(
    (sum, { index, factor }) => sum + factor * inverseFrequency(documents, frequency(index)),
    0,
  )
}

/** The question's language for the threshold: Chinese as soon as it has as many Han characters as Latin words. */
export function languageOf(question: string): Lang {
  const han = question.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = question.match(/[A-Za-z]+/g)?.length ?? 0
  return han > 0 && han >= words ? 'zh' : 'en'
}
