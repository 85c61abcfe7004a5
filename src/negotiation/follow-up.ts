import { recordAudit } from '../features/audit/record.ts'
import { announceCase } from '../features/cases/open-case.ts'
import { readCase } from '../features/cases/store.ts'
import { postMessage } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { type FollowUp, readFollowUps } from '../features/follow-ups/store.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { takeDue } from '../platform/outbox.ts'
import type { Story } from './story.ts'

/** What the clock brings up: reminders go out in their approved words, return visits become due for the team. */
export async function sweepDue(story: Story): Promise<number> {
  return story.db.withActor(system('clock'), async (tx) => {
    const due = await takeDue(tx)
    for (const item of due) {
      const [followUp] = await readFollowUps(tx, { id: item.ref_id })
      if (followUp?.state === 'booked') await carryOut(tx, followUp)
    }
    return due.length
  })
}

async function carryOut(tx: Tx, followUp: FollowUp): Promise<void> {
  const of = await readCase(tx, followUp.case_id)
  if (followUp.kind === 'reminder' && followUp.content_id) {
    const conversation = await readConversation(tx, of.conversation_id, true)
    await postMessage(tx, conversation, {
      direction: 'out',
      kind: 'reminder',
      contentId: followUp.content_id,
      followUpId: followUp.id,
      agreementId: followUp.agreement_id,
      aiWritten: true,
      caseId: of.id,
    })
    await tx.query(`update app.follow_ups set state = 'done', version = version + 1 where id = $1`, [
      followUp.id,
    ])
    await recordAudit(tx, {
      action: 'follow_up.done',
      subject: ['follow_up', followUp.id],
      caseId: of.id,
      customerId: of.customer_id,
      details: { code: followUp.code },
    })
    return
  }
  await tx.query('update app.cases set due_at = $2, version = version + 1 where id = $1', [
    of.id,
    tx.now.toISOString(),
  ])
  await recordAudit(tx, {
    action: 'follow_up.due',
    subject: ['follow_up', followUp.id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { code: followUp.code },
  })
  await announceCase(tx, of)
}
