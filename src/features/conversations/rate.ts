import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordAudit } from '../audit/record.ts'
import { storeContent } from '../customers/contents.ts'
import type { Conversation } from './model.ts'
import { readMessage } from './store.ts'

/** The customer says whether an answer helped; saying so again replaces what was said. */
export async function rateMessage(
  ctx: Pick<Context, 'vault'>,
  tx: Tx,
  messageId: string,
  input: { helpful: boolean; reason?: string | undefined },
): Promise<void> {
  if (tx.actor.kind !== 'customer') throw new AppError('forbidden', 'only a customer rates an answer')
  const message = await readMessage(ctx, tx, messageId)
  if (message.direction !== 'out') throw new AppError('invalid', 'only an answer can be rated')
  const reasonId = input.reason ? await storeContent(ctx, tx, tx.actor.id, input.reason) : null
  await tx.query(
    `insert into app.message_ratings (message_id, customer_id, helpful, reason_id) values ($1, $2, $3, $4)
     on conflict (message_id) do update set helpful = excluded.helpful, reason_id = excluded.reason_id`,
    [messageId, tx.actor.id, input.helpful, reasonId],
  )
  await recordAudit(tx, {
    action: 'message.rated',
    subject: ['message', messageId],
    customerId: tx.actor.id,
    details: { helpful: input.helpful },
  })
}

export async function rateConversation(
  ctx: Pick<Context, 'vault'>,
  tx: Tx,
  conversation: Conversation,
  input: { score: number; comment?: string | undefined },
): Promise<void> {
  const commentId = input.comment
    ? await storeContent(ctx, tx, conversation.customer_id, input.comment)
    : null
  await tx.query(
    `insert into app.conversation_ratings (conversation_id, customer_id, score, comment_id) values ($1, $2, $3, $4)
     on conflict (conversation_id) do update set score = excluded.score, comment_id = excluded.comment_id`,
    [conversation.id, conversation.customer_id, input.score, commentId],
  )
  await recordAudit(tx, {
    action: 'message.rated',
    subject: ['conversation', conversation.id],
    customerId: conversation.customer_id,
    details: { score: input.score },
  })
}

export async function readRatings(tx: Tx, conversationId: string): Promise<Map<string, boolean>> {
  const rows = await tx.query<{ message_id: string; helpful: boolean }>(
    `select r.message_id, r.helpful from app.message_ratings r join app.messages m on m.id = r.message_id
     where m.conversation_id = $1`,
    [conversationId],
  )
  return new Map(rows.map((row) => [row.message_id, row.helpful]))
}
