import { normalText } from '../features/approvals/subject.ts'
import { type PostedMessage, postMessage } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { storeContent } from '../features/customers/contents.ts'
import type { Tx } from '../platform/db.ts'
import { post } from '../platform/outbox.ts'
import type { Story } from './story.ts'

/** A customer's message: stored, given its place, announced; the first line answers once this has committed. */
export async function receiveMessage(
  story: Story,
  tx: Tx,
  input: { conversationId: string; text: string },
): Promise<PostedMessage> {
  const conversation = await readConversation(tx, input.conversationId)
  const contentId = await storeContent(story, tx, conversation.customer_id, normalText(input.text))
  const posted = await postMessage(tx, conversation, { direction: 'in', kind: 'inbound', contentId })
  await post(tx, 'respond-first-line', { message: posted.id })
  return posted
}
