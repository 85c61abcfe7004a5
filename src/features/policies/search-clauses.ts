import type { Tx } from '../../platform/db.ts'
import { coverageOf, readIndexes } from './coverage.ts'
import {
  type FoundClause,
  type Frequencies,
  readFrequencies,
  scanClauses,
  type Wanted,
} from './index-store.ts'
import { type Audience, type Hit, type Lang, langs } from './model.ts'
import {
  fieldFor,
  type QueryTerm,
  queryTerms,
  queryVector,
  type TermFrequencies,
  toSparsevec,
} from './term-vectors.ts'

export type Search = {
  question: string
  /** Local date (ISO) on which the clauses must be in force. */
  asOf: string
  audience: Audience
  /** Only documents in this language; both when left out. */
  lang?: Lang
  /** Only documents about one of these, or about no product in particular. */
  products?: string[]
  limit: number
}
export type Found = {
  hits: Hit[]
  /** The best share of the question's weight found in one clause, 0 to 1. */
  coverage: number
  /** What coverage had to reach for the question's language. */
  threshold: number
  answered: boolean
}

/** Set on the committed questions in and out of scope; see retrieval.md, "Refusal". */
export const thresholds: Record<Lang, number> = { zh: 0.45, en: 0.45 }

/**
 * Clauses that speak of the question, best first: exact BM25, one list a document language, each score
 * divided by the weight of the question in that language so that the lists can be merged. Whether the
 * question is answered at all is judged by coverage, not by the presence of hits.
 */
export async function searchClauses(tx: Tx, search: Search): Promise<Found> {
  const { prepared, frequencies } = await readSearch(tx, search)
  const hits: (Hit & { coverage: number })[] = []
  for (const wanted of plan(search, prepared, frequencies)) {
    const rows = await scanClauses(tx, wanted.scan)
    hits.push(...rows.map((row) => toHit(row, prepared.terms, wanted)))
  }
  hits.sort((a, b) => b.score - a.score)
  const best = hits.slice(0, search.limit)
  const coverage = Math.max(0, ...best.map((hit) => hit.coverage))
  const threshold = thresholds[languageOf(search.question)]
  return {
    hits: best.map(({ coverage: _, ...hit }) => hit),
    coverage,
    threshold,
    answered: coverage >= threshold,
  }
}

export type Prepared = { field: 'plain' | 'titled'; terms: QueryTerm[] }
export type Planned = { scan: Wanted; stats: TermFrequencies; weight: number }

/** The question's terms and how often each occurs: all that is known before a clause is looked at. */
export async function readSearch(
  tx: Tx,
  search: Search,
): Promise<{ prepared: Prepared; frequencies: Frequencies[] }> {
  const prepared = prepare(search)
  const frequencies = await readFrequencies(
    tx,
    prepared.terms.map((term) => term.index),
  )
  return { prepared, frequencies }
}

function prepare({ question }: Pick<Search, 'question'>): Prepared {
  const field = fieldFor(question)
  return { field, terms: queryTerms(question, field) }
}

/** One scan a language that has clauses, with the weights its frequencies give the question's terms. */
export function plan(search: Search, { field, terms }: Prepared, frequencies: Frequencies[]): Planned[] {
  if (terms.length === 0) return []
  const { asOf, audience, products = [], limit } = search
  return langs
    .filter((lang) => !search.lang || search.lang === lang)
    .flatMap((lang) => {
      const { documents = 0, df = new Map<number, number>() } =
        frequencies.find((one) => one.lang === lang) ?? {}
      if (documents === 0) return []
      const stats = { documents, frequency: (index: number) => df.get(index) ?? 0 }
      const vector = queryVector(terms, stats)
      let weight = 0
      for (const value of vector.values()) weight += value
      return [
        {
          scan: { lang, field, vector: toSparsevec(vector), asOf, audience, products, limit },
          stats,
          weight,
        },
      ]
    })
}

function toHit(row: FoundClause, terms: QueryTerm[], { stats, weight }: Planned): Hit & { coverage: number } {
  const { product, terms: stored, ...clause } = row
  const indexes = readIndexes(stored)
  const matched = terms.filter((term) => !term.gram && indexes.has(term.index)).map((term) => term.text)
  return {
    ...clause,
    score: product / weight,
    matched,
    coverage: coverageOf(terms, stats, (i) => indexes.has(i)),
  }
}

/** The question's language for the threshold: Chinese as soon as it has as many Han characters as Latin words. */
export function languageOf(question: string): Lang {
  const han = question.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = question.match(/[A-Za-z]+/g)?.length ?? 0
  return han > 0 && han >= words ? 'zh' : 'en'
}
