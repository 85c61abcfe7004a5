import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CallOptions,
  call,
  customerToken,
  expectOk,
  listenTo,
  type Said,
  staffCookie,
  until,
} from './http-client.ts'
import { dropDatabases, freshDatabase, testDatabaseUrl } from './server-database.ts'
import {
  clearAway,
  freePort,
  root,
  type ServerOptions,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts'

/** Embedded, or on the PostgreSQL the run was given. */
let where: ServerOptions
let server: ServerProcess
let agent: string
let lead: string

beforeAll(async () => {
  const env = testDatabaseUrl ? await freshDatabase() : {}
  where = { folder: env.PARLEY_DATA ?? (await temporaryFolder()), env, port: await freePort() }
  server = await startServer(where)
  agent = await staffCookie(server.url, 'shen.jianing')
  lead = await staffCookie(server.url, 'song.peilan')
})
afterAll(async () => {
  await clearAway()
  await dropDatabases()
})

type Talk = {
  ref: string
  language: 'zh-Hans' | 'en'
  opening: string
  willing: string
  /** Whose approval the offer needs. */
  authority: 'agent' | 'lead'
}

const talks: Talk[] = [
  {
    ref: 'C0001',
    language: 'zh-Hans',
    opening: '我上个月被公司裁员了，信用卡这期还不上，能不能分期还？',
    willing: '我愿意还，每个月大概能还2000元。',
    authority: 'agent',
  },
  {
    ref: 'C0002',
    language: 'en',
    opening:
      'My salary was cut in August and I cannot keep up with my credit card. Can I repay in instalments?',
    willing: 'I am willing to repay, I can manage 1,800 yuan a month.',
    authority: 'lead',
  },
]

/** Sends a write twice under one key: both answers are the same. Then another body under it: refused. */
async function twice(method: string, path: string, options: CallOptions, otherBody?: unknown): Promise<Said> {
  const key = `twice-${crypto.randomUUID()}`
  const first = await call(server.url, method, path, { ...options, key })
  expect(first.status, `${method} ${path} ${JSON.stringify(first.body)}`).toBeLessThan(300)
  const second = await call(server.url, method, path, { ...options, key })
  expect(second.status).toBe(first.status)
  expect(second.body).toEqual(first.body)
  if (otherBody !== undefined) {
    const other = await call(server.url, method, path, { ...options, key, body: otherBody })
    expect(other).toMatchObject({ status: 422, body: { code: 'key_reused' } })
  }
  return first.body
}

test.concurrent.each(talks)(
  'a whole negotiation in $language, with the wrong moves refused',
  async (talk) => {
    const { url } = server
    const token = await customerToken(url, talk.ref)
    const asCustomer = <T = Said>(method: string, path: string, body?: unknown) =>
      expectOk<T>(url, method, `/api/customer${path}`, { token, body })
    const asAgent = <T = Said>(method: string, path: string) =>
      expectOk<T>(url, method, `/api/staff${path}`, { cookie: agent })

    const conversation = await twice(
      'POST',
      '/api/customer/conversations',
      { token, body: { language: talk.language } },
      { language: talk.language === 'en' ? 'zh-Hans' : 'en' },
    )
    const here = `/conversations/${conversation.id}`
    const messages = async (): Promise<Said[]> => (await asCustomer('GET', `${here}/messages`)).messages
    const say = (text: string) =>
      twice('POST', `/api/customer${here}/messages`, { token, body: { text } }, { text: `${text}!` })

    await say(talk.opening)
    await until('the first answer', async () =>
      (await messages()).some((message) => message.from === 'assistant'),
    )
    expect((await messages()).map((message) => message.notice)).toContain('verify_first')

    const started = await twice('POST', `/api/customer${here}/verification`, { token, body: {} })
    const wrong = await call(url, 'POST', `/api/customer${here}/verification/confirm`, {
      token,
      body: { code: started.demoCode === '000000' ? '000001' : '000000' },
    })
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'wrong_code', field: '/code', extra: { attemptsLeft: 4 } },
    })
    await twice('POST', `/api/customer${here}/verification/confirm`, {
      token,
      body: { code: started.demoCode },
    })
    await say(talk.willing)

    const item = await until('a draft in the queue', async () =>
      (await asAgent('GET', '/queue')).items.find(
        (one: Said) => one.conversationId === conversation.id && one.draftState === 'ready',
      ),
    )
    const caseView = () => asAgent('GET', `/cases/${item.caseId}`)
    const opened = await caseView()
    expect(opened.stage).toBe('proposal')
    expect(opened.analysis.claims.length).toBeGreaterThan(0)
    expect(opened.offerSet.offers[0].authority).toBe(talk.authority)
    expect(opened.draft.findings).toEqual([])

    const decide = async (draft: Said, cookie: string, body: Said, match = draft.version) =>
      call(url, 'POST', `/api/staff/drafts/${draft.id}/decisions`, { cookie, body, match })
    const approve = { decision: 'approve', figuresOpened: true }
    const edited = await expectOk(url, 'PUT', `/api/staff/drafts/${opened.draft.id}`, {
      cookie: agent,
      body: { text: opened.draft.text },
      match: opened.draft.version,
    })
    const stale = await decide(opened.draft, agent, approve)
    expect(stale).toMatchObject({ status: 409, body: { extra: { version: edited.version } } })
    const draftAt = `/api/staff/drafts/${edited.id}/decisions`
    const first = await twice(
      'POST',
      draftAt,
      { cookie: agent, body: approve, match: edited.version },
      { decision: 'approve', figuresOpened: false },
    )
    if (talk.authority === 'lead') {
      expect(first).toMatchObject({ state: 'ready', messageId: null })
      expect((await messages()).some((message) => message.offer)).toBe(false)
      const waiting = (await caseView()).draft
      const again = await decide(waiting, agent, approve)
      expect(again.status, 'the same person cannot approve twice').toBeGreaterThanOrEqual(400)
      const unopened = await decide(waiting, lead, { decision: 'approve', figuresOpened: false })
      expect(unopened).toMatchObject({ status: 409, body: { code: 'figures_not_opened' } })
      const done = await twice('POST', draftAt, { cookie: lead, body: approve, match: waiting.version })
      expect(done.state).toBe('sent')
    } else {
      expect(first.state).toBe('sent')
    }

    const offerMessages = (await messages()).filter((message) => message.offer)
    expect(offerMessages).toHaveLength(1)
    const offerAt = `/api/customer/offers/${offerMessages[0].offer.id}`
    const accepted = await twice('POST', `${offerAt}/accept`, { token, body: {} })
    expect(accepted).toMatchObject({ state: 'accepted', costStatement: { confirmedAt: null } })

    const statement = await expectOk(url, 'GET', `${offerAt}/cost-statement`, { token })
    expect(statement.sections.length).toBeGreaterThan(0)
    const confirmAt = `/api/customer/cost-statements/${statement.id}/confirm`
    const early = await call(url, 'POST', confirmAt, { token, body: {} })
    expect(early).toMatchObject({ status: 409, body: { code: 'reading_time' } })
    const { waitSeconds } = early.body.extra
    expect(waitSeconds).toBeLessThanOrEqual(statement.minimumReadingSeconds)
    await new Promise((wake) => setTimeout(wake, (waitSeconds / 2) * 1000))
    expect(await call(url, 'POST', confirmAt, { token, body: {} })).toMatchObject({ status: 409 })
    await new Promise((wake) => setTimeout(wake, (waitSeconds / 2 + 1) * 1000))
    await twice('POST', confirmAt, { token, body: {} })

    const agreementDraft = await until('the agreement to approve', async () => {
      const { draft } = await caseView()
      return draft?.kind === 'agreement' && draft.state === 'ready' && draft
    })
    expect(agreementDraft.findings).toEqual([])
    const completes = await twice('POST', `/api/staff/drafts/${agreementDraft.id}/decisions`, {
      cookie: agent,
      body: approve,
      match: agreementDraft.version,
    })
    if (talk.authority === 'lead') {
      expect(completes.state).toBe('ready')
      const waiting = (await caseView()).draft
      expect((await decide(waiting, lead, approve)).body.state).toBe('sent')
    }

    const agreementMessages = (await messages()).filter((message) => message.agreement)
    expect(agreementMessages).toHaveLength(1)
    const agreementAt = `/api/customer/agreements/${agreementMessages[0].agreement.id}`
    const agreement = await expectOk(url, 'GET', agreementAt, { token })
    for (const lang of ['zh-Hans', 'en'] as const) {
      const letters = [
        await call<Buffer>(url, 'GET', `${agreementAt}/pdf?lang=${lang}`, { token }),
        await call<Buffer>(url, 'GET', `/api/staff/agreements/${agreement.id}/pdf?lang=${lang}`, {
          cookie: agent,
        }),
      ]
      for (const { type, body } of letters) {
        expect(type).toBe('application/pdf')
        expect(body.subarray(0, 5).toString()).toBe('%PDF-')
        expect(createHash('sha256').update(body).digest('hex')).toBe(agreement.sha256[lang])
      }
    }
    const noConsent = await call(url, 'POST', `${agreementAt}/confirm`, {
      token,
      body: { consent: false, language: talk.language },
    })
    expect(noConsent).toMatchObject({ status: 422, body: { field: '/consent' } })
    const confirmed = await twice(
      'POST',
      `${agreementAt}/confirm`,
      { token, body: { consent: true, language: talk.language } },
      { consent: true, language: talk.language === 'en' ? 'zh-Hans' : 'en' },
    )
    expect(confirmed.state).toBe('confirmed')
    const codes: string[] = confirmed.followUps.map((followUp: Said) => followUp.code)
    expect(codes.length).toBeGreaterThanOrEqual(2)
    expect(new Set(codes).size).toBe(codes.length)
    for (const followUp of confirmed.followUps) {
      expect(followUp.state).toBe('booked')
      expect(Date.parse(followUp.dueAt)).toBeGreaterThan(Date.now())
    }

    await until('thanks', async () => (await messages()).some((one) => one.notice === 'agreement_confirmed'))
    const all = await messages()
    expect(all.map((message) => message.seq)).toEqual(all.map((_, index) => index + 1))
    expect(new Set(all.map((message) => message.id)).size).toBe(all.length)
    for (const text of [talk.opening, talk.willing]) {
      expect(all.filter((message) => message.text === text)).toHaveLength(1)
    }
    const done = await caseView()
    expect(done.stage).toBe('follow_up')

    const compliance = await staffCookie(url, 'ye.chengze')
    const { rows } = await expectOk(url, 'GET', `/api/compliance/audit?caseId=${item.caseId}`, {
      cookie: compliance,
    })
    const actions: string[] = rows.map((row: Said) => row.action)
    for (const once of ['offer.accepted', 'cost_statement.confirmed', 'agreement.confirmed', 'offer.sent']) {
      expect(
        actions.filter((action) => action === once),
        once,
      ).toHaveLength(1)
    }
    const report = await until('every entry sealed', async () => {
      const said = await expectOk(url, 'POST', '/api/compliance/audit/verification', {
        cookie: compliance,
        body: {},
      })
      return said.rows === said.sealed && said
    })
    expect(report).toMatchObject({ ok: true, broken: [] })
  },
)

