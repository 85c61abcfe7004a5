import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
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

/** Nothing serious or critical, in light and in dark. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Colours fade from one scheme to the other; contrast is measured once they have.
    await page.waitForTimeout(350)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
    await shot(page, `a11y-${where}-${colorScheme}`)
    expect(grave, `${where}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNoOverflow(page)
}

const toEnglish = (page: Page) => page.getByRole('button', { name: /Switch to English|切换为英文/ }).click()

test('the chat, from choosing who to be to a plan that rises in steps', async ({ browser }) => {
  const picker = await openPicker(browser, parley)
  await expectAccessible(picker, 'picker-zh')
  await toEnglish(picker)
  await expectAccessible(picker, 'picker-en')

  const chat = await openChat(browser, parley, '林晓彤')
  await say(chat, '协商分期以后会影响我的征信吗？')
  await expect(chat.locator('.message.ai .sources li').first()).toBeVisible()
  await expectAccessible(chat, 'thread-zh')
  await chat.locator('.message.ai .sources button').first().click()
  await expectAccessible(chat, 'source-zh')
  await chat.keyboard.press('Escape')
  await say(chat, '我上个月被公司裁员了，信用卡这期还不上，能不能分期还？')
  await expect(chat.locator('.message.notice')).toBeVisible()
  await chat.locator('.unverified').click()
  await expect(chat.locator('.demo-code')).toBeVisible()
  await expectAccessible(chat, 'verify-zh')
  await chat.keyboard.press('Escape')
  await verify(chat)
  await say(chat, '我愿意还，每个月大概能还2000元。')

  const desk = await openDesk(browser, parley, 'shen.jianing')
  await expect(desk.locator('.queue-row', { hasText: '林晓彤' })).toContainText('待审批')
  await openCase(desk, '林晓彤')
  await expectAccessible(desk, 'case-zh')
  await desk.getByRole('button', { name: '选择方案 3' }).click()
  await desk
    .locator('.rail')
    .getByRole('button', { name: /按方案 3 起草/ })
    .click()
  await expect(desk.locator('.draft-text')).toContainText('起每期还款')
  const approve = desk.getByRole('button', { name: /审批并发送/ })
  await shot(desk, 'case-offer-3')
  await expect(approve).toBeEnabled()
  await approve.click()
  await expect(chat.locator('.offer h2')).toHaveText('先少后多')
  await chat.locator('.offer summary').first().click()
  await expectAccessible(chat, 'offer-zh')
  await tallShot(chat, 'step-up-offer-zh')
  await toEnglish(chat)
  await expectAccessible(chat, 'offer-en')
  await tallShot(chat, 'step-up-offer-en')
  await chat.setViewportSize({ width: 360, height: 640 })
  await expectNoOverflow(chat)
  await shot(chat, 'offer-360-en')
  await chat.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(chat.getByRole('timer')).toBeVisible()
  await expectAccessible(chat, 'cost-en')
  await tallShot(chat, 'cost-en-whole', 3400)

  await toEnglish(desk)
  await expect(desk.getByRole('region', { name: 'Copilot' })).toBeVisible()
  await expectAccessible(desk, 'case-en')
  expectNoComplaints(picker, chat, desk)
})

test('the desk of compliance: sign-in, a run, the policies', async ({ browser }) => {
  const run = madeRun()
  await importRun(parley, run)
  const signIn = await openSignIn(browser, parley)
  await expectAccessible(signIn, 'sign-in-zh')
  await toEnglish(signIn)
  await expectAccessible(signIn, 'sign-in-en')

  const desk = await openDesk(browser, parley, 'ye.chengze')
  const pages = [
    ['runs', '/desk/compliance/runs', '.result'],
    ['run', `/desk/compliance/runs/${run.id}`, '.run-view'],
    ['audit', '/desk/compliance/audit', '.trail'],
    ['stop', '/desk/compliance/stop-switch', '.switch'],
    ['policies', '/desk/policies', '.versions'],
    ['clauses', '/desk/policies/card-hardship-zh/2', '.clause'],
    ['question', '/desk/policies/question', '.question'],
  ] as const
  for (const language of ['zh', 'en']) {
    for (const [name, path, sign] of pages) {
      await desk.goto(parley.url + path)
      await expect(desk.locator(sign).first()).toBeVisible()
      await expectAccessible(desk, `${name}-${language}`)
    }
    if (language === 'zh') await toEnglish(desk)
  }
  expectNoComplaints(signIn, desk)
})
