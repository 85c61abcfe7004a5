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
  const byWords: Ranked[] = []
  const byMeaning: Ranked[] = []
  for (const planned of planScans(search, asked, frequencies)) {
    const rows = await scanClauses(tx, planned.scan)
    byWords.push(...rows.map((row) => ({ row, planned, score: row.product / planned.weight })))
    if (!search.meaning) continue
    const near = await scanMeanings(tx, planned.scan, search.meaning)
    byMeaning.push(...near.map((row) => ({ row, planned, score: row.product })))
  }
  const best = fuse([byWords, byMeaning].map(bestFirst)).slice(0, search.limit)
  const judged = best.map((ranked) => judge(ranked, asked))
  const coverage = Math.max(0, ...judged.map((one) => one.coverage))
  const threshold = thresholds[languageOf(search.question)]
  return {
    hits: judged.map(({ hit }) => hit),
    coverage,
    threshold,
    answered: coverage >= threshold,
  }
}

type Ranked = { row: FoundClause; planned: Planned; score: number }

function bestFirst(ranked: Ranked[]): Ranked[] {
  return ranked.sort((a, b) => b.score - a.score)
}

/** One ranking as it is; of two, what stands high in both. */
function fuse([byWords = [], byMeaning = []]: Ranked[][]): Ranked[] {
  if (byMeaning.length === 0) return byWords
  const name = ({ row }: Ranked) => `${row.versionId} ${row.clauseId}`
  const ranked = new Map([...byMeaning, ...byWords].map((one) => [name(one), one]))
  const scores = fuseRankings([byWords.map(name), byMeaning.map(name)])
  return [...scores].map(([id, score]) => ({ ...ranked.get(id)!, score }))
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
function judge({ row, planned, score }: Ranked, asked: Asked): { hit: Hit; coverage: number } {
  const { product: _, terms: stored, ...clause } = row
  const indexes = indexesIn(stored)
  const has = (index: number) => indexes.has(index)
  const matched = asked.widened[planned.lang].filter((term) => !term.gram && has(term.index))
  return {
    hit: { ...clause, score, matched: matched.map((term) => term.text) },
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
