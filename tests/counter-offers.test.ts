import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, customerToken, expectOk, type Said, staffCookie, until } from './http-client.ts'
import { dropDatabases, freshDatabase, testDatabaseUrl } from './server-database.ts'
import { clearAway, freePort, type ServerProcess, startServer, temporaryFolder } from './server-process.ts'

/** Embedded, or on the PostgreSQL the run was given. */
let server: ServerProcess
let agent: string
beforeAll(async () => {
  const env = testDatabaseUrl ? await freshDatabase() : {}
  server = await startServer({
    folder: env.PARLEY_DATA ?? (await temporaryFolder()),
    env,
    port: await freePort(),
  })
  agent = await staffCookie(server.url, 'shen.jianing')
})
afterAll(async () => {
  await clearAway()
  await dropDatabases()
})

test('a request, a counter-offer for nothing, one for something, and a person with a reason', async () => {
  const { url } = server
  const token = await customerToken(url, 'C0001')
  const ask = (method: string, path: string, body?: unknown) =>
    expectOk(url, method, `/api/customer${path}`, { token, body })
  const desk = (method: string, path: string, body?: unknown, match?: number) =>
    expectOk(url, method, `/api/staff${path}`, {
      cookie: agent,
      body,
      ...(match === undefined ? {} : { match }),
    })
  const { id } = await ask('POST', '/conversations', { language: 'zh-Hans' })
  const say = (text: string) => ask('POST', `/conversations/${id}/messages`, { text })
  await say('我上个月被公司裁员了，信用卡这期还不上，能不能分期还？')
  const { demoCode } = await ask('POST', `/conversations/${id}/verification`, {})
  await ask('POST', `/conversations/${id}/verification/confirm`, { code: demoCode })
  await say('我愿意还，每个月大概能还2000元。')
  const item = await until('a draft', async () =>
    (await desk('GET', '/queue')).items.find(
      (one: Said) => one.conversationId === id && one.draftState === 'ready',
    ),
  )
  const view = () => desk('GET', `/cases/${item.caseId}`)

  const first = await view()
  const [asked] = first.offerSet.offers
  expect(asked).toMatchObject({ origin: 'requested', authority: 'agent' })
  expect(asked.schedule[0].amount).toBe(200_000)
  expect(first.draft.offerId).toBe(asked.id)
  expect(first.offerSet.talk).toMatchObject({
    asked: { instalment: 200_000, months: null },
    verdict: { inside: true, rules: [], authority: 'agent' },
    heldBy: [],
    history: [],
  })
  const approve = { decision: 'approve', figuresOpened: true }
  await desk('POST', `/drafts/${first.draft.id}/decisions`, approve, first.draft.version)

  const { messages } = await ask('GET', `/conversations/${id}/messages`)
  const { offer } = messages.find((one: Said) => one.offer)
  await ask('POST', `/offers/${offer.id}/counter`, { text: '还是有点多，每个月最多还1000元行吗？' })
  const second = await until('the counter-offer read', async () => {
    const now = await view()
    return now.offerSet.talk.history.length === 1 && now.offerSet.talk.asked.instalment === 100_000 && now
  })
  expect(second.offerSet.talk).toMatchObject({
    verdict: { inside: true, rules: [] },
    received: null,
    heldBy: ['nothing_given'],
    given: 0,
    history: [{ offerId: offer.id, state: 'countered', months: 11, instalment: 200_000, received: null }],
  })
  expect(second.allowed).toContain('grant')

  await say('我可以先付1000元，之后每个月还1000元。')
  const third = await until('a down payment read', async () => {
    const now = await view()
    return now.offerSet.talk.received === 'down_payment' && now
  })
  expect(third.offerSet.talk.round).toBe(1)

  const reason = '孩子开学，先稳住还款'
  const offers = `/api/staff/cases/${item.caseId}/offers`
  const key = `grant-${crypto.randomUUID()}`
  const granted = await expectOk(url, 'POST', offers, { cookie: agent, body: { reason }, key })
  expect(granted.offers[0]).toMatchObject({ origin: 'requested', shape: 'down_payment' })
  expect(granted).toMatchObject({ askedBy: '沈嘉宁', talk: { heldBy: [] } })
  const again = await expectOk(url, 'POST', offers, { cookie: agent, body: { reason }, key })
  expect(again.id, 'asked twice, worked out once').toBe(granted.id)
  expect(await call(url, 'POST', offers, { cookie: agent, body: { reason: 'x' } })).toMatchObject({
    status: 422,
    body: { field: '/reason' },
  })
  for (const name of ['fang.ruogu', 'ye.chengze']) {
    const refused = await call(url, 'POST', offers, { cookie: await staffCookie(url, name), body: {} })
    expect(refused.status, name).toBeGreaterThanOrEqual(403)
    expect(refused.status, name).toBeLessThanOrEqual(404)
  }
  expect((await call(url, 'POST', offers, { token, body: {} })).status).toBe(401)

  const compliance = await staffCookie(url, 'ye.chengze')
  const { rows } = await expectOk(url, 'GET', `/api/compliance/audit?caseId=${item.caseId}`, {
    cookie: compliance,
  })
  const computed = rows.filter((row: Said) => row.action === 'offers.computed')
  expect(computed).toHaveLength(4)
  expect(JSON.stringify(computed)).not.toContain(reason)

  const secrets = [...first.offerSet.offers, ...third.offerSet.offers, ...granted.offers].flatMap(
    (one: Said) => [one.pv, one.risk.bank.alternative, one.risk.bank.aboveAlternative],
  )
  expect(secrets.length).toBeGreaterThan(20)
  const floor = 974_908
  const read = [
    await ask('GET', `/conversations/${id}/messages`),
    await ask('GET', `/conversations/${id}`),
    await ask('GET', '/session'),
    await call(url, 'GET', `/api/customer/offers/${offer.id}/cost-statement`, { token }),
  ]
  const words = JSON.stringify(read)
  for (const secret of [...secrets, floor]) {
    expect(words).not.toContain(String(secret))
    expect(words).not.toContain((secret / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }))
  }
  expect(words).not.toMatch(/"(?:pv|risk|talk|heldBy|alternative|floor|reserve|authority|origin)"/)
  const staffWords = JSON.stringify([first.offerSet, third.offerSet, granted])
  expect(staffWords, 'nor does any screen show the floor').not.toContain(String(floor))
  expect(staffWords).not.toMatch(/"(?:floor|margin|reserve|target|table|least)"/)
})
