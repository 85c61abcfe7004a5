import { expect, test } from '@playwright/test'
import { importRun, madeRun } from './made-run.ts'
import {
  closePages,
  closeParley,
  expectNoComplaints,
  expectNoOverflow,
  openCase,
  openChat,
  openDesk,
  openParley,
  type Parley,
  say,
  shot,
  tallShot,
  verify,
} from './parley.ts'

let parley: Parley
test.beforeAll(async () => {
  parley = await openParley()
})
test.afterEach(closePages)
test.afterAll(closeParley)

const english = { locale: 'en-GB' }

test('an offer beyond an agent goes out only after a lead has opened the figures', async ({ browser }) => {
  const chat = await openChat(browser, parley, 'Daniel Whitmore', english)
  await say(
    chat,
    'My salary was cut in August and I cannot keep up with my credit card. Can I repay in instalments?',
  )
  await expect(chat.locator('.message.ai .says').first()).toBeVisible()
  await verify(chat)
  await say(chat, 'I am willing to repay, I can manage 1,800 yuan a month.')
  await shot(chat, 'en-01-chat')

  const agent = await openDesk(browser, parley, 'shen.jianing')
  await test.step('the language of the desk switches, the words to the customer do not', async () => {
    await expect(agent.locator('.queue-row', { hasText: 'Daniel Whitmore' })).toContainText('待审批')
    await openCase(agent, 'Daniel Whitmore')
    await expect(agent.getByRole('region', { name: '协商助手' })).toBeVisible()
    await agent.getByRole('button', { name: '切换为英文' }).click()
    await expect(agent.getByRole('region', { name: 'Copilot' })).toBeVisible()
    await expect(agent.locator('html')).toHaveAttribute('lang', 'en')
    await expect(agent.locator('.draft-text')).toHaveAttribute('lang', 'en')
    await expectNoOverflow(agent)
    await shot(agent, 'en-02-desk-case')
  })

  await test.step('a wrong figure is found, pointed at, and blocks', async () => {
    await agent.getByRole('button', { name: /Edit/ }).click()
    const area = agent.getByRole('textbox', { name: 'Text of the draft' })
    const right = await area.inputValue()
    const figure = /\d{1,3},\d{3}\.\d{2}/.exec(right)![0]
    const wrong = figure === '9,999.99' ? '8,888.88' : '9,999.99'
    await area.fill(right.replaceAll(figure, wrong))
    await agent.getByRole('button', { name: 'Save and check' }).click()
    const finding = agent.locator('button.check-finding.hard').first()
    await expect(finding).toContainText('Number without support')
    await expect(agent.getByRole('button', { name: /Approve/ })).toBeDisabled()
    await finding.click()
    await expect(agent.locator('.draft-text .selected').first()).toBeInViewport()
    expect(await agent.evaluate<string>('String(getSelection())')).toContain(wrong)
    await shot(agent, 'en-03-desk-finding')

    await agent.getByRole('button', { name: /Edit/ }).click()
    await area.fill(right)
    await agent.getByRole('button', { name: 'Save and check' }).click()
    await expect(agent.locator('.check-finding.hard')).toHaveCount(0)
    await expect(agent.locator('.draft-text .selected')).toHaveCount(0)
  })

  await test.step('the agent approves; the customer has nothing yet', async () => {
    await agent.getByRole('button', { name: /Approve/ }).click()
    await expect(agent.locator('.approvals')).toContainText('Waiting for a second approval')
    await expect(agent.locator('.approvals')).toContainText('Approved 1 of 2')
    await shot(agent, 'en-04-desk-waiting')
    await expect(chat.locator('.offer')).toHaveCount(0)
  })

  const lead = await openDesk(browser, parley, 'song.peilan', { colorScheme: 'dark' })
  await test.step('the lead must open the figures first', async () => {
    await expect(lead.locator('.queue-row', { hasText: 'Daniel Whitmore' })).toContainText('待第二人审批')
    await openCase(lead, 'Daniel Whitmore')
    const approve = lead.getByRole('button', { name: /复核并发送/ })
    await expect(approve).toBeDisabled()
    await shot(lead, 'zh-05-lead-dark')
    await lead.locator('.deeds').getByRole('button', { name: '打开关键数字' }).click()
    await expect(lead.locator('.figures tbody tr').first()).toBeInViewport()
    await shot(lead, 'zh-06-lead-figures-dark')
    await approve.click()
    await expect(chat.locator('.offer')).toBeVisible()
    await tallShot(chat, 'en-07-chat-offer', 2000)
  })

  expectNoComplaints(chat, agent, lead)
})

