import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import type { EvidenceGrade } from './model.ts'
import { type Case, type FactValue, readFacts, sealFact } from './store.ts'

export type NewFact = {
  name: string
  value: FactValue
  grade: EvidenceGrade
  messageId?: string
  /** Said once more it counts as said last, as what a customer asks for does. */
  latest?: boolean
}

/** Records figures of a case; one that says what is known already is left out. Returns how many were new. */
export async function recordFacts(ctx: Context, tx: Tx, of: Case, facts: NewFact[]): Promise<number> {
  const known = new Map((await readFacts(ctx, tx, of)).map((fact) => [fact.name, fact]))
  let added = 0
  for (const fact of facts) {
    const old = known.get(fact.name)
    const repeats = old && old.value === fact.value && old.grade === fact.grade
    if (repeats && (!fact.latest || old.messageId === (fact.messageId ?? null))) continue
    const id = newId()
    await tx.query(
      `insert into app.case_facts (id, case_id, customer_id, name, sealed, grade, message_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        of.id,
        of.customer_id,
        fact.name,
        await sealFact(ctx, tx, of, fact.value),
        fact.grade,
        fact.messageId,
      ],
    )
    await recordAudit(tx, {
      action: 'case.fact_recorded',
      subject: ['case_fact', id],
      caseId: of.id,
      customerId: of.customer_id,
      details: { name: fact.name, grade: fact.grade },
    })
    added += 1
  }
  return added
}
