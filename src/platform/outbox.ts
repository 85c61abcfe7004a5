import type { Tx } from './db.ts'
import { newId } from './ids.ts'

/** Asks for a job once this transaction has committed. Ids only: the job reads the rest itself. */
export async function post(
  tx: Tx,
  job: string,
  ids: Record<string, string>,
  notBefore?: Date,
): Promise<void> {
  await tx.query('insert into app.outbox (id, job, ids, not_before) values ($1, $2, $3, $4)', [
    newId(),
    job,
    JSON.stringify(ids),
    (notBefore ?? tx.now).toISOString(),
  ])
}

export type Posted = { id: string; job: string; ids: Record<string, string> }

/** The oldest rows whose time has come. */
export async function readPosted(tx: Tx, limit = 50): Promise<Posted[]> {
  return tx.query<Posted>(
    'select id, job, ids from app.outbox where not_before <= app.app_now() order by id limit $1',
    [limit],
  )
}

/** Removes rows that have become jobs. */
export async function removePosted(tx: Tx, posted: readonly Posted[]): Promise<void> {
  await tx.query('delete from app.outbox where id = any ($1::uuid[])', [posted.map((row) => row.id)])
}

/** Books a thing for the clock, once: the caller books nothing that is booked already. */
export async function bookDue(tx: Tx, kind: string, refId: string, dueAt: Date): Promise<void> {
  await tx.query('insert into app.due_items (id, kind, ref_id, due_at) values ($1, $2, $3, $4)', [
    newId(),
    kind,
    refId,
    dueAt.toISOString(),
  ])
}

export type DueItem = { id: string; kind: string; ref_id: string }

/** Claims what is due, for a worker that finishes it in the same transaction. */
export async function takeDue(tx: Tx, limit = 50): Promise<DueItem[]> {
  return tx.query<DueItem>(
    `update app.due_items set state = 'done' where id in (
       select id from app.due_items where state = 'waiting' and due_at <= app.app_now()
       order by due_at limit $1 for update skip locked)
     returning id, kind, ref_id`,
    [limit],
  )
}
