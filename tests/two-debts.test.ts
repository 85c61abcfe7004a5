import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, customerToken, expectOk, type Said, staffCookie, until } from './http-client.ts'
import { dropDatabases, freshDatabase, testDatabaseUrl } from './server-database.ts'
import {
  clearAway,
  freePort,
  root,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts'

/** Embedded, or on the PostgreSQL the run was given. */
let server: ServerProcess
let agent: string
let lead: string
let compliance: string
beforeAll(async () => {
  const env = testDatabaseUrl ? await freshDatabase() : {}
  server = await startServer({
    folder: env.PARLEY_DATA ?? (await temporaryFolder()),
    env,
    port: await freePort(),
    entry: join(root, 'tests/killed-server.ts'),
  })
  agent = await staffCookie(server.url, 'shen.jianing')
  lead = await staffCookie(server.url, 'song.peilan')
  compliance = await staffCookie(server.url, 'ye.chengze')
})
afterAll(async () => {
  await clearAway()
  await dropDatabases()
})

const card = '6200 **** **** 1481'
const loan = '6200 **** **** 1853'

/** A verified conversation of a sample customer, with the case that its first message opens. */
async function begin(ref: string, language: 'zh-Hans' | 'en', text: string) {
  const { url } = server
  const token = await customerToken(url, ref)
  const ask = (method: string, path: string, body?: unknown) =>
    expectOk(url, method, `/api/customer${path}`, { token, body })
  const { id } = await ask('POST', '/conversations', { language })
  const { demoCode } = await ask('POST', `/conversations/${id}/verification`, {})
  await ask('POST', `/conversations/${id}/verification/confirm`, { code: demoCode })
  const say = (words: string) => ask('POST', `/conversations/${id}/messages`, { text: words })
  const messages = async (): Promise<Said[]> => (await ask('GET', `/conversations/${id}/messages`)).messages
  await say(text)
  const { caseId } = await until('a case', async () =>
    (await expectOk(url, 'GET', '/api/staff/queue', { cookie: agent })).items.find(
      (one: Said) => one.conversationId === id && one.caseId,
    ),
  )
  const view = () => expectOk(url, 'GET', `/api/staff/cases/${caseId}`, { cookie: agent })
  return { token, ask, say, messages, caseId, view }
}

test('a customer with two debts: asked which, an agent chooses, and every paper names the account of the offer', async () => {
  const { url } = server
  const talk = await begin(
    'C0004',
    'zh-Hans',
    '今年提成少了一半，收入降了很多，两笔欠款都还不上了，我愿意还，想分36期。',
  )
  const { ask, messages, caseId, view } = talk
  await until('the question', async () =>
    (await messages()).some((one) => one.from === 'assistant' && one.text.includes('哪一笔欠款')),
  )
  const unclear = await until('the analysis', async () => {
    const now = await view()
    return now.analysis && now
  })
  expect(unclear.debt).toMatchObject({ accountId: null, by: null, settled: false })
  expect(unclear.debt.choices.map((one: Said) => [one.product, one.maskedNumber, one.monthlyDue])).toEqual([
    ['consumer_loan', loan, 232_400],
    ['credit_card', card, 361_800],
  ])
  expect(unclear.analysis.questions[0].field).toBe('which_debt')
  expect(unclear.allowed).toContain('choose_debt')
  expect(unclear.allowed).not.toContain('propose')
  expect(unclear.offerSet).toBeNull()
  const [loanId, cardId] = unclear.debt.choices.map((one: Said) => one.id)

  const at = `/api/staff/cases/${caseId}`
  const choose = (accountId: string, cookie = agent, key: string | undefined = undefined) =>
    call(url, 'POST', `${at}/debt`, { cookie, body: { accountId }, ...(key ? { key } : {}) })
  expect(await call(url, 'POST', `${at}/offers`, { cookie: agent, body: {} })).toMatchObject({
    status: 409,
    body: { code: 'which_debt' },
  })
  expect(await choose(crypto.randomUUID())).toMatchObject({ status: 422, body: { field: '/accountId' } })
  expect(await choose('the card')).toMatchObject({ status: 422, body: { field: '/accountId' } })
  expect((await choose(cardId, compliance)).status).toBe(403)

  const key = `choose-${crypto.randomUUID()}`
  const chosen = await choose(cardId, agent, key)
  expect(chosen).toMatchObject({ status: 200, body: { accountId: cardId, by: 'staff', settled: false } })
  expect((await choose(cardId, agent, key)).body).toEqual(chosen.body)
  expect((await choose(loanId, agent, key)).body.code).toBe('key_reused')
  expect((await choose(cardId)).body, 'chosen once more, it stands as it was').toEqual(chosen.body)
  const forCard = await until('plans for the card', async () => {
    const now = await view()
    return now.draft?.offerId && now
  })
  expect(forCard.analysis.questions.map((one: Said) => one.field)).not.toContain('which_debt')
  expect(forCard.draft.text).toContain('信用卡（尾号1481）')
  expect(forCard.offerSet.account).toEqual({ product: 'credit_card', maskedNumber: card })
  // 8,400 + 0.8 × 6,500 − 3,800 − 2,800 − what the loan takes a month, 2,324.
  expect(forCard.offerSet.capacity.disposable).toBe(467_600)

  expect((await choose(loanId, lead)).body).toMatchObject({ accountId: loanId, by: 'staff' })
  const approve = (draft: Said, cookie: string) =>
    call(url, 'POST', `/api/staff/drafts/${draft.id}/decisions`, {
      cookie,
      body: { decision: 'approve', figuresOpened: true },
      match: draft.version,
    })
  const overtaken = await approve(forCard.draft, lead)
  expect(overtaken.status, 'the plan for the card goes out no more').toBe(409)
  const forLoan = await until('plans for the loan', async () => {
    const now = await view()
    return (
      now.offerSet.account.maskedNumber === loan && now.draft?.offerId && now.draft.state === 'ready' && now
    )
  })
  expect(forLoan.offerSet.capacity.disposable, 'less what the card takes a month').toBe(338_200)
  expect(forLoan.draft.id).not.toBe(forCard.draft.id)
  expect(forLoan.draft.text).toContain('消费贷款（尾号1853）')
  const largest = Math.max(
    ...forLoan.offerSet.offers.flatMap((one: Said) =>
      one.schedule.slice(one.shape === 'down_payment' ? 1 : 0).map((row: Said) => row.amount),
    ),
  )
  expect(largest).toBeLessThanOrEqual(forLoan.offerSet.capacity.max_instalment)

  expect((await approve(forLoan.draft, agent)).body.state).toBe('ready')
  expect((await approve((await view()).draft, lead)).body.state).toBe('sent')
  const { offer } = (await messages()).find((one) => one.offer)
  expect(offer.account).toEqual({ product: 'consumer_loan', maskedNumber: loan })
  await ask('POST', `/offers/${offer.id}/accept`, {})
  expect(await choose(cardId)).toMatchObject({ status: 409, body: { code: 'debt_settled' } })

  const statement = await ask('GET', `/offers/${offer.id}/cost-statement`)
  expect(JSON.stringify(statement.sections)).toContain(loan)
  expect(JSON.stringify(statement.sections)).not.toContain(card)
  server.child.send({ aheadMs: 91_000 })
  await once(server.child, 'message')
  await ask('POST', `/cost-statements/${statement.id}/confirm`, {})
  const letter = await until('the agreement to approve', async () => {
    const { draft } = await view()
    return draft?.kind === 'agreement' && draft.state === 'ready' && draft
  })
  await approve(letter, agent)
  if ((await view()).draft.state === 'ready') await approve((await view()).draft, lead)
  const { agreement } = (await messages()).find((one) => one.agreement)
  for (const lang of ['zh-Hans', 'en']) {
    const shown = JSON.stringify(await ask('GET', `/agreements/${agreement.id}?lang=${lang}`))
    expect(shown).toContain(loan)
    expect(shown).not.toContain(card)
  }
  expect((await view()).debt).toMatchObject({ accountId: loanId, settled: true })

  const { rows } = await expectOk(url, 'GET', `/api/compliance/audit?caseId=${caseId}`, {
    cookie: compliance,
  })
  expect(rows.filter((row: Said) => row.action === 'case.debt_chosen')).toHaveLength(2)
})

test('a customer who names the card in English gets a plan for the card', async () => {
  const { view, say } = await begin(
    'C0012',
    'en',
    "My income has dropped since my business failed and I can't keep up with my credit card any more. I am willing to repay.",
  )
  await say('I can manage 3,000 yuan a month on it.')
  const planned = await until('plans', async () => {
    const now = await view()
    return now.draft?.offerId && now
  })
  expect(planned.debt).toMatchObject({ by: 'customer', chosenBy: null })
  expect(planned.messages.find((one: Said) => one.id === planned.debt.messageId).text).toContain(
    'credit card',
  )
  expect(planned.offerSet.account.product).toBe('credit_card')
  expect(planned.offerSet.offers[0].authority).toBe('manager')
})
