import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/db.ts'
import type { CutClause } from './cut-clauses.ts'
import { conceptStatement } from './glossary.ts'
import { frequencyStatement, scanStatement } from './index-store.ts'
import { ingestDocument } from './ingest-document.ts'
import { embedClauses, embedQuestion } from './meaning/embed-clauses.ts'
import type { EmbeddingModel } from './meaning/embedding-model.ts'
import { type Lang, langs } from './model.ts'
import { languageOf, planScans, type Search, termIndexes, wantedOf } from './plan-search.ts'
import { publishVersion, submitVersion } from './publish-version.ts'
import { percentile, type RankingScore, scoreRanking } from './score-ranking.ts'
import { readSearch, searchClauses } from './search-clauses.ts'
import { foldTerms } from './tokens.ts'

/** A labelled set: documents, and questions with the ids of the documents that answer them. */
export const RetrievalSet = z.object({
  name: z.string(),
  docs: z.array(z.object({ id: z.coerce.string(), title: z.string().default(''), text: z.string() })).min(1),
  queries: z.array(z.object({ text: z.string(), rel: z.array(z.coerce.string()) })).min(1),
})
export type RetrievalSet = z.infer<typeof RetrievalSet>

export type RetrievalBench = RankingScore & {
  p50_ms: number
  p95_ms: number
  bare_p50_ms: number
  bare_p95_ms: number
  docs: number
  queries: number
  db: Database['kind']
  rss_mb: number
}

/** Two people who may keep policies: one submits, the other publishes. */
export type Keepers = { owner: Actor; reviewer: Actor }

const day = '2026-01-01'
const warmUp = 100

/**
 * Files a labelled set as policy documents, one a language and one clause a document of the set, publishes
 * them and asks every question, all through production code. Each question is also timed as its bare
 * statements, with ready parameters, in the same kind of transaction. The first questions are asked once before, untimed,
 * for a server that answers is a warm one. For a database of its own: the figures depend on what else is published. With a model the rankings are fused; its own time is not counted.
 */
export async function benchRetrieval(
  db: Database,
  set: RetrievalSet,
  keepers: Keepers,
  model?: EmbeddingModel,
): Promise<RetrievalBench> {
  await fileSet(db, set, keepers)
  if (model) await embedClauses(db, model)
  const scores: RankingScore[] = []
  const times: number[] = []
  const bareTimes: number[] = []
  const asker: Actor = { kind: 'system', job: 'bench' }
  for (const { text } of set.queries.slice(0, warmUp)) {
    const search: Search = { question: text, asOf: day, audience: 'internal', limit: 10 }
    await db.withActor(asker, (tx) => searchClauses(tx, search))
    await timeBare(db, asker, search)
  }
  for (const query of set.queries) {
    const search: Search = { question: query.text, asOf: day, audience: 'internal', limit: 10 }
    const meaning = model && (await embedQuestion(model, query.text))
    const started = performance.now()
    const { hits } = await db.withActor(asker, (tx) =>
      searchClauses(tx, { ...search, ...(meaning ? { meaning } : {}) }),
    )
    times.push(performance.now() - started)
    scores.push(
      scoreRanking(
        hits.map((hit) => hit.clauseId.slice(hit.clauseId.indexOf('#') + 1)),
        new Set(query.rel),
      ),
    )
    bareTimes.push(await timeBare(db, asker, search))
  }
  const mean = (figure: keyof RankingScore) =>
    round(scores.reduce((sum, s) => sum + s[figure], 0) / scores.length)
  return {
    hit1: mean('hit1'),
    r5: mean('r5'),
    r10: mean('r10'),
    mrr: mean('mrr'),
    ndcg: mean('ndcg'),
    p50_ms: round(percentile(times, 0.5)),
    p95_ms: round(percentile(times, 0.95)),
    bare_p50_ms: round(percentile(bareTimes, 0.5)),
    bare_p95_ms: round(percentile(bareTimes, 0.95)),
    docs: set.docs.length,
    queries: set.queries.length,
    db: db.kind,
    rss_mb: Math.round(process.memoryUsage().rss / 2 ** 20),
  }
}

/** Files and publishes a set: one document a language, one clause a document of the set. */
export async function fileSet(db: Database, set: RetrievalSet, { owner, reviewer }: Keepers): Promise<void> {
  for (const lang of langs) {
    const clauses = set.docs.filter((doc) => languageOf(`${doc.title} ${doc.text}`) === lang).map(toClause)
    if (clauses.length === 0) continue
    const document = { facts: factsOf(lang), clauses, contentHash: hashOf(clauses) }
    const { versionId } = await db.withActor({ kind: 'system', job: 'bench' }, (tx) =>
      ingestDocument(tx, document),
    )
    await db.withActor(owner, (tx) => submitVersion(tx, versionId))
    await db.withActor(reviewer, (tx) => publishVersion(tx, versionId))
  }
}

function toClause({ id, title, text }: RetrievalSet['docs'][number]): CutClause {
  const body = text.trim() || title.trim() || '-'
  return { number: id, heading: title, path: [], body, page: null, isTable: false, checkByEye: false }
}

function factsOf(lang: Lang) {
  return {
    id: `bench-${lang}`,
    title: `bench ${lang}`,
    lang,
    audience: 'public' as const,
    version: 1,
    effective_from: day,
    effective_to: null,
    jurisdiction: 'CN',
    products: [],
    owner: 'bench',
    sources: [],
  }
}

function hashOf(clauses: CutClause[]): string {
  return createHash('sha256').update(JSON.stringify(clauses)).digest('hex')
}

async function timeBare(db: Database, asker: Actor, search: Search): Promise<number> {
  const { asked, frequencies } = await db.withActor(asker, (tx) => readSearch(tx, search))
  const scan = scanStatement(wantedOf(search), asked.field, planScans(search, asked, frequencies))
  const statements = [
    conceptStatement(foldTerms(search.question)),
    frequencyStatement(termIndexes(asked)),
    ...(scan ? [scan] : []),
  ]
  const started = performance.now()
  await db.withActor(asker, async (tx) => {
    for (const { text, values } of statements) await tx.query(text, values)
  })
  return performance.now() - started
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
