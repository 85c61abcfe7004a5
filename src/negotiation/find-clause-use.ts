import { type Actor, system } from '../platform/context.ts'
import type { Database } from '../platform/db.ts'

/** What leans on a clause, by id and without a word of anybody's: `versionId` says on which version of it. */
export type ClauseUse = {
  drafts: { id: string; state: string; versionId: string }[]
  agreements: { id: string; state: string; versionId: string }[]
  /** Cases of the last imported run of each suite whose answer cites the clause. */
  evalCases: { suite: string; item: string }[]
}

/** Before a clause is changed: which open drafts, agreements and eval cases cite it (`document-id#number`). */
export async function findClauseUse(db: Database, clauseId: string): Promise<ClauseUse> {
  const actor: Actor = system('clause-use')
  return db.withActor(actor, async (tx) => {
    const drafts = await tx.query<ClauseUse['drafts'][number] & { agreementId: string | null }>(
      `select d.id, d.state, d.agreement_id as "agreementId", split_part(ref, ' ', 1) as "versionId"
       from app.drafts d join app.guard_reports g on g.id = d.guard_report_id, unnest(g.clause_refs) as ref
       where split_part(ref, ' ', 2) = $1 order by d.id`,
      [clauseId],
    )
    const states = await tx.query<{ id: string; state: string }>(
      'select id, state from app.agreements where id = any($1::uuid[])',
      [drafts.flatMap((draft) => draft.agreementId ?? [])],
    )
    const evalCases = await tx.query<ClauseUse['evalCases'][number]>(
      `select r.suite, i.item_id as item from app.eval_items i
       join (select distinct on (suite) id, suite from app.eval_runs order by suite, started_at desc) r
         on r.id = i.run_id
       where strpos(i.output || i.checks::text, $1) > 0 order by r.suite, i.item_id`,
      [clauseId],
    )
    const agreements = new Map(
      drafts.flatMap(({ agreementId, versionId }) => {
        const state = states.find(({ id }) => id === agreementId)?.state
        return agreementId && state ? [[agreementId, { id: agreementId, state, versionId }] as const] : []
      }),
    )
    const open = drafts.filter(({ state }) => !['sent', 'stale', 'returned', 'failed'].includes(state))
    return {
      drafts: open.map(({ id, state, versionId }) => ({ id, state, versionId })),
      agreements: [...agreements.values()],
      evalCases,
    }
  })
}
