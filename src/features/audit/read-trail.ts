import type { Tx } from '../../platform/db.ts'

export type TrailRow = {
  id: string
  at: Date
  actor: string
  action: string
  subject: string
  seq: number | null
  canonical: string
}

/** Audit rows in the order they were written, optionally of one case, a page at a time. */
export async function readTrail(
  tx: Tx,
  { caseId, after, limit = 200 }: { caseId?: string; after?: string; limit?: number },
): Promise<TrailRow[]> {
  return tx.query<TrailRow>(
    `select e.id, e.at, e.actor_kind || ':' || e.actor_id as actor, e.action,
            e.subject_kind || ':' || e.subject_id as subject, l.seq, e.canonical
     from app.audit_entries e left join app.audit_links l on l.entry_id = e.id
     where ($1::uuid is null or e.case_id = $1) and ($2::uuid is null or e.id > $2)
     order by e.id limit $3`,
    [caseId, after, limit],
  )
}
