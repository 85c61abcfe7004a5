import type { Tx } from '../../platform/db.ts'
import { clash, codeOf } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { announceFor } from '../customers/announce.ts'
import type { Citation, Conversation } from './model.ts'
import type { NoticeCode } from './notices.ts'

export type NewMessage = {
  direction: 'in' | 'out'
  kind: 'inbound' | 'staff_reply' | 'offer' | 'agreement' | 'reminder' | 'assistant_answer' | 'notice'
  contentId?: string
  notice?: NoticeCode
  language?: 'zh-Hans' | 'en'
  aiWritten?: boolean
  approvalId?: string
  subjectHash?: string
  attachments?: string[]
  guardReportId?: string
  citations?: Citation[]
  action?: string
  offerId?: string
  agreementId?: string
  followUpId?: string
  inReplyTo?: string
  caseId?: string
}

export type PostedMessage = { id: string; seq: number; createdAt: Date }

/**
 * Adds a message at the end of the conversation, tells its listeners and records it. The database decides
 * whether an outbound one may go: a refusal there is `forbidden`.
 */
export async function postMessage(
  tx: Tx,
  conversation: Conversation,
  input: NewMessage,
): Promise<PostedMessage> {
  const id = newId()
  const inbound = input.direction === 'in'
  const authorKind = inbound ? 'customer' : tx.actor.kind
  const authorId = inbound
    ? conversation.customer_id
    : tx.actor.kind === 'system'
      ? tx.actor.job
      : tx.actor.id
  await tx
    .query(
      `insert into app.messages (id, conversation_id, direction, kind, author_kind, author_id, content_id, notice,
         language, ai_written, approval_id, subject_hash, attachments, guard_report_id, citations, action, offer_id,
         agreement_id, follow_up_id, in_reply_to)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
      [
        id,
        conversation.id,
        input.direction,
        input.kind,
        authorKind,
        authorId,
        input.contentId,
        input.notice,
        input.language ?? conversation.language,
        input.aiWritten ?? false,
        input.approvalId,
        input.subjectHash,
        input.attachments ?? [],
        input.guardReportId,
        JSON.stringify(input.citations ?? []),
        input.action,
        input.offerId,
        input.agreementId,
        input.followUpId,
        input.inReplyTo,
      ],
    )
    .catch((error) => {
      if (codeOf(error) !== clash.privilege) throw error
      throw new AppError('forbidden', (error as Error).message, { reason: 'not_approved' })
    })
  const [row] = await tx.query<{ seq: number; created_at: Date }>(
    'select seq, created_at from app.messages where id = $1',
    [id],
  )
  await recordAudit(tx, {
    action: inbound ? 'message.received' : 'message.sent',
    subject: ['message', id],
    caseId: input.caseId,
    customerId: conversation.customer_id,
    details: {
      conversation: conversation.id,
      seq: row!.seq,
      kind: input.kind,
      ...(input.approvalId ? { approval: input.approvalId, subject: input.subjectHash ?? null } : {}),
      ...(input.notice ? { notice: input.notice } : {}),
      ...(input.guardReportId ? { guard_report: input.guardReportId } : {}),
    },
  })
  await announceConversation(tx, conversation)
  return { id, seq: row!.seq, createdAt: row!.created_at }
}

export async function announceConversation(
  tx: Tx,
  conversation: Pick<Conversation, 'id' | 'customer_id'>,
): Promise<void> {
  await announceFor(tx, conversation.customer_id, 'conversation', conversation.id)
}
