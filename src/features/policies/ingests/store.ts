import { z } from 'zod'
import type { Tx } from '../../../platform/db.ts'
import { Ingest, type IngestState } from './model.ts'

const columns = `i.id, i.file_name as "fileName", i.file_hash as "fileHash", i.bytes, i.facts,
  i.received_by as "receivedBy", i.received_at as "receivedAt", i.state, i.attempts, i.clauses,
  i.version_id as "versionId", i.outcome, i.reason, i.field, i.message, i.finished_at as "finishedAt"`
const partSize = 1024 * 1024

export type NewIngest = { id: string; name: string; hash: string; bytes: Buffer; facts: object | undefined }

/** Keeps the file, a piece a statement. */
export async function insertIngest(tx: Tx, { id, name, hash, bytes, facts }: NewIngest): Promise<void> {
  const by = tx.actor.kind === 'system' ? tx.actor.job : tx.actor.id
  await tx.query(
    `insert into app.policy_ingests (id, file_name, file_hash, bytes, facts, received_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, name, hash, bytes.length, facts ? JSON.stringify(facts) : null, `${tx.actor.kind}:${by}`],
  )
  for (let part = 0; part * partSize < bytes.length; part++) {
    const piece = bytes.subarray(part * partSize, (part + 1) * partSize)
    await tx.query('insert into app.policy_ingest_parts (ingest_id, part, bytes) values ($1, $2, $3)', [
      id,
      part,
      piece,
    ])
  }
}

export async function findIngest(tx: Tx, id: string, lock = false): Promise<Ingest | undefined> {
  const rows = await tx.query(
    `select ${columns} from app.policy_ingests i where i.id = $1 ${lock ? 'for update' : ''}`,
    [id],
  )
  return Ingest.optional().parse(rows[0])
}

/** The newest first. */
export async function listIngests(tx: Tx, limit: number): Promise<Ingest[]> {
  const rows = await tx.query(
    `select ${columns} from app.policy_ingests i order by i.received_at desc, i.id desc limit $1`,
    [limit],
  )
  return z.array(Ingest).parse(rows)
}

/** The file of an ingest, put together; undefined when it was refused and is not kept. */
export async function readFile(tx: Tx, id: string): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  for (;;) {
    const [row] = await tx.query<{ bytes: Buffer }>(
      'select bytes from app.policy_ingest_parts where ingest_id = $1 and part = $2',
      [id, pieces.length],
    )
    if (!row) return pieces.length > 0 ? Buffer.concat(pieces) : undefined
    pieces.push(row.bytes)
  }
}

/** The ingest that brought a version the words it has now, when its file is kept. */
export async function findOriginal(tx: Tx, versionId: string): Promise<Ingest | undefined> {
  const rows = await tx.query(
    `select ${columns} from app.policy_ingests i
     where i.version_id = $1 and i.outcome in ('added', 'replaced')
       and exists (select from app.policy_ingest_parts p where p.ingest_id = i.id)
     order by i.finished_at desc limit 1`,
    [versionId],
  )
  return Ingest.optional().parse(rows[0])
}

/** Moves an ingest on; an attempt more each time it is read. */
export async function moveIngest(tx: Tx, id: string, state: IngestState): Promise<void> {
  await tx.query(
    `update app.policy_ingests set state = $2, attempts = attempts + case when $2 = 'reading' then 1 else 0 end
     where id = $1 and state not in ('done', 'failed')`,
    [id, state],
  )
}

export type Ending = Pick<
  Ingest,
  'state' | 'clauses' | 'versionId' | 'outcome' | 'reason' | 'field' | 'message'
>

/** Ends an ingest; the file is kept only where it brought something new. */
export async function endIngest(tx: Tx, id: string, ending: Ending): Promise<void> {
  const { state, clauses, versionId, outcome, reason, field, message } = ending
  await tx.query(
    `update app.policy_ingests set state = $2, clauses = $3, version_id = $4, outcome = $5, reason = $6,
       field = $7, message = $8, finished_at = app.app_now() where id = $1`,
    [id, state, clauses, versionId, outcome, reason, field, message],
  )
  if (state === 'failed' || outcome === 'unchanged')
    await tx.query('delete from app.policy_ingest_parts where ingest_id = $1', [id])
}
