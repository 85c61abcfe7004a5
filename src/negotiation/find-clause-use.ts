import { type Actor, system } from '../platform/context.ts'
import type { Database, Tx } from '../platform/db.ts'

/** What leans on a clause, by id and without a word of anybody's: `versionId` says on which version of it. */
export type ClauseUse = {
  clauseId: string
  drafts: { id: string; state: string; caseId: string | null; versionId: string }[]
  agreements: { id: string; state: string; caseId: string; versionId: string }[]
  /** Cases of the last imported run of each suite whose answer cites the clause. */
  evalCases: { suite: string; runId: string; item: string }[]
}

const actor: Actor = system('clause-use')
const closed = ['sent', 'stale', 'returned', 'failed']

/**
 * Before a clause is changed: which open drafts, agreements and eval cases cite one of a document's clauses
 * (`document-id#number`). Clauses nothing leans on are left out.
 */
export async function findClauseUse(db: Database, documentId: string): Promise<ClauseUse[]> {
  return db.withActor(actor, async (tx) => {
    const uses = new Map<string, ClauseUse>()
    const entryOf = (clauseId: string) => {
      const use = uses.get(clauseId) ?? { clauseId, drafts: [], agreements: [], evalCases: [] }
      uses.set(clauseId, use)
      return use
    }
    for (const { clauseId, versionId, ...draft } of await readDrafts(tx, documentId)) {
      if (!closed.includes(draft.state))
        entryOf(clauseId).drafts.push({ id: draft.id, state: draft.state, caseId: draft.caseId, versionId })
      const { agreementId: id, agreementState: state, agreementCase: caseId } = draft
      if (!id || !state || !caseId) continue
      const { agreements } = entryOf(clauseId)
      if (!agreements.some((one) => one.id === id)) agreements.push({ id, state, caseId, versionId })
    }
    for (const { clauseIds, ...item } of await readEvalItems(tx, documentId))
      for (const clauseId of clauseIds) entryOf(clauseId).evalCases.push(item)
    return [...uses.values()].sort((a, b) => a.clauseId.localeCompare(b.clauseId, 'en', { numeric: true }))
  })
}

type DraftRow = {
  id: string
  state: string
  caseId: string | null
  agreementId: string | null
  agreementState: string | null
  agreementCase: string | null
  versionId: string
  clauseId: string
}

async function readDrafts(tx: Tx, documentId: string): Promise<DraftRow[]> {
  return tx.query<DraftRow>(
    `select distinct d.id, d.state, d.case_id as "caseId", a.id as "agreementId", a.state as "agreementState",
       a.case_id as "agreementCase", split_part(ref, ' ', 1) as "versionId", split_part(ref, ' ', 2) as "clauseId"
     from app.drafts d join app.guard_reports g on g.id = d.guard_report_id
     left join app.agreements a on a.id = d.agreement_id, unnest(g.clause_refs) as ref
     where split_part(split_part(ref, ' ', 2), '#', 1) = $1 order by d.id`,
    [documentId],
  )
}

/** The ids of clauses are read out of the text: `x#1` is not in `x#12`. */
async function readEvalItems(tx: Tx, documentId: string) {
  const rows = await tx.query<{ suite: string; runId: string; item: string; text: string }>(
    `select r.suite, r.id as "runId", i.item_id as item, i.output || ' ' || i.checks::text as text
     from app.eval_items i
     join (select distinct on (suite) id, suite from app.eval_runs order by suite, started_at desc) r
       on r.id = i.run_id
     where strpos(i.output || ' ' || i.checks::text, $1) > 0 order by r.suite, i.item_id`,
    [`${documentId}#`],
  )
  const cited = new RegExp(`(?<![a-z0-9-])${documentId}#[a-z0-9]+(?:[./-][a-z0-9]+)*`, 'g')
  return rows.map(({ text, ...item }) => ({ ...item, clauseIds: [...new Set(text.match(cited) ?? [])] }))
}
