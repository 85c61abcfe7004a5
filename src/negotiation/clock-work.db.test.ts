import { expect, test } from 'vitest'
import { moveHandOff } from '../features/conversations/hand-off.ts'
import { readConversation, readMessages } from '../features/conversations/store.ts'
import { readFollowUps } from '../features/follow-ups/store.ts'
import { system } from '../platform/context.ts'
import { sweepDue } from './follow-up.ts'
import {
  addDebtor,
  confirmedAgreement,
  hours,
  later,
  startConversation,
  testBank,
} from './negotiation.fixture.ts'
import { offerCallbacks } from './offer-callback.ts'

test('a reminder goes out in its approved words, once, and not before it is due', async () => {
  const bank = await testBank()
  const { agreementId, conversationId } = await confirmedAgreement(bank)
  const { story } = bank
  const remindersAt = async () =>
    story.db.withActor(system('test'), async (tx) =>
      (await readMessages(story, tx, conversationId)).filter((message) => message.kind === 'reminder'),
    )
  await sweepDue(story)
  expect(await remindersAt()).toEqual([])
  const planned = await story.db.withActor(system('test'), (tx) => readFollowUps(tx, { agreementId }))
  const reminder = planned.find((followUp) => followUp.kind === 'reminder')!
  const atDue = later(bank, reminder.due_at.getTime() - Date.now() + hours(1))
  await sweepDue(atDue)
  await sweepDue(atDue)
  const [sent, ...more] = await remindersAt()
  expect(more).toEqual([])
  expect(sent?.content_id).toBe(reminder.content_id)
  expect(sent?.text).toContain('还款日')
})

test('whoever waits too long for a person is told once that they will be called back', async () => {
  const bank = await testBank()
  const who = await addDebtor(bank)
  const conversationId = await startConversation(bank, who)
  const { story } = bank
  await story.db.withActor(who, async (tx) =>
    moveHandOff(tx, await readConversation(tx, conversationId, true), 'request'),
  )
  const told = () =>
    story.db.withActor(system('test'), async (tx) =>
      (await readMessages(story, tx, conversationId)).filter(
        (message) => message.notice === 'hand_off_callback',
      ),
    )
  await offerCallbacks(story)
  expect(await told()).toEqual([])
  const late = later(bank, hours(1))
  await offerCallbacks(late)
  await offerCallbacks(late)
  expect(await told()).toHaveLength(1)
  const conversation = await story.db.withActor(system('test'), (tx) => readConversation(tx, conversationId))
  expect(conversation.hand_off).toBe('queued')
})
