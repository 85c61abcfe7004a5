import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import type { Conversation } from './model.ts'
import { readConversation } from './store.ts'

/** Opens a thread with a customer; who asks must be allowed to see that customer. */
export async function openConversation(
  tx: Tx,
  input: { customerId: string; channel: Conversation['channel']; language: Conversation['language'] },
): Promise<Conversation> {
  const id = newId()
  await tx.query(
    'insert into app.conversations (id, customer_id, channel, language) values ($1, $2, $3, $4)',
    [id, input.customerId, input.channel, input.language],
  )
  await recordAudit(tx, {
    action: 'conversation.opened',
    subject: ['conversation', id],
    customerId: input.customerId,
    details: { channel: input.channel, language: input.language },
  })
  return readConversation(tx, id)
}
