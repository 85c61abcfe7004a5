import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { clash, codeOf } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { StaffRole } from '../identity/model.ts'

export const Approval = z.object({
  id: z.string(),
  draft_id: z.string(),
  subject_hash: z.string(),
  subject_id: z.string(),
  content_id: z.string(),
  attachments: z.array(z.string()),
  head_seq: z.int(),
  approver_id: z.string(),
  approver_role: StaffRole,
  approver: z.string(),
  step: z.int(),
  final: z.boolean(),
  expires_at: z.date(),
  reason_id: z.string().nullable(),
  created_at: z.date(),
})
export type Approval = z.infer<typeof Approval>

export async function readApprovals(tx: Tx, draftId: string): Promise<Approval[]> {
  const rows = await tx.query(
    `select a.id, a.draft_id, a.subject_hash, a.subject_id, a.content_id, a.attachments, a.head_seq, a.approver_id,
       a.approver_role, s.name as approver, a.step, a.final, a.expires_at, a.reason_id, a.created_at
     from app.approvals a join app.staff s on s.id = a.approver_id where a.draft_id = $1 order by a.step`,
    [draftId],
  )
  return rows.map((row) => Approval.parse(row))
}

export type NewApproval = {
  id: string
  draftId: string
  draftVersion: number
  caseId: string | null
  conversationId: string
  recipientId: string
  channel: string
  contentId: string
  attachments: string[]
  offerId: string | null
  subjectId: string
  subjectHash: string
  headSeq: number
  makerId: string | null
  expiresAt: Date
  /** Sealed words on why a soft finding was let stand. */
  reasonId?: string | null
}

/**
 * Adds an approval in the actor's name. The database checks it against the draft, the conversation and the
 * approver's role, and says whether it is the last one needed. A refusal is `conflict` or `forbidden`.
 */
export async function insertApproval(tx: Tx, input: NewApproval): Promise<Approval> {
  const approver = tx.actor.kind === 'staff' ? tx.actor.id : null
  await tx
    .query(
      `insert into app.approvals (id, draft_id, draft_version, case_id, conversation_id, recipient_id, channel,
         content_id, attachments, offer_id, subject_id, subject_hash, head_seq, maker_id, approver_id, expires_at,
         reason_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        input.id,
        input.draftId,
        input.draftVersion,
        input.caseId,
        input.conversationId,
        input.recipientId,
        input.channel,
        input.contentId,
        input.attachments,
        input.offerId,
        input.subjectId,
        input.subjectHash,
        input.headSeq,
        input.makerId,
        approver,
        input.expiresAt.toISOString(),
        input.reasonId ?? null,
      ],
    )
    .catch((error) => {
      const code = codeOf(error)
      const message = (error as Error).message
      if (code === clash.privilege) throw new AppError('forbidden', message, { reason: 'authority' })
      if (code === clash.check) throw new AppError('conflict', message, { reason: 'not_approvable' })
      if (code === clash.unique) {
        throw new AppError('conflict', 'you have approved this already', { reason: 'approved_already' })
      }
      throw error
    })
  return (await readApprovals(tx, input.draftId)).find((row) => row.id === input.id)!
}
