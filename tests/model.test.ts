import { once } from 'node:events'
import { join } from 'node:path'
import type { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createEventReader } from '../src/web/ui/read-events.ts'
import { call, customerToken, expectOk, type Said, staffCookie, until } from './http-client.ts'
import { goodReply, modelEnv, openModelServer, promptOf } from './model-server.ts'
import { dropDatabases, freshDatabase, testDatabaseUrl } from './server-database.ts'
import {
  clearAway,
  freePort,
  root,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts'

/** The real server with a model, embedded or on the PostgreSQL the run was given. */
let mock: LLMock
let server: ServerProcess
let agent: string
let lead: string
beforeAll(async () => {
  mock = await openModelServer()
  const env = { ...(testDatabaseUrl ? await freshDatabase() : {}), ...modelEnv(mock) }
  server = await startServer({
    folder: (env as Record<string, string>).PARLEY_DATA ?? (await temporaryFolder()),
    env,
    port: await freePort(),
    entry: join(root, 'tests/watched-server.ts'),
  })
  agent = await staffCookie(server.url, 'shen.jianing')
  lead = await staffCookie(server.url, 'song.peilan')
})
afterAll(async () => {
  await clearAway()
  // One of the tests has it gone already.
  await mock.stop().catch(() => {})
  await dropDatabases()
})
beforeEach(() => {
  mock.reset()
  mock.onMessage(/./, (request) => ({ content: goodReply(request) }))
})

type Talk = { ref: string; language: 'zh-Hans' | 'en'; opening: string; willing: string }
const talks: Talk[] = [
  {
    ref: 'C0001',
    language: 'zh-Hans',
    opening: '我上个月被公司裁员了，信用卡这期还不上，能不能分期还？',
    willing: '我愿意还，每个月大概能还2000元。',
  },
  {
    ref: 'C0002',
    language: 'en',
    opening:
      'My salary was cut in August and I cannot keep up with my credit card. Can I repay in instalments?',
    willing: 'I am willing to repay, I can manage 1,800 yuan a month.',
  },
]

const illness: Talk = {
  ref: 'C0003',
  language: 'zh-Hans',
  opening: '我做了手术在家休养，消费贷每月还不起那么多了，能不能少还一点？',
  willing: '我愿意继续还，希望分36期。',
}
let opened: ReturnType<typeof openMatter> | undefined
/** One matter that several tests have drafts written for. */
const sharedMatter = () => {
  opened ??= openMatter(illness)
  return opened
}

/** From the first message to a draft that waits for a person. */
async function openMatter({ ref, language, opening, willing }: Talk) {
  const { url } = server
  const token = await customerToken(url, ref)
  const ask = (method: string, path: string, body?: unknown) =>
    expectOk(url, method, `/api/customer${path}`, { token, body })
  const { id } = await ask('POST', '/conversations', { language })
  const say = (text: string) => ask('POST', `/conversations/${id}/messages`, { text })
  await say(opening)
  const { demoCode } = await ask('POST', `/conversations/${id}/verification`, {})
  await ask('POST', `/conversations/${id}/verification/confirm`, { code: demoCode })
  await say(willing)
  const item = await until('a draft', async () =>
    (await expectOk(url, 'GET', '/api/staff/queue', { cookie: agent })).items.find(
      (one: Said) => one.conversationId === id && one.draftState === 'ready',
    ),
  )
  const view = () => expectOk(url, 'GET', `/api/staff/cases/${item.caseId}`, { cookie: agent })
  const messages = async (): Promise<Said[]> => (await ask('GET', `/conversations/${id}/messages`)).messages
  return { caseId: item.caseId as string, view, messages, say }
}

type Event = { event: string; data: Said }

/** Asks for a draft as a page does, and hears the answer as it comes. */
async function askStreamed(caseId: string, body: Said, key: string = crypto.randomUUID()): Promise<Event[]> {
  const response = await fetch(`${server.url}/api/staff/cases/${caseId}/drafts`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream, application/json;q=0.9',
      cookie: agent,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const read = createEventReader()
  const heard: Event[] = []
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    for (const { event, data } of read(text)) heard.push({ event, data: JSON.parse(data) })
  }
  return heard
}

const approve = { decision: 'approve', figuresOpened: true }
const decide = (draft: Said, cookie: string, body: Said = approve) =>
  call(server.url, 'POST', `/api/staff/drafts/${draft.id}/decisions`, { cookie, body, match: draft.version })

test.each(talks)('a model words an offer in $language; people approve it and it arrives', async (talk) => {
  const { caseId, view, messages } = await openMatter(talk)
  const { draft: first, offerSet } = await view()
  expect(first).toMatchObject({ writer: 'model', model: 'test-writer', fault: null, sendable: true })

  const wish = talk.language === 'en' ? 'Shorter, please.' : '请再短一些。'
  const heard = await askStreamed(caseId, { offerId: first.offerId, reason: wish, tone: 'plain' })
  const sentences = heard.filter(({ event }) => event === 'sentence').map(({ data }) => data)
  const { event, data: draft } = heard.at(-1)!
  expect(event).toBe('draft')
  expect(sentences.length).toBeGreaterThanOrEqual(8)
  expect(new Set(sentences.map(({ paragraph }) => paragraph)).size).toBeGreaterThanOrEqual(2)
  for (const { text } of sentences) expect(draft.text).toContain(text)
  expect(draft).toMatchObject({ state: 'ready', writer: 'model', model: 'test-writer', findings: [] })
  expect(draft.use).toMatchObject({ calls: 1 })
  expect(draft.use.tokens).toBeGreaterThan(500)
  expect(draft.use.cost).toBeGreaterThanOrEqual(1)
  expect(draft.text).not.toMatch(/\{\{|\}\}/)
  const { user } = promptOf(mock.getLastRequest()!.body as never)
  expect(user).toContain(wish)
  expect(user).not.toContain(talk.language === 'en' ? 'Whitmore' : '林晓彤')

  const offer = offerSet.offers.find((one: Said) => one.id === draft.offerId)
  const decided = await decide(draft, agent)
  expect(decided.status).toBe(200)
  if (offer.authority === 'lead') {
    expect(decided.body.state).toBe('ready')
    expect((await decide((await view()).draft, lead)).body.state).toBe('sent')
  } else {
    expect(decided.body.state).toBe('sent')
  }
  const sent = (await messages()).filter((message) => message.offer)
  expect(sent).toHaveLength(1)
  expect(sent[0].text).toBe(draft.text)
})

test('a repeat under the same key is the same draft; a plain answer says the same as a streamed one', async () => {
  const { caseId } = await sharedMatter()
  const key = crypto.randomUUID()
  const first = (await askStreamed(caseId, {}, key)).at(-1)!.data
  mock.clearRequests()
  const again = await askStreamed(caseId, {}, key)
  expect(again).toEqual([{ event: 'draft', data: first }])
  const path = `/api/staff/cases/${caseId}/drafts`
  const plain = await call(server.url, 'POST', path, { cookie: agent, body: {}, key })
  expect(plain).toMatchObject({ status: 201, body: first })
  expect(mock.getRequests()).toHaveLength(0)
})

test('somebody who leaves in the middle loses nothing: the draft is finished without them', async () => {
  const { caseId, view } = await sharedMatter()
  mock.reset()
  mock.onMessage(/./, (request) => ({ content: goodReply(request) }), { latency: 40, chunkSize: 20 })
  const leaving = new AbortController()
  const response = await fetch(`${server.url}/api/staff/cases/${caseId}/drafts`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      cookie: agent,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: '{}',
    signal: leaving.signal,
  })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let soFar = ''
  while (!soFar.includes('event: sentence')) soFar += (await reader.read()).value ?? ''
  leaving.abort()
  await reader.closed.catch(() => {})
  expect((await view()).draft.state).toBe('drafting')
  const draft = await until('the draft', async () => {
    const { draft: now } = await view()
    return now.state === 'ready' && now
  })
  expect(draft).toMatchObject({ writer: 'model', sendable: true })
})

