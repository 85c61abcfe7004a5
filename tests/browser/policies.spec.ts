import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { docx, paragraph, table } from '../../src/features/policies/files.fixture.ts'
import {
  closePages,
  closeParley,
  expectNoComplaints,
  expectNoOverflow,
  openChat,
  openDesk,
  openParley,
  type Parley,
  say,
  shot,
} from './parley.ts'

let parley: Parley
test.beforeAll(async () => {
  parley = await openParley()
})
test.afterEach(closePages)
test.afterAll(closeParley)

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A schedule of charges as a branch would write it; the second has a new sum, a clause more and one less. */
const charges = (second: boolean) =>
  docx(
    paragraph('保管箱收费办法', 'Title'),
    paragraph('第一条 租金', 'Heading1'),
    paragraph(`小号保管箱每年租金${second ? '720' : '640'}元，按年预交。`),
    paragraph('第二条 收费标准', 'Heading1'),
    table(
      second
        ? [
            ['型号', '年租金', '押金'],
            ['小号', '720元', '500元'],
          ]
        : [
            ['型号', '年租金', '押金'],
            ['小号', '640元'],
          ],
    ),
    ...(second
      ? [paragraph('第四条 开箱时间', 'Heading1'), paragraph('工作日九时至十七时。')]
      : [paragraph('第三条 钥匙', 'Heading1'), paragraph('每箱配发钥匙两把。')]),
  )

