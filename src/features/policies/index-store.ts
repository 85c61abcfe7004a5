import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { type Audience, Clause, type Lang, langs } from './model.ts'

/** Index figures of one language; `means` are frozen for the generation, `sums` are current. */
export const Corpus = z.object({
  lang: z.enum(['zh', 'en']),
  generation: z.int(),
  clauses: z.int(),
  means: z.object({ plain: z.number(), titled: z.number(), grams: z.number() }),
  sums: z.object({ plain: z.number(), titled: z.number(), grams: z.number() }),
})
export type Corpus = z.infer<typeof Corpus>

/** Locked until the transaction ends, so that vectors and means of one language move together. */
export async function lockCorpus(tx: Tx, lang: Lang): Promise<Corpus> {
  const rows = await tx.query(
    `select lang, generation, clauses,
       json_build_object('plain', mean_plain, 'titled', mean_titled, 'grams', mean_grams) as means,
       json_build_object('plain', sum_plain, 'titled', sum_titled, 'grams', sum_grams) as sums
     from app.corpus_stats where lang = $1 for update`,
    [lang],
  )
  return Corpus.parse(rows[0])
}

export async function saveCorpus(tx: Tx, corpus: Corpus): Promise<void> {
  const { lang, generation, clauses, means, sums } = corpus
  await tx.query(
    `update app.corpus_stats set generation = $2, clauses = $3, mean_plain = $4, mean_titled = $5,
       mean_grams = $6, sum_plain = $7, sum_titled = $8, sum_grams = $9 where lang = $1`,
    [lang, generation, clauses, means.plain, means.titled, means.grams, sums.plain, sums.titled, sums.grams],
  )
}

/** Adds published clauses to the number that have each term. */
export async function addFrequencies(tx: Tx, lang: Lang, counts: Map<number, number>): Promise<void> {
  await tx.query(
    `insert into app.term_stats as s (lang, hash, df)
     select $1, hash, n from unnest($2::integer[], $3::integer[]) as t (hash, n)
     on conflict (lang, hash) do update set df = s.df + excluded.df`,
    [lang, ...columns(counts)],
  )
}

/** Takes clauses that are published no longer from the number that have each term. */
export async function takeFrequencies(tx: Tx, lang: Lang, counts: Map<number, number>): Promise<void> {
  await tx.query(
    `update app.term_stats s set df = greatest(s.df - t.n, 0)
     from unnest($2::integer[], $3::integer[]) as t (hash, n) where s.lang = $1 and s.hash = t.hash`,
    [lang, ...columns(counts)],
  )
}

function columns(counts: Map<number, number>): [number[], number[]] {
  const entries = [...counts].sort((a, b) => a[0] - b[0])
  return [entries.map(([hash]) => hash), entries.map(([, n]) => n)]
}

export type IndexRow = {
  terms: string
  titled_terms: string
  plain_length: number
  titled_length: number
  gram_length: number
}
export type ClauseRow = IndexRow & {
  id: string
  clause_id: string
  ordinal: number
  number: string
  heading: string
  path: string[]
  body: string
  page: number | null
  is_table: boolean
  check_by_eye: boolean
}

export async function insertClauses(
  tx: Tx,
  versionId: string,
  generation: number,
  rows: ClauseRow[],
): Promise<void> {
  await tx.query(
    `insert into app.policy_clauses (id, version_id, clause_id, ordinal, number, heading, path, body, page,
       is_table, check_by_eye, terms, titled_terms, plain_length, titled_length, gram_length, generation)
     select id, $1, clause_id, ordinal, number, heading, array(select jsonb_array_elements_text(path)), body,
       page, is_table, check_by_eye, terms::sparsevec, titled_terms::sparsevec, plain_length, titled_length,
       gram_length, $2
     from jsonb_to_recordset($3::jsonb) as c (id uuid, clause_id text, ordinal integer, number text,
       heading text, path jsonb, body text, page integer, is_table boolean, check_by_eye boolean, terms text,
       titled_terms text, plain_length integer, titled_length integer, gram_length integer)`,
    [versionId, generation, JSON.stringify(rows)],
  )
}

export type IndexedClause = { id: string; path: string[]; heading: string; body: string }

/** A page of a language's clauses in id order, after `after`; to rebuild vectors with flat memory. */
export async function pageClauses(
  tx: Tx,
  lang: Lang,
  after: string | null,
  limit: number,
): Promise<IndexedClause[]> {
  return tx.query(
    `select c.id, c.path, c.heading, c.body from app.policy_clauses c
     join app.policy_versions v on v.id = c.version_id
     where v.lang = $1 and ($2::uuid is null or c.id > $2) order by c.id limit $3`,
    [lang, after, limit],
  )
}

export async function saveVectors(
  tx: Tx,
  generation: number,
  rows: (IndexRow & { id: string })[],
): Promise<void> {
  await tx.query(
    `update app.policy_clauses c set terms = r.terms::sparsevec, titled_terms = r.titled_terms::sparsevec,
       plain_length = r.plain_length, titled_length = r.titled_length, gram_length = r.gram_length,
       generation = $1
     from jsonb_to_recordset($2::jsonb) as r (id uuid, terms text, titled_terms text, plain_length integer,
       titled_length integer, gram_length integer) where c.id = r.id`,
    [generation, JSON.stringify(rows)],
  )
}

