import { z } from 'zod'
import type { Signal } from '../features/cases/model.ts'
import { noticeText } from '../features/conversations/notices.ts'
import { openConversation } from '../features/conversations/open-conversation.ts'
import { acceptStrongIdentity } from '../features/conversations/verify-identity.ts'
import { readCustomers } from '../features/customers/store.ts'
import { system } from '../platform/context.ts'
import { found } from '../platform/errors.ts'
import { receiveMessage } from './receive-message.ts'
import { respondFirstLine } from './respond-first-line.ts'
import type { Story } from './story.ts'

export const ActInput = z.object({
  id: z.string(),
  lang: z.string(),
  at: z.iso.datetime({ offset: true }),
  verified: z.boolean().default(false),
  turns: z.array(z.string()).min(1),
})

export type ActTurn = { action: string; text: string; clauses: string[]; signals: Signal[] }

/** One conversation of a sample customer with the first line, at the time given; each message one turn. */
export async function actOn(
  story: Story,
  input: z.infer<typeof ActInput>,
): Promise<{ id: string; turns: ActTurn[] }> {
  const language = input.lang.toLowerCase().startsWith('en') ? 'en' : 'zh-Hans'
  const at = { ...story, clock: { now: () => new Date(input.at) } }
  const conversationId = await at.db.withActor(system('act'), async (tx) => {
    const customer = found(
      (await readCustomers(at, tx, { ref: language === 'en' ? 'C0002' : 'C0001' }))[0],
      'customer',
    )
    return (await openConversation(tx, { customerId: customer.id, channel: 'web', language })).id
  })
  if (input.verified) await acceptStrongIdentity(at, conversationId)
  const turns: ActTurn[] = []
  for (const text of input.turns) {
    const posted = await at.db.withActor(system('act'), (tx) =>
      receiveMessage(at, tx, { conversationId, text }),
    )
    const { action, texts, clauses, signals } = await respondFirstLine(at, posted.id)
    const said = texts.map((one) => noticeText(one, language) || one)
    turns.push({ action: action === 'silent' ? 'person' : action, text: said.join('\n'), clauses, signals })
  }
  return { id: input.id, turns }
}
