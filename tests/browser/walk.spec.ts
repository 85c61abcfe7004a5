import { expect, test } from '@playwright/test'
import {
  closePages,
  closeParley,
  expectNoComplaints,
  expectNoOverflow,
  openCase,
  openChat,
  openParley,
  openPicker,
  openSignIn,
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

test('从第一句话到生效的协议和跟进：一位客户，一位客服', async ({ browser }) => {
  const picker = await openPicker(browser, parley)
  await shot(picker, '01-chat-picker')

  const chat = await openChat(browser, parley, '林晓彤')
  await expect(chat.getByText('人工智能').first()).toBeVisible()
  await expect(chat.getByRole('button', { name: '转人工' })).toBeVisible()
  await shot(chat, '02-chat-welcome')

  await test.step('客户说明困难，得到有依据的答复', async () => {
    await say(chat, '我上个月被公司裁员了，信用卡这期还不上，能不能分期还？')
    await expect(chat.locator('.message.ai .says').first()).toBeVisible()
    await shot(chat, '03-chat-answer')
  })

  await test.step('核验身份后说出还款能力', async () => {
    await chat.locator('.unverified').click()
    await expect(chat.locator('.demo-code')).toBeVisible()
    await shot(chat, '04-chat-verify')
    await chat.keyboard.press('Escape')
    await verify(chat)
    await say(chat, '我愿意还，每个月大概能还2000元。')
    await expect(chat.locator('.message.ai')).toHaveCount(2)
    await shot(chat, '05-chat-verified')
  })

  const desk = await openSignIn(browser, parley)
  await test.step('客服登录，打开案件', async () => {
    await shot(desk, '06-desk-sign-in')
    await desk.getByRole('button', { name: /沈嘉宁/ }).click()
    await expect(desk.locator('.queue-row', { hasText: '林晓彤' })).toContainText('待审批')
    await shot(desk, '07-desk-queue')
    await openCase(desk, '林晓彤')
  })

  await test.step('分析有出处，方案三个，草稿通过核对', async () => {
    const rail = desk.getByRole('region', { name: '协商助手' })
    await expect(rail.locator('.claims .claim').first()).toBeVisible()
    await expect(rail.locator('.claims .evidence').first()).toBeVisible()
    await expect(rail.locator('table.offers thead th')).toHaveCount(3)
    await expect(rail.locator('.checks > li.passed')).not.toHaveCount(0)
    await expect(rail.locator('.checks > li:not(.passed)')).toHaveCount(0)
    await expect(rail.getByText('可以发送')).toBeVisible()
    await expectNoOverflow(desk)
    await shot(desk, '08-desk-case')
    for (const stop of ['方案', '草稿', '依据', '核对']) {
      await rail.locator('.rail-stops').getByRole('button', { name: stop }).click()
      await desk.waitForTimeout(400)
      await shot(desk, `09-desk-rail-${stop}`)
    }
  })

  await test.step('客服审批，方案卡不刷新即到达', async () => {
    await desk.getByRole('button', { name: /审批并发送/ }).click()
    await expect(chat.locator('.offer')).toBeVisible()
    await expect(chat.locator('.offer')).toContainText('等待您的决定')
    await shot(chat, '10-chat-offer')
    await tallShot(chat, '11-chat-offer-whole', 1900)
    await shot(desk, '12-desk-sent')
  })

  await test.step('客户接受，读满成本说明的时间后确认', async () => {
    await chat.getByRole('button', { name: '接受方案' }).click()
    const confirm = chat.getByRole('button', { name: '我已阅读，确认成本' })
    await expect(confirm).toHaveAttribute('aria-disabled', 'true')
    await expect(chat.getByRole('timer')).toContainText('请再阅读')
    await shot(chat, '13-chat-cost')
    await confirm.click({ force: true })
    await expect(confirm).toHaveAttribute('aria-disabled', 'true')
    await expect(confirm).toHaveAttribute('aria-disabled', 'false', { timeout: 90_000 })
    await shot(chat, '14-chat-cost-ready')
    await confirm.click()
    await expect(chat.locator('.offer')).toContainText('书面协议正在拟定')
    await shot(chat, '15-chat-cost-confirmed')
  })

  await test.step('客服审批协议', async () => {
    await expect(desk.locator('.composer')).toContainText('协议')
    const approve = desk.getByRole('button', { name: /审批并发送/ })
    await expect(approve).toBeEnabled({ timeout: 30_000 })
    await shot(desk, '16-desk-agreement-draft')
    await approve.click()
    await expect(chat.locator('.agreement')).toBeVisible()
    await shot(chat, '17-chat-agreement-card')
  })

  await test.step('客户阅读协议、取得 PDF、确认', async () => {
    await chat.getByRole('button', { name: '阅读协议' }).click()
    await expect(chat.locator('.written h3').first()).toBeVisible()
    await shot(chat, '18-chat-agreement')
    await tallShot(chat, '19-chat-agreement-whole', 3600)
    const [answer] = await Promise.all([
      chat.waitForResponse((response) => response.url().includes('/pdf')),
      chat.getByRole('button', { name: /中文 PDF/ }).click(),
    ])
    expect(answer.headers()['content-type']).toContain('application/pdf')
    const confirm = chat.getByRole('button', { name: '确认协议' })
    await expect(confirm).toBeDisabled()
    await chat.getByRole('checkbox').check()
    await confirm.click()
    await expect(chat.locator('.done-line')).toContainText(/您已于 .* 确认/)
    await shot(chat, '20-chat-agreement-confirmed')
    await chat.getByRole('button', { name: '关闭' }).click()
  })

  await test.step('双方都看到跟进安排', async () => {
    const next = chat.locator('.agreement .next')
    await expect(next.locator('li')).not.toHaveCount(0)
    await expect(next).toContainText('首次还款前提醒')
    await shot(chat, '21-chat-follow-ups')
    const followUps = desk.locator('.follow-ups li')
    await expect(followUps).not.toHaveCount(0)
    expect(await followUps.count()).toBe(await next.locator('li').count())
    await followUps.first().scrollIntoViewIfNeeded()
    await shot(desk, '22-desk-follow-ups')
  })

  await test.step('重新载入后一切还在，每条消息只有一次', async () => {
    const before = await chat.locator('.message').count()
    await chat.reload()
    await expect(chat.locator('.message')).toHaveCount(before)
  })

  expectNoComplaints(chat, desk)
})

test('the chat as one file may be loaded by pages of another origin, everything else may not', async () => {
  const file = await fetch(`${parley.url}/chat/parley-chat.js`)
  expect(file.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  const page = await fetch(`${parley.url}/chat/`)
  expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin')
})
