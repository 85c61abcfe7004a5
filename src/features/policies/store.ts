import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import type { DocumentFacts } from './front-matter.ts'
import { Clause, ListedClause, Version } from './model.ts'

const versionColumns = `v.id, v.document_id as "documentId", v.version, v.state, v.title, v.lang, v.audience,
  v.jurisdiction, v.products, v.source, v.content_hash as "contentHash", v.effective_from as "effectiveFrom",
  v.effective_to as "effectiveTo", v.ingested_by as "ingestedBy", v.recorded_at as "recordedAt",
  array(select w.staff_id from app.policy_writers w where w.version_id = v.id order by w.staff_id) as "writtenBy",
  v.submitted_by as "submittedBy", v.published_by as "publishedBy", v.published_at as "publishedAt",
  v.withdrawn_by as "withdrawnBy", v.withdrawn_at as "withdrawnAt", v.revision`

const clauseColumns = `c.clause_id as "clauseId", v.document_id as "documentId", v.id as "versionId", v.version,
  v.state, v.title, v.lang, v.audience, c.number, c.heading, c.path, c.body, c.page,
  v.effective_from as "effectiveFrom", v.effective_to as "effectiveTo"`

export async function saveDocument(tx: Tx, id: string, owner: string): Promise<void> {
  await tx.query(
    `insert into app.policy_documents (id, owner) values ($1, $2) on conflict (id) do update set owner = $2
       where policy_documents.owner <> $2`,
    [id, owner],
  )
  await tx.query('select from app.policy_documents where id = $1 for update', [id])
}

export async function findVersionByHash(
  tx: Tx,
  documentId: string,
  hash: string,
): Promise<Version | undefined> {
  const rows = await tx.query(
    `select ${versionColumns} from app.policy_versions v where v.document_id = $1 and v.content_hash = $2`,
    [documentId, hash],
  )
  return Version.optional().parse(rows[0])
}

export async function findVersion(tx: Tx, documentId: string, version: number): Promise<Version | undefined> {
  const rows = await tx.query(
    `select ${versionColumns} from app.policy_versions v where v.document_id = $1 and v.version = $2`,
    [documentId, version],
  )
  return Version.optional().parse(rows[0])
}

/** The version, locked until the transaction ends. */
export async function lockVersion(tx: Tx, id: string): Promise<Version | undefined> {
  const rows = await tx.query(
    `select ${versionColumns} from app.policy_versions v where v.id = $1 for update`,
    [id],
  )
  return Version.optional().parse(rows[0])
}

export async function listVersions(tx: Tx, documentId?: string): Promise<Version[]> {
  const rows = await tx.query(
    `select ${versionColumns} from app.policy_versions v where $1::text is null or v.document_id = $1
     order by v.document_id, v.version`,
    [documentId ?? null],
  )
  return z.array(Version).parse(rows)
}

export type NewVersion = { id: string; facts: DocumentFacts; source: string; contentHash: string; by: string }

