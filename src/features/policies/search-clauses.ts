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
  const byWords: Judged[] = []
  const byMeaning: Judged[] = []
  for (const planned of planScans(search, asked, frequencies)) {
    const rows = await scanClauses(tx, planned.scan)
    byWords.push(...rows.map((row) => toHit(row, asked, planned)))
    if (!search.meaning) continue
    const near = await scanMeanings(tx, planned.scan, search.meaning)
    byMeaning.push(...near.map((row) => ({ ...toHit(row, asked, planned), score: row.product })))
  }
  const best = fuse([byWords, byMeaning].map(bestFirst)).slice(0, search.limit)
  const coverage = Math.max(0, ...best.map((hit) => hit.coverage))
  const threshold = thresholds[languageOf(search.question)]
  return {
    hits: best.map(({ coverage: _, ...hit }) => hit),
    coverage,
    threshold,
    answered: coverage >= threshold,
  }
}

type Judged = Hit & { coverage: number }

function bestFirst(hits: Judged[]): Judged[] {
  return hits.sort((a, b) => b.score - a.score)
}

/** One ranking as it is; of two, what stands high in both. */
function fuse([byWords = [], byMeaning = []]: Judged[][]): Judged[] {
  if (byMeaning.length === 0) return byWords
  const name = (hit: Judged) => `${hit.versionId} ${hit.clauseId}`
  const hits = new Map([...byMeaning, ...byWords].map((hit) => [name(hit), hit]))
  const scores = fuseRankings([byWords.map(name), byMeaning.map(name)])
  return [...scores].map(([id, score]) => ({ ...hits.get(id)!, score }))
}

/** The question's terms and how often each occurs: all that is known before a clause is looked at. */
export async function readSearch(
  tx: Tx,
  { question }: Search,
): Promise<{ asked: Asked; frequencies: Frequencies[] }> {
  const asked = readQuestion(question, await findConcepts(tx, foldTerms(question)))
  return { asked, frequencies: await readFrequencies(tx, termIndexes(asked)) }
}

function toHit(row: FoundClause, asked: Asked, planned: Planned): Judged {
  const { product, terms: stored, ...clause } = row
  const has = indexesIn(stored)
  const matched = asked.widened[planned.lang].filter((term) => !term.gram && has(term.index))
  return {
    ...clause,
    score: product / planned.weight,
    matched: matched.map((term) => term.text),
    coverage: coverageOf(asked.units, { ...planned, widenings: asked.widenings }, has),
  }
}

/** Which terms a stored vector, in pgvector's text form, has. */
function indexesIn(sparsevec: string): (index: number) => boolean {
  const indexes = new Set<number>()
  for (const match of sparsevec.matchAll(/(\d+):/g)) indexes.add(Number(match[1]))
  return (index) => indexes.has(index)
}