test('words that do not hold are never shown; the second answer is', async () => {
  const { caseId } = await sharedMatter()
  mock.reset()
  let asked = 0
  mock.onMessage(/./, (request) => ({
    content: goodReply(request, ++asked === 1 ? { zh: '我们会把逾期利息全部退还给您。' } : {}),
  }))
  const heard = await askStreamed(caseId, {})
  expect(heard.filter(({ event }) => event === 'again')).toHaveLength(1)
  expect(JSON.stringify(heard)).not.toContain('退还')
  expect(heard.at(-1)!.data).toMatchObject({ writer: 'model', fault: null, use: { calls: 2 } })
})

test('with the model in trouble or gone the composer writes, and the draft says why', async () => {
  const { caseId } = await sharedMatter()
  mock.reset()
  mock.onMessage(/./, { error: { message: 'no' }, status: 401 } as never)
  const refused = (await askStreamed(caseId, {})).at(-1)!.data
  expect(refused).toMatchObject({ state: 'ready', writer: 'composer', model: null, fault: 'unauthorized' })
  expect(refused.sendable).toBe(true)
  await mock.stop()
  const gone = (await askStreamed(caseId, {})).at(-1)!.data
  expect(gone).toMatchObject({ state: 'ready', writer: 'composer', fault: 'unreachable', sendable: true })
  expect((await decide(gone, agent)).status).toBe(200)
})

test('the kinds of reply that fit are told, and one of them is written when asked for', async () => {
  const { caseId } = await sharedMatter()
  const path = `/api/staff/cases/${caseId}`
  const { next, fitting } = await expectOk(server.url, 'GET', `${path}/scenarios`, { cookie: agent })
  expect(fitting).toContain(next)
  expect(fitting).toEqual(expect.arrayContaining(['acknowledge', 'offers']))
  expect(fitting).not.toContain('complaint')
  const draft = await expectOk(server.url, 'POST', `${path}/drafts`, {
    cookie: agent,
    body: { scenario: 'acknowledge' },
  })
  expect(draft).toMatchObject({ kind: 'staff_reply', offerId: null, state: 'ready', sendable: true })
  const unknown = await call(server.url, 'POST', `${path}/drafts`, {
    cookie: agent,
    body: { scenario: 'agreement' },
  })
  expect(unknown).toMatchObject({ status: 422, body: { field: '/scenario' } })
})

test('nothing but this machine was reached in all of it', async () => {
  server.child.send({})
  const [reached] = (await once(server.child, 'message')) as [string[]]
  expect(reached.length).toBeGreaterThan(0)
  const here = ['localhost', '127.0.0.1', '::1']
  expect(reached.filter((one) => !here.includes(one))).toEqual([])
})
