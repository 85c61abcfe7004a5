import type { z } from '@hono/zod-openapi'
import { allowedMoves } from '../../features/policies/allowed-moves.ts'
import { type ComingChange, listComingChanges } from '../../features/policies/coming-changes.ts'
import type { Ingest } from '../../features/policies/ingests/model.ts'
import { findOriginal } from '../../features/policies/ingests/store.ts'
import type { Version } from '../../features/policies/model.ts'
import { listReturns } from '../../features/policies/return-version.ts'
import { listClauses, listVersions } from '../../features/policies/store.ts'
import { today } from '../../negotiation/story.ts'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import type { Web } from '../server.ts'
import { iso } from '../views.ts'
import type * as shapes from './policy-shapes.ts'

type View<T extends z.ZodType> = z.infer<T>
type DocumentView = View<typeof shapes.PolicyDocument>
type Reader = { id: string; role: string }

const languageOf = (lang: Version['lang']) => (lang === 'en' ? ('en' as const) : ('zh-Hans' as const))

/** Every document with its versions, and on which days clauses in force today will change. */
export async function documentsView(web: Web, tx: Tx, documentId?: string): Promise<DocumentView[]> {
  const versions = await listVersions(tx, documentId)
  const owners = await readOwners(tx)
  const counts = await countClauses(tx, versions)
  const now = today(web, tx)
  const ahead = await changesAhead(tx, versions, now)
  const byDocument = Map.groupBy(versions, (version) => version.documentId)
  return [...byDocument].map(([id, of]) => {
    const shown = of.findLast((version) => version.state !== 'withdrawn') ?? of.at(-1)!
    return {
      id,
      title: shown.title,
      lang: languageOf(shown.lang),
      audience: shown.audience,
      owner: owners.get(id) ?? '',
      versions: of.map((version) => ({
        id: version.id,
        version: version.version,
        state: version.state,
        effectiveFrom: version.effectiveFrom,
        effectiveTo: version.effectiveTo,
        inForce: isInForce(version, now),
        products: version.products,
        clauses: counts.get(version.id)?.clauses ?? 0,
        checkByEye: counts.get(version.id)?.checkByEye ?? 0,
      })),
      changesAhead: sumUp(ahead.filter(({ clauseId }) => clauseId.startsWith(`${id}#`))),
    }
  })
}

/** One version with its clauses as cut, and what this reader may do with it now. */
export async function versionView(
  web: Web,
  tx: Tx,
  reader: Reader,
  documentId: string,
  number: number,
): Promise<View<typeof shapes.PolicyVersion>> {
  const document = found((await documentsView(web, tx, documentId))[0], 'document')
  const versions = await listVersions(tx, documentId)
  const version = found(
    versions.find((one) => one.version === number),
    'version',
  )
  const clauses = await listClauses(tx, version.id)
  const ids = clauses.map(({ clauseId }) => clauseId)
  const now = today(web, tx)
  const inForce = isInForce(version, now)
  const ahead = new Map(
    (inForce ? await listComingChanges(tx, ids, now) : []).map((one) => [one.clauseId, one]),
  )
  const names = await staffNames(tx)
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
  const original = await findOriginal(tx, version.id)
  const previous = versions.filter((one) => one.version < number && one.state !== 'withdrawn').at(-1)
  return {
    document,
    version: {
      id: version.id,
      version: version.version,
      state: version.state,
      revision: version.revision,
      title: version.title,
      lang: languageOf(version.lang),
      audience: version.audience,
      jurisdiction: version.jurisdiction,
      products: version.products,
      source: version.source,
      owner: document.owner,
      effectiveFrom: version.effectiveFrom,
      effectiveTo: version.effectiveTo,
      inForce,
      recordedAt: iso(version.recordedAt),
      submittedBy: nameOf(version.submittedBy),
      publishedBy: nameOf(version.publishedBy),
      publishedAt: version.publishedAt && iso(version.publishedAt),
      withdrawnBy: nameOf(version.withdrawnBy),
      withdrawnAt: version.withdrawnAt && iso(version.withdrawnAt),
      file: original
        ? {
            name: original.fileName,
            bytes: original.bytes,
            handedInBy: nameOf(personOf(original.receivedBy)),
          }
        : null,
    },
    clauses: clauses.map(({ clauseId, heading, path, body, page, isTable, checkByEye, ...clause }) => ({
      id: clauseId,
      number: clause.number,
      heading,
      path,
      body,
      page,
      isTable,
      checkByEye,
      ahead: aheadView(ahead.get(clauseId)),
    })),
    returns: (await listReturns(tx, version.id)).map(({ reason, comment, returnedBy, returnedAt }) => ({
      reason,
      comment,
      by: nameOf(returnedBy),
      at: iso(returnedAt),
    })),
    previous: previous?.version ?? null,
    ...allowedMoves(version, reader),
  }
}