/** In how many of a language's clauses each term is; no entry for a term that none ever had. */
export type Frequencies = { lang: Lang; documents: number; df: ReadonlyMap<number | null, number> }

/** In how many published clauses of each language the terms occur. One statement for both languages. */
export async function readFrequencies(tx: Tx, hashes: number[]): Promise<Frequencies[]> {
  const { text, values } = frequencyStatement(hashes)
  const rows = await tx.query<{ lang: Lang; hash: number | null; n: number }>(text, values)
  return langs.map((lang) => {
    const df = new Map<number | null, number>()
    for (const row of rows) if (row.lang === lang) df.set(row.hash, row.n)
    return { lang, documents: df.get(null) ?? 0, df }
  })
}

/** The look-up as text and values: a language's number of clauses stands where there is no hash. */
export function frequencyStatement(hashes: number[]): { text: string; values: unknown[] } {
  const terms = langs.map(
    (lang) => `select lang, hash, df as n from app.term_stats where lang = '${lang}' and hash = any($1)`,
  )
  return {
    text: `${terms.join(' union all ')} union all select lang, null, clauses from app.corpus_stats`,
    values: [hashes],
  }
}

/** Which clauses may be found at all, and how many at most. */
export type Wanted = {
  asOf: string
  /** Only what had been published, and not withdrawn, by this instant; now when left out. */
  knownAt?: Date
  audience: Audience
  products: string[]
  limit: number
}
/**
 * A question as its weights for the clauses of one language (null: no clause has a word of it), and what the scores
 * there are divided by.
 */
export type Weighted = { lang: Lang; vector: string | null; weight: number }
export const FoundClause = Clause.extend({ score: z.number(), terms: z.string() })
export type FoundClause = z.infer<typeof FoundClause>

/**
 * The clauses nearest to the question's weights in any of the languages, among those in force on the date, for
 * the audience, about one of the products (or about none in particular). An exact scan (ARCHITECTURE, "Choices that may surprise").
 */
export async function scanClauses(
  tx: Tx,
  wanted: Wanted,
  field: 'plain' | 'titled',
  parts: Weighted[],
): Promise<FoundClause[]> {
  const statement = scanStatement(wanted, field, parts)
  if (!statement) return []
  const rows = await tx.query<FoundClause>(statement.text, statement.values)
  return rows.filter((row) => row.score > 0)
}

export const clauseColumns = `c.clause_id as "clauseId", v.document_id as "documentId", v.id as "versionId",
  v.version, v.state, v.title, v.lang, v.audience, c.number, c.heading, c.path, c.body, c.page,
  v.effective_from as "effectiveFrom", v.effective_to as "effectiveTo"`

/**
 * Which versions count: in force on $1 as known now, or at $5 with a `knownAt`, for the audiences $2, about one of
 * the products $3. $4 is how many; what a statement needs besides comes after.
 */
export function inForce({ knownAt }: Pick<Wanted, 'knownAt'>): string {
  const state = knownAt
    ? 'app.was_in_force(v, $1, $5)'
    : `v.state in ('published', 'superseded') and (v.effective_to is null or v.effective_to > $1)`
  return `v.effective_from <= $1 and ${state} and v.audience = any($2::text[])
    and ($3::text[] = '{}' or v.products = '{}' or v.products && $3::text[])`
}

/** The values of `inForce` and the limit. */
export function wantedValues({ asOf, knownAt, audience, products, limit }: Wanted): unknown[] {
  const audiences = audience === 'internal' ? ['public', 'internal'] : ['public']
  return [asOf, audiences, products, limit, ...(knownAt ? [knownAt] : [])]
}

/** The scan as text and values, so that it can also be timed alone; undefined when there is nothing to scan for. */
export function scanStatement(
  wanted: Wanted,
  field: 'plain' | 'titled',
  parts: Weighted[],
): { text: string; values: unknown[] } | undefined {
  const column = field === 'plain' ? 'c.terms' : 'c.titled_terms'
  const values = wantedValues(wanted)
  const nearest = parts.flatMap(({ lang, vector, weight }) => {
    if (vector === null) return []
    const at = values.push(vector, weight)
    return `(select c.id, (${column} <#> $${at - 1}::sparsevec) / $${at}::float8 as distance
       from app.policy_clauses c join app.policy_versions v on v.id = c.version_id
       where v.lang = '${lang}' and ${inForce(wanted)}
       order by distance, c.id limit $4)`
  })
  if (nearest.length === 0) return undefined
  return {
    text: `with nearest as materialized (
       select * from (${nearest.join(' union all ')}) as lists order by distance, id limit $4)
     select ${clauseColumns}, -n.distance as score, c.terms::text as terms
     from nearest n join app.policy_clauses c on c.id = n.id join app.policy_versions v on v.id = c.version_id
     order by n.distance, c.id`,
    values,
  }
}
