import { expect, it } from 'vitest'
import { listUnanswered } from '../features/policies/unanswered.ts'
import { addDebtor, say, secrets, startConversation, testBank } from './negotiation.fixture.ts'
import { respondFirstLine } from './respond-first-line.ts'

it('is kept for those who keep the policies without the customer’s name, number or account', async () => {
  const bank = await testBank()
  const who = await addDebtor(bank)
  const conversation = await startConversation(bank, who)
  const text = `我是${secrets.name}，手机13912345678，卡号6222021234567890，你们的信用卡支持数字藏品抵押吗？`
  const message = await say(bank.story, who, conversation, text)
  const turn = await respondFirstLine(bank.story, message.id)
  expect(turn.action).toBe('abstain')
  await respondFirstLine(bank.story, message.id)
  const rows = await bank.story.db.withActor(bank.staff.policy_owner, (tx) => listUnanswered(tx, 500))
  const mine = rows.filter((row) => row.askedIn === message.id)
  expect(mine).toMatchObject([{ times: 1, lang: 'zh' }])
  expect(mine[0]!.question).toContain('数字藏品抵押')
  for (const secret of [secrets.name, '13912345678', '6222021234567890'])
    expect(mine[0]!.question).not.toContain(secret)
})

it('is not noted for what policy answers, or for small talk', async () => {
  const bank = await testBank()
  const who = await addDebtor(bank)
  const conversation = await startConversation(bank, who)
  for (const text of ['谢谢你', '协商分期以后会影响我的征信吗？']) {
    const message = await say(bank.story, who, conversation, text)
    await respondFirstLine(bank.story, message.id)
    const rows = await bank.story.db.withActor(bank.staff.policy_owner, (tx) => listUnanswered(tx, 500))
    expect(
      rows.filter((row) => row.askedIn === message.id),
      text,
    ).toEqual([])
  }
})
