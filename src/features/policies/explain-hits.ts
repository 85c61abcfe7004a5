import type { Tx } from '../../platform/db.ts'
import { coverageOf } from './coverage.ts'
import type { Hit, Lang } from './model.ts'
import { type Planned, planScans, type Search } from './plan-search.ts'
import { readSearch } from './search-clauses.ts'
import { inverseFrequency, type QueryTerm } from './term-vectors.ts'

/** What one word of the question, or one of its other names, brought to a hit. */
export type MatchedTerm = {
  text: string
  /** `own` a word of the question, `name` another name of it (glossary, alias, translation), `piece` parts of words. */
  from: 'own' | 'name' | 'piece'
  points: number
}

export type Explanation = {
  /** The list it was found in: clauses of one language are ranked among themselves. */
  list: Lang
  /** Which text was compared: headings and body with headings thrice, or all words once for long questions. */
  field: 'titled' | 'plain'
  /** The most telling first; parts of words are summed up in one. */
  terms: MatchedTerm[]
  /** By where it comes from; together the score for words. */
  parts: Record<MatchedTerm['from'], number>
  /** The share of the question's weight this clause speaks of, 0 to 1. */
  coverage: number
}

/**
 * Why each hit was found: the score for words taken apart. The stored vector holds the clause's side of BM25, the
 * question's side is computed as the search does, so that the parts add up to the score the search gave.
 */
export async function explainHits(tx: Tx, search: Search, hits: readonly Hit[]): Promise<Explanation[]> {
  const { asked, frequencies } = await readSearch(tx, search)
  const plans = new Map(planScans(search, asked, frequencies).map((planned) => [planned.lang, planned]))
  const column = asked.field === 'plain' ? 'c.terms' : 'c.titled_terms'
  const rows = await tx.query<{ clauseId: string; versionId: string; terms: string; compared: string }>(
    `select c.clause_id as "clauseId", c.version_id as "versionId", c.terms::text, ${column}::text as compared
     from app.policy_clauses c
     join unnest($1::text[], $2::uuid[]) as h (clause_id, version_id) using (clause_id, version_id)`,
    [hits.map((hit) => hit.clauseId), hits.map((hit) => hit.versionId)],
  )
  const stored = new Map(rows.map((row) => [`${row.versionId} ${row.clauseId}`, row]))
  const own = new Set(asked.own.map((term) => term.index))
  return hits.map((hit) => {
    const row = stored.get(`${hit.versionId} ${hit.clauseId}`)
    const planned = plans.get(hit.lang)
    const parts = { own: 0, name: 0, piece: 0 }
    if (!row || !planned) return { list: hit.lang, field: asked.field, terms: [], parts, coverage: 0 }
    const values = readVector(row.compared)
    const words = readVector(row.terms)
    const terms: MatchedTerm[] = []
    for (const term of asked.widened[hit.lang]) {
      const points = pointsOf(term, values.get(term.index) ?? 0, planned)
      if (points === 0) continue
      const from = term.gram ? 'piece' : own.has(term.index) ? 'own' : 'name'
      parts[from] += points
      if (from !== 'piece') terms.push({ text: term.text, from, points })
    }
    terms.sort((a, b) => b.points - a.points)
    const coverage = coverageOf(asked.units, { ...planned, widenings: asked.widenings }, (index) =>
      words.has(index),
    )
    return { list: hit.lang, field: asked.field, terms, parts, coverage }
  })
}

function pointsOf({ index, factor }: QueryTerm, value: number, { stats, weight }: Planned): number {
  return (factor * inverseFrequency(stats.documents, stats.frequency(index)) * value) / weight
}

/** pgvector's text form, `{index:value,…}/width`. */
function readVector(sparsevec: string): Map<number, number> {
  const values = new Map<number, number>()
  for (const [, index, value] of sparsevec.matchAll(/(\d+):([\d.e+-]+)/g))
    values.set(Number(index), Number(value))
  return values
}
