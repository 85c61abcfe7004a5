import { z } from 'zod'
import { moveHandOff } from '../features/conversations/hand-off.ts'
import { postMessage } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import { system } from '../platform/context.ts'
import { type Story, today } from './story.ts'

const ContactData = z.object({
  versions: z
    .array(
      z.object({
        parameters: z.object({ hand_off: z.object({ wait_minutes_before_callback_offer: z.int() }) }),
      }),
    )
    .length(1),
})

/**
 * Whoever asked for a person and waited too long is told that they will be called back, once, and stays in
 * the queue: a request for a person is never left without an answer. Returns how many were told.
 */
export async function offerCallbacks(story: Story): Promise<number> {
  return story.db.withActor(system('clock'), async (tx) => {
    const contact = ContactData.parse((await readPolicyData(tx, 'contact', today(story, tx))).data)
    const { wait_minutes_before_callback_offer: minutes } = contact.versions[0]!.parameters.hand_off
    const waiting = await tx.query<{ id: string }>(
      `select id from app.conversations
       where hand_off = 'requested' and hand_off_at < app.app_now() - make_interval(mins => $1)
       order by hand_off_at limit 50`,
      [minutes],
    )
    for (const { id } of waiting) {
      const conversation = await readConversation(tx, id, true)
      if (conversation.hand_off !== 'requested') continue
      const queued = await moveHandOff(tx, conversation, 'time_out')
      await postMessage(tx, queued, { direction: 'out', kind: 'notice', notice: 'hand_off_callback' })
    }
    return waiting.length
  })
}
