import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { announceCase } from './open-case.ts'
import type { Case } from './store.ts'

/** Which debt a case is about: named by the customer in a message, or chosen by a member of staff. */
const CaseDebt = z.object({
  id: z.string(),
  account_id: z.string(),
  message_id: z.string().nullable(),
  chosen_by: z.string().nullable(),
  chosen_at: z.date(),
})
export type CaseDebt = z.infer<typeof CaseDebt>

export async function findCaseDebt(tx: Tx, caseId: string): Promise<CaseDebt | undefined> {
  const rows = await tx.query(
    `select id, account_id, message_id, chosen_by, chosen_at from app.case_debts
     where case_id = $1 order by id desc limit 1`,
    [caseId],
  )
  return rows[0] && CaseDebt.parse(rows[0])
}

/**
 * Writes down which debt a locked case is about and who said so. Saying once more what stands changes nothing; whether
 * it changed is answered.
 */
export async function setCaseDebt(
  tx: Tx,
  of: Case,
  accountId: string,
  by: { messageId: string } | { staffId: string },
): Promise<boolean> {
  const standing = await findCaseDebt(tx, of.id)
  const byStaff = 'staffId' in by
  if (standing?.account_id === accountId && (standing.chosen_by !== null || !byStaff)) return false
  const id = newId()
  // The machine has no right to name a person, so it does not write that column.
  await tx.query(
    byStaff
      ? `insert into app.case_debts (id, case_id, customer_id, account_id, chosen_by) values ($1, $2, $3, $4, $5)`
      : `insert into app.case_debts (id, case_id, customer_id, account_id, message_id) values ($1, $2, $3, $4, $5)`,
    [id, of.id, of.customer_id, accountId, byStaff ? by.staffId : by.messageId],
  )
  await recordAudit(tx, {
    action: 'case.debt_chosen',
    subject: ['case_debt', id],
    caseId: of.id,
    customerId: of.customer_id,
    details: {
      account: accountId,
      before: standing?.account_id ?? null,
      ...('messageId' in by ? { message: by.messageId } : {}),
    },
  })
  await announceCase(tx, of)
  return true
}