test('a draft is returned with a reason', async ({ browser }) => {
  const chat = await openChat(browser, parley, '陈国梁')
  await say(chat, '我做了手术在家休养，贷款逾期了，能不能分期还？')
  await expect(chat.locator('.message.ai .says').first()).toBeVisible()
  await verify(chat)
  await say(chat, '我愿意还，每个月大概能还1500元。')

  const desk = await openDesk(browser, parley, 'shen.jianing')
  await expect(desk.locator('.queue-row', { hasText: '陈国梁' })).toContainText('待审批')
  await openCase(desk, '陈国梁')
  await shot(desk, 'zh-08-desk-illness')
  await desk.getByRole('button', { name: /^退回/ }).click()
  const dialog = desk.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '退回', exact: true })).toBeDisabled()
  await dialog.getByLabel('语气不当').check()
  await dialog.getByRole('textbox').fill('请先问候病情')
  await shot(desk, 'zh-09-desk-return')
  await dialog.getByRole('button', { name: '退回', exact: true }).click()
  await expect(desk.getByText('这份草稿已退回，可以重写。')).toBeVisible()
  await expect(chat.locator('.offer')).toHaveCount(0)

  await test.step('a reply of one’s own goes through the same checks', async () => {
    const own = desk.getByRole('textbox', { name: '自行撰写的回复' })
    await own.fill('请放心，我保证一定给您全部减免。')
    await desk.getByRole('button', { name: /核对并发送/ }).click()
    await expect(desk.locator('.found button').first()).toBeVisible()
    await shot(desk, 'zh-10-desk-own-reply-refused')
    await expect(chat.getByText('全部减免')).toHaveCount(0)
    await own.fill('祝您早日康复。我们正在为您整理还款安排，请安心休养。')
    await desk.getByRole('button', { name: /核对并发送/ }).click()
    await shot(desk, 'zh-10b-desk-own-reply')
    await expect(chat.locator('.message.human')).toContainText('祝您早日康复')
  })
  expectNoComplaints(chat)
})

test('compliance reads a run, verifies the trail, and stops the machine', async ({ browser }) => {
  const run = madeRun()
  await importRun(parley, run)
  const desk = await openDesk(browser, parley, 'ye.chengze')

  await test.step('an eval run, item by item, with a review', async () => {
    await desk.locator('tr', { hasText: run.suite }).getByRole('link').click()
    await expect(desk.locator('.run-item')).toHaveCount(run.items.length)
    await expect(desk.locator('.run-item').first()).toContainText('未通过')
    await expect(desk.locator('.run-checks')).toContainText('8,888.88')
    await desk.locator('.run-item', { hasText: 'late fee' }).click()
    await expect(desk.locator('.run-view h2')).toContainText('通过')
    await desk.getByLabel('同意', { exact: true }).check()
    await desk.getByRole('textbox').fill('引用准确')
    await desk.getByRole('button', { name: '记录意见' }).click()
    await expect(desk.locator('.verdicts')).toContainText('引用准确')
    await expect(desk.locator('.run-item', { hasText: 'late fee' })).toContainText('同意')
    await expectNoOverflow(desk)
    await shot(desk, 'zh-11-compliance-run')
  })

  await test.step('the audit chain holds', async () => {
    await desk.getByRole('link', { name: '审计' }).click()
    await desk.getByRole('button', { name: '验证链条' }).click()
    await expect(desk.getByText(/链条完整/)).toBeVisible()
    await expectNoOverflow(desk)
    await shot(desk, 'zh-12-compliance-audit')
  })

  await test.step('stopped, the assistant is silent and a person is called', async () => {
    await desk.getByRole('link', { name: '停用开关' }).click()
    await desk.getByRole('textbox', { name: '理由' }).fill('例行演练')
    await desk.getByRole('button', { name: '立即停用' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '立即停用' }).click()
    await expect(desk.getByText('AI 助手与起草：已停用')).toBeVisible()
    await shot(desk, 'zh-13-compliance-stopped')

    const chat = await openChat(browser, parley, '周雅琴')
    await say(chat, '违约金可以减免吗？')
    await expect(chat.locator('.message.notice')).toContainText('智能助手暂停')
    await expect(chat.locator('.message.ai')).toHaveCount(0)
    await shot(chat, 'zh-14-chat-paused')
    expectNoComplaints(chat)

    await desk.getByRole('textbox', { name: '理由' }).fill('演练结束')
    await desk.getByRole('button', { name: '恢复运行' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '恢复运行' }).click()
    await expect(desk.getByText('AI 助手与起草：运行中')).toBeVisible()
  })
  expectNoComplaints(desk)
})
