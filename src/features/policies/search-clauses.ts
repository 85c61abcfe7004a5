import type { Tx } from '../../platform/db.ts'
import { coverageOf } from './coverage.ts'
import { findConcepts } from './glossary.ts'
import { type FoundClause, type Frequencies, readFrequencies, scanClauses } from './index-store.ts'
import { fuseRankings } from './meaning/fuse-rankings.ts'
import { scanMeanings } from './meaning/meaning-store.ts'
import type { Hit, Lang } from './model.ts'
import {
  type Asked,
  languageOf,
  type Planned,
  planScans,
  readQuestion,
  readWords,
  type Search,
  termIndexes,
  wantedOf,
} from './plan-search.ts'
import { foldTerms } from './tokens.ts'

export type Found = {
  hits: Hit[]
  /** The best share of the question's weight found in one clause, 0 to 1. */
  coverage: number
  /** What coverage had to reach for the question's language. */
  threshold: number
  answered: boolean
}

/** Set where false answers and false refusals together were fewest on the first 60 + 60 questions a language. */
export const thresholds: Record<Lang, number> = { zh: 0.44, en: 0.47 }

/**
 * Clauses that speak of the question, best first: exact BM25, one list a document language, each score
 * divided by the weight of the question in that language so that the lists can be merged. Whether the
 * question is answered at all is judged by coverage, not by the presence of hits. With a `meaning` the ranking is
 * fused with that of the nearest vectors, and scores are those of the fusion (up to 0.033).
 */
export async function searchClauses(tx: Tx, search: Search): Promise<Found> {
  const { asked, frequencies } = await readSearch(tx, search)
  const plans = planScans(search, asked, frequencies)
  const wanted = wantedOf(search)
  const byWords = await scanClauses(tx, wanted, asked.field, plans)
  const { meaning } = search
  const langs = plans.map(({ lang }) => lang)
  const best = meaning ? fuse(byWords, await scanMeanings(tx, wanted, langs, meaning), search.limit) : byWords
  const judged = best.map((row) => judge(row, asked, plans))
  const coverage = Math.max(0, ...judged.map((one) => one.coverage))
  const threshold = thresholds[languageOf(search.question)]
  return {
    hits: judged.map(({ hit }) => hit),
    coverage,
    threshold,
    answered: coverage >= threshold,
  }
}

/** What stands high in both rankings. */
function fuse(byWords: FoundClause[], byMeaning: FoundClause[], limit: number): FoundClause[] {
  const name = (row: FoundClause) => `${row.versionId} ${row.clauseId}`
  const rows = new Map([...byMeaning, ...byWords].map((row) => [name(row), row]))
  const scores = fuseRankings([byWords.map(name), byMeaning.map(name)])
  return [...scores].slice(0, limit).map(([id, score]) => ({ ...rows.get(id)!, score }))
}

/** The question's terms and how often each occurs: all that is known before a clause is looked at. */
export async function readSearch(
  tx: Tx,
  { question }: Search,
): Promise<{ asked: Asked; frequencies: Frequencies[] }> {
  // The question's words are read while the server looks for the concepts it names.
  const concepts = findConcepts(tx, foldTerms(question))
  const asked = readQuestion(readWords(question), await concepts)
  return { asked, frequencies: await readFrequencies(tx, termIndexes(asked)) }
}

/** What a clause among the best has of the question; the others are never looked into. */
function judge(row: FoundClause, asked: Asked, plans: Planned[]): { hit: Hit; coverage: number } {
  const { terms: stored, ...clause } = row
  const planned = plans.find(({ lang }) => lang === row.lang)!
  const indexes = indexesIn(stored)
  const has = (index: number) => indexes.has(index)
  const matched = asked.widened[row.lang].filter((term) => !term.gram && has(term.index))
  return {
    hit: { ...clause, matched: matched.map((term) => term.text) },
    coverage: coverageOf(asked.units, { ...planned, widenings: asked.widenings }, has),
  }
}

/** Which terms a stored vector, in pgvector's text form `{index:value,…}/width`, has. */
function indexesIn(sparsevec: string): Set<number> {
  const indexes = new Set<number>()
  for (let at = 1; at > 0 && at < sparsevec.length; at = sparsevec.indexOf(',', at) + 1)
    indexes.add(Number.parseInt(sparsevec.slice(at, at + 9), 10))
  return indexes
}