test('an identity verified half an hour ago is verified no longer: no acceptance without a new code', async () => {
  await server.stop()
  server = await startServer({ ...where, entry: join(root, 'tests/killed-server.ts') })
  const { url } = server
  const halfAnHour = 31 * 60_000
  const session = () => customerToken(url, 'C0003')
  const token = await session()
  const body = { language: 'zh-Hans' }
  const { id } = await expectOk(url, 'POST', '/api/customer/conversations', { token, body })
  const here = `/api/customer/conversations/${id}`
  const verify = async (bearer: string) => {
    const { demoCode } = await expectOk(url, 'POST', `${here}/verification`, { token: bearer, body: {} })
    const code = { token: bearer, body: { code: demoCode } }
    return expectOk(url, 'POST', `${here}/verification/confirm`, code)
  }
  await verify(token)
  const text = '我做了手术在家休养，消费贷每月还不起那么多了。我愿意继续还，希望分36期。'
  await expectOk(url, 'POST', `${here}/messages`, { token, body: { text } })
  const { items } = await until('a draft', async () => {
    const queue = await expectOk(url, 'GET', '/api/staff/queue', { cookie: lead })
    const mine = queue.items.filter((one: Said) => one.conversationId === id && one.draftState === 'ready')
    return mine.length > 0 && { items: mine }
  })
  const { draft } = await expectOk(url, 'GET', `/api/staff/cases/${items[0].caseId}`, { cookie: lead })
  await expectOk(url, 'POST', `/api/staff/drafts/${draft.id}/decisions`, {
    cookie: lead,
    body: { decision: 'approve', figuresOpened: true },
    match: draft.version,
  })
  const { messages } = await expectOk(url, 'GET', `${here}/messages`, { token })
  const { offer } = messages.find((one: Said) => one.offer)

  server.child.send({ aheadMs: halfAnHour })
  await once(server.child, 'message')
  const accept = `/api/customer/offers/${offer.id}/accept`
  expect(await call(url, 'POST', accept, { token, body: {} })).toMatchObject({ status: 401 })
  const renewed = await session()
  expect(await call(url, 'POST', accept, { token: renewed, body: {} })).toMatchObject({
    status: 403,
    body: { code: 'verification_required' },
  })
  await verify(renewed)
  const accepted = await expectOk(url, 'POST', accept, { token: renewed, body: {} })
  expect(accepted.state).toBe('accepted')
})

