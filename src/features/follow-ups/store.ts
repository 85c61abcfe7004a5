import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { bookDue } from '../../platform/outbox.ts'
import { recordAudit } from '../audit/record.ts'

/** A follow-up is a contact the bank owes after an agreement: planned with it, booked once it is confirmed. */
export const FollowUp = z.object({
  id: z.string(),
  case_id: z.string(),
  agreement_id: z.string(),
  customer_id: z.string(),
  kind: z.enum(['reminder', 'return_visit']),
  code: z.string(),
  due_at: z.date(),
  state: z.enum(['planned', 'booked', 'done', 'missed', 'cancelled']),
  content_id: z.string().nullable(),
})
export type FollowUp = z.infer<typeof FollowUp>

const columns = 'id, case_id, agreement_id, customer_id, kind, code, due_at, state, content_id'

export async function readFollowUps(tx: Tx, by: { agreementId?: string; id?: string }): Promise<FollowUp[]> {
  const rows = await tx.query(
    `select ${columns} from app.follow_ups
     where ($1::uuid is null or agreement_id = $1) and ($2::uuid is null or id = $2) order by due_at, code`,
    [by.agreementId, by.id],
  )
  return rows.map((row) => FollowUp.parse(row))
}

export type PlannedFollowUp = Pick<FollowUp, 'kind' | 'code' | 'due_at' | 'content_id'>

/** Plans the follow-ups of an agreement that is not confirmed yet: nothing is due from them. */
export async function planFollowUps(
  tx: Tx,
  agreement: { id: string; case_id: string; customer_id: string },
  planned: PlannedFollowUp[],
): Promise<void> {
  for (const followUp of planned) {
    await tx.query(
      `insert into app.follow_ups (id, case_id, agreement_id, customer_id, kind, code, due_at, content_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        agreement.case_id,
        agreement.id,
        agreement.customer_id,
        followUp.kind,
        followUp.code,
        followUp.due_at.toISOString(),
        followUp.content_id,
      ],
    )
  }
}

/** Books what was planned, each on the clock. */
export async function bookFollowUps(tx: Tx, agreementId: string): Promise<FollowUp[]> {
  const booked: FollowUp[] = []
  for (const followUp of await readFollowUps(tx, { agreementId })) {
    if (followUp.state !== 'planned') continue
    await tx.query(`update app.follow_ups set state = 'booked' where id = $1`, [followUp.id])
    await bookDue(tx, followUp.kind, followUp.id, followUp.due_at)
    await recordAudit(tx, {
      action: 'follow_up.booked',
      subject: ['follow_up', followUp.id],
      caseId: followUp.case_id,
      customerId: followUp.customer_id,
      details: { code: followUp.code, due: followUp.due_at.toISOString() },
    })
    booked.push({ ...followUp, state: 'booked' })
  }
  return booked
}
