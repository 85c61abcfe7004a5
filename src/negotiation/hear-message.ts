import { readMessage } from '../features/conversations/store.ts'
import { embedQuestion } from '../features/policies/meaning/embed-clauses.ts'
import type { Meaning } from '../features/policies/meaning/meaning-store.ts'
import { system } from '../platform/context.ts'
import { maskTexts } from './mask-conversation.ts'
import type { Story } from './story.ts'

/** What models make of a message, asked before any transaction; nothing of it where none is set up or it failed. */
export type Heard = { meaning?: Meaning }

/** Asks the models about a message, masked; a message that was answered already is not asked about again. */
export async function hearMessage(story: Story, messageId: string): Promise<Heard> {
  const { embedding } = story
  if (!embedding) return {}
  const masked = await story.db.withActor(system('first-line'), async (tx) => {
    const rows = await tx.query('select id from app.messages where in_reply_to = $1 limit 1', [messageId])
    if (rows.length > 0) return undefined
    const message = await readMessage(story, tx, messageId)
    return (await maskTexts(story, tx, message.conversation_id, [message.text])).texts[0]
  })
  const meaning = masked ? await embedQuestion(embedding, masked) : undefined
  return meaning ? { meaning } : {}
}