export async function ingestViews(tx: Tx, ingests: readonly Ingest[]): Promise<View<typeof shapes.Ingest>[]> {
  const names = await staffNames(tx)
  const rows = await tx.query<{ id: string } & NonNullable<View<typeof shapes.Ingest>['version']>>(
    `select v.id, v.document_id as "documentId", v.title, v.version, v.state from app.policy_versions v
     where v.id = any($1::uuid[])`,
    [ingests.flatMap(({ versionId }) => versionId ?? [])],
  )
  const versions = new Map(rows.map(({ id, ...version }) => [id, version]))
  return ingests.map((ingest) => ({
    id: ingest.id,
    fileName: ingest.fileName,
    bytes: ingest.bytes,
    receivedAt: iso(ingest.receivedAt),
    by: names.get(personOf(ingest.receivedBy) ?? '') ?? null,
    state: ingest.state,
    clauses: ingest.clauses,
    outcome: ingest.outcome,
    version: versions.get(ingest.versionId ?? '') ?? null,
    reason: ingest.reason,
    field: ingest.field,
    message: ingest.message,
    finishedAt: ingest.finishedAt && iso(ingest.finishedAt),
  }))
}

/** The id of a person from `staff:ID`; null for the system. */
function personOf(actor: string): string | null {
  return actor.startsWith('staff:') ? actor.slice('staff:'.length) : null
}

async function staffNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>('select id, name from app.staff_names()')
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function readOwners(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; owner: string }>('select id, owner from app.policy_documents')
  return new Map(rows.map(({ id, owner }) => [id, owner]))
}

async function countClauses(tx: Tx, versions: Version[]) {
  const rows = await tx.query<{ versionId: string; clauses: number; checkByEye: number }>(
    `select version_id as "versionId", count(*)::integer as clauses,
       (count(*) filter (where check_by_eye))::integer as "checkByEye"
     from app.policy_clauses where version_id = any($1::uuid[]) group by version_id`,
    [versions.map(({ id }) => id)],
  )
  return new Map(rows.map((row) => [row.versionId, row]))
}

function isRuling({ state }: Version): boolean {
  return state === 'published' || state === 'superseded'
}

function isInForce(version: Version, on: string): boolean {
  const { effectiveFrom, effectiveTo } = version
  return isRuling(version) && effectiveFrom <= on && (effectiveTo === null || effectiveTo > on)
}

/** Only documents whose version in force ends, or has another one ahead of it, are looked into. */
async function changesAhead(tx: Tx, versions: Version[], now: string): Promise<ComingChange[]> {
  const moving = versions.filter(
    (version) =>
      isInForce(version, now) &&
      (version.effectiveTo !== null ||
        versions.some(
          (other) => isRuling(other) && other.documentId === version.documentId && other.effectiveFrom > now,
        )),
  )
  if (moving.length === 0) return []
  const rows = await tx.query<{ id: string }>(
    'select clause_id as id from app.policy_clauses where version_id = any($1::uuid[])',
    [moving.map(({ id }) => id)],
  )
  return listComingChanges(
    tx,
    rows.map(({ id }) => id),
    now,
  )
}

function sumUp(changes: ComingChange[]): DocumentView['changesAhead'] {
  return [...Map.groupBy(changes, ({ on, what }) => `${on} ${what}`).values()]
    .map((same) => ({ on: same[0]!.on, what: same[0]!.what, clauses: same.length }))
    .sort((a, b) => a.on.localeCompare(b.on) || a.what.localeCompare(b.what))
}

function aheadView(change: ComingChange | undefined) {
  return change ? { on: change.on, what: change.what } : null
}
