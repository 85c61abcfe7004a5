import type { Tx } from '../../../platform/db.ts'
import { clauseColumns, type FoundClause, inForce, type Wanted, wantedValues } from '../index-store.ts'
import type { Lang } from '../model.ts'

/** A question as a vector, and the model that made it. */
export type Meaning = { model: string; vector: number[] }

export type Unembedded = { id: string; path: string[]; heading: string; body: string }

/** Clauses in use without a vector of this model, in id order after `after`. */
export async function pageUnembedded(
  tx: Tx,
  model: string,
  after: string | null,
  limit: number,
): Promise<Unembedded[]> {
  return tx.query(
    `select c.id, c.path, c.heading, c.body from app.policy_clauses c
     join app.policy_versions v on v.id = c.version_id
     where v.state <> 'withdrawn' and c.embedding_model is distinct from $1 and ($2::uuid is null or c.id > $2)
     order by c.id limit $3`,
    [model, after, limit],
  )
}

export async function countUnembedded(tx: Tx, model: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::integer as n from app.policy_clauses c
     join app.policy_versions v on v.id = c.version_id
     where v.state <> 'withdrawn' and c.embedding_model is distinct from $1`,
    [model],
  )
  return row!.n
}

export async function saveEmbeddings(
  tx: Tx,
  model: string,
  rows: { id: string; vector: number[] }[],
): Promise<void> {
  await tx.query(
    `update app.policy_clauses c set embedding = r.vector::vector, embedding_model = $1
     from jsonb_to_recordset($2::jsonb) as r (id uuid, vector text) where c.id = r.id`,
    [model, JSON.stringify(rows.map(({ id, vector }) => ({ id, vector: toVector(vector) })))],
  )
}

/** The clauses nearest in meaning; only vectors of the same model and length are compared. */
export async function scanMeanings(
  tx: Tx,
  wanted: Wanted,
  langs: Lang[],
  { model, vector }: Meaning,
): Promise<FoundClause[]> {
  const values = wantedValues(wanted)
  const at = values.push(toVector(vector), model, vector.length, langs)
  return tx.query<FoundClause>(
    `with fit as materialized (
       select c.id, c.embedding from app.policy_clauses c join app.policy_versions v on v.id = c.version_id
       where v.lang = any($${at}::text[]) and ${inForce(wanted)} and c.embedding_model = $${at - 2}
         and vector_dims(c.embedding) = $${at - 1}
         ${wanted.knownAt ? 'and v.published_at <= $5' : ''}),
     nearest as materialized (
       select id, embedding <=> $${at - 3}::vector as distance from fit order by distance, id limit $4)
     select ${clauseColumns}, 1 - n.distance as score, c.terms::text as terms
     from nearest n join app.policy_clauses c on c.id = n.id join app.policy_versions v on v.id = c.version_id
     order by n.distance, c.id`,
    values,
  )
}

function toVector(values: number[]): string {
  return `[${values.join(',')}]`
}
