import type { Tx } from '../../platform/db.ts'

/** A clause will not say from `on` (local date) what it says now; `versionId` is what then rules, null for nothing. */
export type ComingChange = {
  clauseId: string
  on: string
  what: 'changes' | 'ends'
  versionId: string | null
}

export type ClauseAhead = {
  clauseId: string
  /** First day the version no longer rules; null while open. */
  effectiveTo: string | null
  /** The next published version of the document, if any. */
  nextId: string | null
  nextFrom: string | null
  /** Whether that version has the clause, and whether in the same words. */
  kept: boolean
  same: boolean
}

/** What the published versions ahead do to a clause: nothing when the next one says the same without a gap. */
export function changeAhead({ clauseId, ...ahead }: ClauseAhead): ComingChange | undefined {
  const { effectiveTo, nextId, nextFrom, kept, same } = ahead
  if (nextFrom === null || (effectiveTo !== null && effectiveTo < nextFrom)) {
    return effectiveTo === null ? undefined : { clauseId, on: effectiveTo, what: 'ends', versionId: null }
  }
  if (!kept) return { clauseId, on: nextFrom, what: 'ends', versionId: nextId }
  return same ? undefined : { clauseId, on: nextFrom, what: 'changes', versionId: nextId }
}

/** "Changes on DATE" warnings for clauses in force on the date, in the order of the clauses given. */
export async function listComingChanges(
  tx: Tx,
  clauseIds: readonly string[],
  asOf: string,
): Promise<ComingChange[]> {
  const rows = await tx.query<ClauseAhead>(
    `select c.clause_id as "clauseId", v.effective_to as "effectiveTo", n.id as "nextId",
       n.effective_from as "nextFrom", nc.id is not null as kept,
       coalesce(nc.body = c.body and nc.heading = c.heading, false) as same
     from app.policy_clauses c join app.policy_versions v on v.id = c.version_id
     left join lateral (
       select later.id, later.effective_from from app.policy_versions later
       where later.document_id = v.document_id and later.state in ('published', 'superseded')
         and later.effective_from > $2 order by later.effective_from limit 1) n on true
     left join app.policy_clauses nc on nc.version_id = n.id and nc.clause_id = c.clause_id
     where c.clause_id = any($1::text[]) and v.state in ('published', 'superseded')
       and v.effective_from <= $2 and (v.effective_to is null or v.effective_to > $2)
     order by array_position($1::text[], c.clause_id)`,
    [clauseIds, asOf],
  )
  return rows.flatMap((row) => changeAhead(row) ?? [])
}
