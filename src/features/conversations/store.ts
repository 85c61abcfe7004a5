import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { readContents } from '../customers/contents.ts'
import { type Conversation, ConversationRow, type Message, MessageRow } from './model.ts'
import { noticeText } from './notices.ts'

const conversationColumns = `id, customer_id, channel, language, hand_off, hand_off_at, joined_by, verified_until,
  last_seq, head_seq, version, created_at, updated_at`
const messageColumns = `id, conversation_id, seq, direction, kind, author_kind, author_id, content_id, notice, language,
  ai_written, citations, action, offer_id, agreement_id, in_reply_to, created_at`

export async function readConversation(tx: Tx, id: string, lock = false): Promise<Conversation> {
  const rows = await tx.query(
    `select ${conversationColumns} from app.conversations where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  )
  return ConversationRow.parse(found(rows[0], 'conversation'))
}

export async function readConversations(tx: Tx, customerId: string): Promise<Conversation[]> {
  const rows = await tx.query(
    `select ${conversationColumns} from app.conversations where customer_id = $1 order by id desc limit 50`,
    [customerId],
  )
  return rows.map((row) => ConversationRow.parse(row))
}

/** How many asked for a person before this conversation did, plus one. */
export async function queuePosition(tx: Tx, conversation: Conversation): Promise<number> {
  const [row] = await tx.query<{ ahead: number }>('select app.waiting_before($1) as ahead', [
    conversation.hand_off_at,
  ])
  return (row?.ahead ?? 0) + 1
}

/** The messages of a conversation after a sequence number, with their words opened. */
export async function readMessages(
  ctx: Pick<Context, 'vault'>,
  tx: Tx,
  conversationId: string,
  after = 0,
): Promise<Message[]> {
  const rows = await tx.query(
    `select ${messageColumns} from app.messages where conversation_id = $1 and seq > $2 order by seq`,
    [conversationId, after],
  )
  return withWords(ctx, tx, rows)
}

export async function readMessage(ctx: Pick<Context, 'vault'>, tx: Tx, id: string): Promise<Message> {
  const rows = await tx.query(`select ${messageColumns} from app.messages where id = $1`, [id])
  return found((await withWords(ctx, tx, rows))[0], 'message')
}

async function withWords(ctx: Pick<Context, 'vault'>, tx: Tx, rows: unknown[]): Promise<Message[]> {
  const parsed = rows.map((row) => MessageRow.parse(row))
  const words = await readContents(
    ctx,
    tx,
    parsed.map((row) => row.content_id),
  )
  return parsed.map((row) => ({
    ...row,
    text: row.notice
      ? noticeText(row.notice, row.language)
      : (words.get(row.content_id ?? '')?.toString('utf8') ?? ''),
  }))
}