test('a new message is heard by its customer and their team, and by no other customer', async () => {
  const { url } = server
  const [mine, other] = [await customerToken(url, 'C0006'), await customerToken(url, 'C0007')]
  const conversation = await expectOk(url, 'POST', '/api/customer/conversations', {
    token: mine,
    body: { language: 'zh-Hans' },
  })
  const streams = {
    mine: await listenTo(url, '/api/customer/events', { token: mine }),
    other: await listenTo(url, '/api/customer/events', { token: other }),
    staff: await listenTo(url, '/api/staff/events', { cookie: agent }),
  }
  await expectOk(url, 'POST', `/api/customer/conversations/${conversation.id}/messages`, {
    token: mine,
    body: { text: '你好' },
  })
  const change = JSON.stringify({ topic: 'conversation', id: conversation.id })
  const has = (stream: keyof typeof streams) =>
    streams[stream].heard.some((one) => one.event === 'change' && one.data === change)
  await until('the customer to hear', async () => has('mine'), 5)
  await until('the team to hear', async () => has('staff'), 5)
  await new Promise((wake) => setTimeout(wake, 500))
  expect(streams.other.heard.filter((one) => one.event === 'change')).toEqual([])
  for (const stream of Object.values(streams)) {
    expect(stream.heard.every((one) => !one.data.includes('你好'))).toBe(true)
    stream.close()
  }
})