export async function insertVersion(
  tx: Tx,
  { id, facts, source, contentHash, by }: NewVersion,
): Promise<void> {
  await tx.query(
    `insert into app.policy_versions (id, document_id, version, title, lang, audience, jurisdiction, products,
       source, content_hash, effective_from, effective_to, ingested_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [id, facts.id, facts.version, ...versionValues(facts, source, contentHash, by)],
  )
}

/** A draft taken in again: its facts are replaced and its clauses removed. */
export async function replaceDraft(
  tx: Tx,
  { id, facts, source, contentHash, by }: NewVersion,
): Promise<void> {
  await tx.query('delete from app.policy_clauses where version_id = $1', [id])
  await tx.query(
    `update app.policy_versions set title = $2, lang = $3, audience = $4, jurisdiction = $5, products = $6,
       source = $7, content_hash = $8, effective_from = $9, effective_to = $10, ingested_by = $11 where id = $1`,
    [id, ...versionValues(facts, source, contentHash, by)],
  )
}

function versionValues(facts: DocumentFacts, source: string, contentHash: string, by: string): unknown[] {
  const { title, lang, audience, jurisdiction, products, effective_from, effective_to } = facts
  return [
    title,
    lang,
    audience,
    jurisdiction,
    products,
    source,
    contentHash,
    effective_from,
    effective_to,
    by,
  ]
}

export async function submit(tx: Tx, id: string, person: string): Promise<void> {
  await tx.query(`update app.policy_versions set state = 'in_review', submitted_by = $2 where id = $1`, [
    id,
    person,
  ])
}

/** Back from review: nobody has submitted it. */
export async function reopen(tx: Tx, id: string): Promise<void> {
  await tx.query(`update app.policy_versions set state = 'draft', submitted_by = null where id = $1`, [id])
}

export async function publish(tx: Tx, id: string, person: string): Promise<void> {
  await tx.query(
    `update app.policy_versions set state = 'published', published_by = $2, published_at = app.app_now()
     where id = $1`,
    [id, person],
  )
}

export async function withdraw(tx: Tx, id: string, person: string): Promise<void> {
  await tx.query(
    `update app.policy_versions set state = 'withdrawn', withdrawn_by = $2, withdrawn_at = app.app_now()
     where id = $1`,
    [id, person],
  )
}

/** Ends earlier published versions of a document where a new one begins; returns the ids that gave way. */
export async function supersedeBefore(tx: Tx, documentId: string, from: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update app.policy_versions
     set state = 'superseded', effective_to = least(effective_to, $2::date)
     where document_id = $1 and state = 'published' and effective_from < $2 returning id`,
    [documentId, from],
  )
  return rows.map((row) => row.id)
}

/** Versions of the document in force on some day of the period. */
export async function findOverlapping(
  tx: Tx,
  documentId: string,
  from: string,
  to: string | null,
): Promise<{ id: string; version: number }[]> {
  return tx.query(
    `select id, version from app.policy_versions
     where document_id = $1 and state in ('published', 'superseded')
       and daterange(effective_from, effective_to) && daterange($2, $3)`,
    [documentId, from, to],
  )
}

/** The clause a citation names, in the version in force on the date; published versions only. */
export async function findClause(
  tx: Tx,
  clauseId: string,
  asOf: string,
  knownAt?: Date,
): Promise<Clause | undefined> {
  const inForce = knownAt
    ? 'app.was_in_force(v, $2, $3)'
    : `v.state in ('published', 'superseded') and v.effective_from <= $2
         and (v.effective_to is null or v.effective_to > $2)`
  const rows = await tx.query(
    `select ${clauseColumns} from app.policy_clauses c join app.policy_versions v on v.id = c.version_id
     where c.clause_id = $1 and ${inForce} order by v.effective_from desc limit 1`,
    [clauseId, asOf, ...(knownAt ? [knownAt] : [])],
  )
  return Clause.optional().parse(rows[0])
}

/** The clause in a version named by its id, whatever has become of that version since. */
export async function findClauseInVersion(
  tx: Tx,
  clauseId: string,
  versionId: string,
): Promise<Clause | undefined> {
  const rows = await tx.query(
    `select ${clauseColumns} from app.policy_clauses c join app.policy_versions v on v.id = c.version_id
     where c.clause_id = $1 and v.id = $2`,
    [clauseId, versionId],
  )
  return Clause.optional().parse(rows[0])
}

export async function listClauses(tx: Tx, versionId: string): Promise<ListedClause[]> {
  const rows = await tx.query(
    `select ${clauseColumns}, c.is_table as "isTable", c.check_by_eye as "checkByEye"
     from app.policy_clauses c join app.policy_versions v on v.id = c.version_id
     where v.id = $1 order by c.ordinal`,
    [versionId],
  )
  return z.array(ListedClause).parse(rows)
}