async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.waitForTimeout(350)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
    await shot(page, `policies-${where}-${colorScheme}`)
    expect(grave, `${where}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNoOverflow(page)
}

async function attach(desk: Page, name: string, buffer: Buffer): Promise<void> {
  await desk.getByLabel('文件', { exact: true }).setInputFiles({ name, mimeType: docxType, buffer })
}

test('a Word document goes from upload to an answer, by two people', async ({ browser }) => {
  const owner = await openDesk(browser, parley, 'fang.ruogu')

  await test.step('uploaded, refused with a reason where it cannot be read', async () => {
    await owner.getByRole('link', { name: '上传文件' }).first().click()
    await attach(owner, '收费办法.docx', charges(false).subarray(0, 400))
    await owner.getByLabel('标题', { exact: true }).fill('保管箱收费办法')
    await owner.getByLabel('文件编号').fill('safe-box-fees-zh')
    await owner.getByLabel('受众').selectOption('public')
    await owner.getByLabel('负责部门').fill('网点服务部')
    await owner.getByLabel('生效日').fill('2026-01-01')
    await owner.getByRole('button', { name: '上传' }).click()
    await expect(owner.locator('.ingests li').first()).toContainText('未入库')
    await expectAccessible(owner, 'upload-refused-zh')
    await attach(owner, '收费办法.docx', charges(false))
    await owner.getByRole('button', { name: '上传' }).click()
    await expect(owner.locator('.ingests li').first()).toContainText('已建立草稿')
    await owner.locator('.ingests li').first().getByRole('link').click()
  })

  await test.step('seen as it was cut, its dates set, submitted; not published by the same person', async () => {
    await expect(owner.locator('.clause')).toHaveCount(3)
    await expect(
      owner.locator('.clause', { hasText: '第二条' }).or(owner.locator('.clause').nth(1)),
    ).toContainText('请对照原文')
    await expectAccessible(owner, 'draft-zh')
    await owner.getByRole('button', { name: '修改信息' }).click()
    const dialog = owner.getByRole('dialog')
    await dialog.getByLabel('生效日').fill('2026-02-01')
    await expectAccessible(owner, 'revise-zh')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(owner.locator('.page-head')).toContainText('2026年2月1日')
    await owner.getByRole('button', { name: '提交审核' }).click()
    await owner.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
    await expect(owner.getByText('您提交了这一版，须由另一位同事发布。')).toBeVisible()
    await expect(owner.getByRole('button', { name: '发布' })).toBeDisabled()
    await shot(owner, 'policies-in-review-zh')
  })

  const reviewer = await openDesk(browser, parley, 'ye.chengze')
  const path = `${parley.url}/desk/policies/safe-box-fees-zh/1`
  await test.step('sent back with a reason, submitted again, published by a second person', async () => {
    await reviewer.goto(path)
    await reviewer.getByRole('button', { name: '退回' }).click()
    const dialog = reviewer.getByRole('dialog')
    await dialog.getByLabel('日期有误').check()
    await dialog.getByRole('textbox').fill('请核对生效日')
    await shot(reviewer, 'policies-return-zh')
    await dialog.getByRole('button', { name: '退回' }).click()
    await expect(owner.getByText('叶承泽 退回：日期有误'), 'the owner’s page follows by itself').toBeVisible()
    await owner.getByRole('button', { name: '提交审核' }).click()
    await owner.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
    await reviewer.getByRole('button', { name: '发布' }).click()
    await reviewer.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await expect(reviewer.locator('.page-head')).toContainText('现行')
    await expect(reviewer.getByRole('button', { name: '修改信息' })).toHaveCount(0)
  })

  await test.step('the next version is compared with it clause by clause', async () => {
    await owner.goto(path)
    await owner.getByRole('link', { name: '上传新版本' }).click()
    await expect(owner.getByLabel('版本', { exact: true })).toHaveValue('2')
    await attach(owner, '收费办法（修订）.docx', charges(true))
    await owner.getByLabel('生效日').fill('2099-01-01')
    await owner.getByRole('button', { name: '上传' }).click()
    await expect(owner.locator('.ingests li').first()).toContainText('第 2 版')
    await owner.locator('.ingests li').first().getByRole('link').click()
    await owner.getByRole('link', { name: '与第 1 版对比' }).click()
    await expect(owner.locator('.clause-changes li')).toHaveCount(4)
    await expect(owner.locator('.clause-changes del', { hasText: '640' }).first()).toBeVisible()
    await expect(owner.locator('.clause-changes ins', { hasText: '720' }).first()).toBeVisible()
    await expectAccessible(owner, 'changes-zh')
    await owner.getByRole('button', { name: '左右对照' }).click()
    await expectAccessible(owner, 'changes-inline-zh')
    await owner.getByRole('link', { name: '← 第 2 版' }).click()
    await owner.getByRole('button', { name: '提交审核' }).click()
    await owner.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
    await reviewer.goto(`${parley.url}/desk/policies/safe-box-fees-zh/2`)
    await reviewer.getByRole('button', { name: '发布' }).click()
    await reviewer.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await expect(reviewer.locator('.page-head')).toContainText('已发布')
    await owner.getByRole('link', { name: '制度列表' }).click()
    await expect(owner.locator('tr', { hasText: 'safe-box-fees-zh' })).toContainText(
      '2099年1月1日 起有 2 条变动',
    )
    await expectAccessible(owner, 'list-zh')
  })

  await test.step('a question shows what was found, why, and for which day', async () => {
    await owner.getByRole('link', { name: '试问一句' }).click()
    await owner.getByLabel('客户会怎么问').fill('小号保管箱每年租金多少钱？')
    await owner.getByRole('button', { name: '检索' }).click()
    const first = owner.locator('.hits > li').first()
    await expect(first).toContainText('640元')
    await expect(first).toContainText('2099年1月1日 起有变')
    await expect(first.locator('.hit-parts')).toContainText('原词')
    await expectAccessible(owner, 'question-zh')
    await owner.getByLabel('制度日期').fill('2099-01-01')
    await owner.getByRole('button', { name: '检索' }).click()
    await expect(first).toContainText('720元')
  })

  await test.step('the same in English', async () => {
    await owner.getByRole('button', { name: '切换为英文' }).click()
    await expectAccessible(owner, 'question-en')
    await owner.goto(`${parley.url}/desk/policies/safe-box-fees-zh/1`)
    await expect(owner.locator('.clause').first()).toContainText('Changes on 1 Jan 2099')
    await owner.getByText('About this version').click()
    await expect(owner.locator('.version-facts')).toContainText('叶承泽')
    await expectAccessible(owner, 'version-en')
    await owner.goto(`${parley.url}/desk/policies/safe-box-fees-zh/2/changes?from=1`)
    await expect(owner.locator('.clause-changes li').first()).toBeVisible()
    await expectAccessible(owner, 'changes-en')
    await owner.goto(`${parley.url}/desk/policies/upload`)
    await expect(owner.locator('.ingests li').first()).toContainText('Draft added')
    await expectAccessible(owner, 'upload-en')
    await owner.goto(`${parley.url}/desk/policies`)
    await expectAccessible(owner, 'list-en')
  })
  expectNoComplaints(owner, reviewer)
})

test('whoever wrote a version sees why somebody else must publish it, though a colleague submitted it', async ({
  browser,
}) => {
  const owner = await openDesk(browser, parley, 'fang.ruogu')
  await owner.goto(`${parley.url}/desk/policies/upload`)
  const front = ['id: queue-rules-en', 'title: Queue Rules', 'lang: en', 'audience: public', 'version: 1']
  const rules = [
    '---',
    ...front,
    'effective_from: 2026-01-01',
    'owner: Branches',
    '---',
    '## 1 A',
    'First come.',
  ]
  const file = { name: 'queue.md', mimeType: 'text/markdown', buffer: Buffer.from(rules.join('\n')) }
  await owner.getByLabel('文件', { exact: true }).setInputFiles(file)
  await owner.getByLabel(/front matter/).check()
  await owner.getByRole('button', { name: '上传' }).click()
  await expect(owner.locator('.ingests li').first()).toContainText('已建立草稿')
  const path = `${parley.url}/desk/policies/queue-rules-en/1`
  const reviewer = await openDesk(browser, parley, 'ye.chengze')
  await reviewer.goto(path)
  await reviewer.getByRole('button', { name: '提交审核' }).click()
  await reviewer.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
  await expect(reviewer.getByText('您提交了这一版，须由另一位同事发布。')).toBeVisible()
  await owner.goto(path)
  await expect(owner.getByRole('button', { name: '发布' })).toBeDisabled()
  await expect(owner.getByRole('button', { name: '发布' })).toHaveAccessibleDescription(
    '这一版由您上传或修改，须由没有参与编写和提交的同事发布。',
  )
  await expectAccessible(owner, 'own-words-zh')
  await owner.getByRole('button', { name: '切换为英文' }).click()
  await expect(owner.getByText('You handed in or changed this version')).toBeVisible()
  await expectAccessible(owner, 'own-words-en')
  expectNoComplaints(owner, reviewer)
})

test('a question nobody answered is tried and settled', async ({ browser }) => {
  const chat = await openChat(browser, parley, '林晓彤')
  await say(chat, '我是林晓彤，手机13912345678，你们的信用卡支持数字藏品抵押吗？')
  await expect(chat.locator('.message.ai').first()).toBeVisible()
  const owner = await openDesk(browser, parley, 'fang.ruogu')
  await owner.getByRole('link', { name: '未答问题' }).click()
  const row = owner.locator('.unanswered li', { hasText: '数字藏品抵押' })
  await expect(row).toContainText('1 次')
  await expect(row).not.toContainText('林晓彤')
  await expectAccessible(owner, 'unanswered-zh')
  await row.getByRole('link', { name: '试问' }).click()
  await expect(owner.getByText('制度不足以回答，助手会如实告知')).toBeVisible()
  await owner.goBack()
  await row.getByRole('button', { name: '标为已处理' }).click()
  await shot(owner, 'policies-settle-zh')
  await owner.getByRole('dialog').getByRole('combobox').selectOption('fees-zh')
  await owner.getByRole('dialog').getByRole('button', { name: '标为已处理' }).click()
  await expect(row).toHaveCount(0)
  await owner.getByRole('button', { name: '已处理' }).click()
  await expect(row).toContainText('已由 fees-zh 回答')
  await owner.getByRole('button', { name: '切换为英文' }).click()
  await expectAccessible(owner, 'unanswered-en')
  expectNoComplaints(owner)
})

test('an agent reads the policies and sees nothing to do with them', async ({ browser }) => {
  const agent = await openDesk(browser, parley, 'shen.jianing')
  await agent.goto(`${parley.url}/desk/policies/card-hardship-zh/2`)
  await expect(agent.locator('.clause').first()).toBeVisible()
  await expect(agent.getByRole('link', { name: '上传新版本' })).toHaveCount(0)
  await expect(agent.locator('.version-moves button')).toHaveCount(0)
  await expect(agent.getByRole('link', { name: '未答问题' })).toHaveCount(0)
  await agent.goto(`${parley.url}/desk/policies/upload`)
  await expect(agent.getByText('只有制度负责人、合规和管理员可以上传。')).toBeVisible()
  await shot(agent, 'policies-agent-zh')
  expectNoComplaints(agent)
})
