import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, call, customerToken, expectOk, type Said, staffCookie, until } from './http-client.ts'
import { clearAway, runCommand, type ServerProcess, startServer, temporaryFolder } from './server-process.ts'

let folder: string
let server: ServerProcess
let owner: string
let reviewer: string
let agent: string

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await startServer({ folder })
  owner = await staffCookie(server.url, 'fang.ruogu')
  reviewer = await staffCookie(server.url, 'ye.chengze')
  agent = await staffCookie(server.url, 'shen.jianing')
})
afterAll(clearAway)

const facts = {
  id: 'safe-box-en',
  title: 'Safe Deposit Boxes',
  lang: 'en',
  audience: 'public',
  version: 1,
  effective_from: '2026-01-01',
  owner: 'Branch Services',
}

type File = { name: string; bytes: Buffer | string; facts?: object; key?: string }

async function upload(cookie: string, { name, bytes, facts: told, key }: File): Promise<Answer> {
  const form = new FormData()
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
  if (told) form.set('facts', JSON.stringify(told))
  const response = await fetch(`${server.url}/api/staff/policies/ingests`, {
    method: 'POST',
    headers: { cookie, 'idempotency-key': key ?? randomUUID() },
    body: form,
  })
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, body: (await response.json()) as Said, headers: response.headers }
}

const staff = (
  method: string,
  path: string,
  more: { cookie?: string; body?: unknown; match?: number } = {},
) => call(server.url, method, `/api/staff/policies${path}`, { cookie: owner, ...more })

const ended = (id: string): Promise<Said> =>
  until('the ingest to end', async () => {
    const { body } = await staff('GET', `/ingests/${id}`)
    return ['done', 'failed'].includes(body.state) && body
  })

const version = async (n: number, cookie = owner): Promise<Said> =>
  (await staff('GET', `/safe-box-en/versions/${n}`, { cookie })).body

const move = async (n: number, body: object, cookie = owner): Promise<Answer> =>
  staff('POST', `/safe-box-en/versions/${n}/moves`, {
    body,
    match: (await version(n)).version.revision,
    cookie,
  })

const search = async (question: string, more: Record<string, string> = {}): Promise<Said> =>
  (await staff('GET', `/search?${new URLSearchParams({ q: question, audience: 'public', ...more })}`)).body

const question = 'How much does a zircon safe deposit box cost a year?'
const first =
  '## 1 Rent\nA zircon safe deposit box costs CNY 640 a year.\n\n## 2 Keys\nTwo keys are handed out.'
const second = '## 1 Rent\nA zircon safe deposit box costs CNY 720 a year.\n\n## 3 Access\nOn working days.'

test('a document goes from upload to an answer, and only by two people', async () => {
  const key = randomUUID()
  const sent = await upload(owner, { name: 'safe-box.md', bytes: first, facts, key })
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
  expect(sent.body).toMatchObject({ fileName: 'safe-box.md', by: '方若谷' })
  const done = await ended(sent.body.id)
  expect(done).toMatchObject({
    state: 'done',
    outcome: 'added',
    clauses: 2,
    version: { documentId: 'safe-box-en', version: 1, state: 'draft' },
  })
  const repeated = await upload(owner, { name: 'safe-box.md', bytes: first, facts, key })
  expect(repeated.body.id, 'the same request is the same ingest').toBe(sent.body.id)
  const again = await upload(owner, { name: 'safe-box.md', bytes: first, facts })
  expect(again.body.id).not.toBe(sent.body.id)
  expect(await ended(again.body.id)).toMatchObject({ outcome: 'unchanged', version: { version: 1 } })

  expect((await search(question)).hits.map((hit: Said) => hit.documentId)).not.toContain('safe-box-en')
  const draft = await version(1)
  expect(draft).toMatchObject({
    allowed: ['revise', 'submit', 'withdraw'],
    version: { file: { bytes: first.length } },
  })
  const changed = {
    audience: 'public',
    jurisdiction: 'CN',
    products: [],
    source: 'Board paper 12',
    owner: 'Branch Services',
    effectiveFrom: '2026-02-01',
    effectiveTo: null,
  }
  const revised = await staff('PUT', '/safe-box-en/versions/1', {
    body: changed,
    match: draft.version.revision,
  })
  expect(revised.body.version).toMatchObject({ effectiveFrom: '2026-02-01', source: 'Board paper 12' })
  const stale = await staff('PUT', '/safe-box-en/versions/1', {
    body: changed,
    match: draft.version.revision,
  })
  expect([stale.status, stale.body.code]).toEqual([409, 'version'])

  expect((await move(1, { move: 'submit' })).body).toMatchObject({
    version: { state: 'in_review', submittedBy: '方若谷' },
    allowed: ['return', 'withdraw'],
    why: 'second_person',
  })
  const alone = await move(1, { move: 'publish' })
  expect([alone.status, alone.body.code]).toEqual([403, 'second_person'])
  const back = { move: 'return', reason: 'wrong_dates', comment: 'It begins in February.' }
  expect((await move(1, back, reviewer)).body).toMatchObject({
    version: { state: 'draft' },
    returns: [{ reason: 'wrong_dates', comment: 'It begins in February.', by: '叶承泽' }],
  })
  await move(1, { move: 'submit' })
  const published = await move(1, { move: 'publish' }, reviewer)
  expect(published.body.version).toMatchObject({ state: 'published', publishedBy: '叶承泽' })
  const late = await staff('PUT', '/safe-box-en/versions/1', {
    body: changed,
    match: published.body.version.revision,
  })
  expect([late.status, late.body.code]).toEqual([409, 'published'])
})

test('what was published answers, in the search and in the chat, and says why', async () => {
  const found = await search(question)
  expect(found).toMatchObject({ answered: true })
  const [hit] = found.hits
  expect(hit).toMatchObject({
    documentId: 'safe-box-en',
    source: { clauseId: 'safe-box-en#1', changesOn: null },
  })
  const { own, name, piece } = hit.why.parts
  expect(own + name + piece).toBeCloseTo(hit.score, 3)
  expect(hit.why.terms.map((term: Said) => term.text)).toContain('zircon')
  expect(hit.why.coverage).toBeGreaterThanOrEqual(found.threshold)
  const before = await search(question, { asOf: '2026-01-15' })
  expect(before.hits.map((one: Said) => one.documentId)).not.toContain('safe-box-en')
  const unknown = await search(question, { knownAt: '2026-01-01T00:00:00Z' })
  expect(unknown.hits.map((one: Said) => one.documentId)).not.toContain('safe-box-en')

  const token = await customerToken(server.url, 'C0002')
  const conversation = await expectOk(server.url, 'POST', '/api/customer/conversations', {
    token,
    body: { language: 'en' },
  })
  const path = `/api/customer/conversations/${conversation.id}/messages`
  await expectOk(server.url, 'POST', path, { token, body: { text: question } })
  const answer = await until('an answer', async () => {
    const { messages } = await expectOk(server.url, 'GET', path, { token })
    return messages.find((one: Said) => one.kind === 'assistant_answer')
  })
  expect(answer.text).toContain('640')
  expect(answer.sources.map((source: Said) => source.clauseId)).toEqual(['safe-box-en#1'])
})

test('the next version takes its place on its day, shows what changed, and warns beforehand', async () => {
  const next = { ...facts, version: 2, effective_from: '2099-01-01' }
  const { body } = await upload(owner, { name: 'safe-box.md', bytes: second, facts: next })
  await ended(body.id)
  const changes = (await staff('GET', '/safe-box-en/versions/2/changes?from=1')).body
  expect(changes.changes.map((one: Said) => `${one.kind} ${one.number}`)).toEqual([
    'changed 1',
    'added 3',
    'removed 2',
  ])
  expect(changes.changes[0].words).toContainEqual({ kind: 'removed', text: '640' })
  expect(changes.changes[0].words).toContainEqual({ kind: 'added', text: '720' })
  await move(2, { move: 'submit' })
  await move(2, { move: 'publish' }, reviewer)
  const { documents } = (await staff('GET', '')).body
  expect(documents.find((one: Said) => one.id === 'safe-box-en').changesAhead).toEqual([
    { on: '2099-01-01', what: 'changes', clauses: 1 },
    { on: '2099-01-01', what: 'ends', clauses: 1 },
  ])
  expect((await version(1)).clauses.map((one: Said) => one.ahead?.what)).toEqual(['changes', 'ends'])
  expect((await search(question)).hits[0].source).toMatchObject({ version: 1, changesOn: '2099-01-01' })
  expect((await search(question, { asOf: '2099-01-01' })).hits[0].source).toMatchObject({ version: 2 })
})

test('staff without the role see the policies and can do nothing with them', async () => {
  expect((await staff('GET', '', { cookie: agent })).body.allowed).toEqual([])
  expect(await version(2, agent)).toMatchObject({ allowed: [], why: 'not_keeper' })
  expect((await upload(agent, { name: 'a.md', bytes: first, facts })).status).toBe(403)
  for (const path of ['/ingests', '/unanswered', '/safe-box-en/use', '/safe-box-en/versions/1/file'])
    expect((await staff('GET', path, { cookie: agent })).status, path).toBe(403)
  const refused = await move(2, { move: 'withdraw' }, agent)
  expect(refused.status).toBe(404)
  const token = await customerToken(server.url, 'C0002')
  const asCustomer = await call(server.url, 'GET', '/api/staff/policies', { token })
  expect(asCustomer.status).toBe(401)
})

test('a question nobody answered is listed without a name, and settled by a document', async () => {
  const token = await customerToken(server.url, 'C0001')
  const body = { language: 'zh-Hans' }
  const conversation = await expectOk(server.url, 'POST', '/api/customer/conversations', { token, body })
  const text = '我是林晓彤，手机13912345678，你们的信用卡支持数字藏品抵押吗？'
  const path = `/api/customer/conversations/${conversation.id}/messages`
  await expectOk(server.url, 'POST', path, { token, body: { text } })
  const open = await until('the question to be noted', async () => {
    const { questions } = (await staff('GET', '/unanswered')).body
    return questions.find((one: Said) => one.question.includes('数字藏品抵押'))
  })
  expect(open).toMatchObject({ lang: 'zh-Hans', times: 1, settledAt: null })
  expect(open.question).not.toMatch(/林晓彤|13912345678/)
  const settle = (documentId: string | null) =>
    staff('POST', `/unanswered/${open.id}/settlement`, { body: { documentId } })
  const wrong = await settle('no-such-document')
  expect([wrong.status, wrong.body.field]).toEqual([422, '/documentId'])
  expect((await settle('safe-box-en')).status).toBe(200)
  expect((await staff('GET', '/unanswered')).body.questions).toEqual([])
  expect((await staff('GET', '/unanswered?settled=true')).body.questions).toMatchObject([
    { settledWith: 'safe-box-en' },
  ])
})

test('files that cannot be taken are refused with a reason, and harm nothing', async () => {
  const at = async (file: File) => {
    const { status, body } = await upload(owner, file)
    return [status, body.code, body.field]
  }
  expect(await at({ name: 'a.exe', bytes: 'MZ', facts })).toEqual([422, 'format', undefined])
  expect(await at({ name: 'a.docx', bytes: 'PK', facts: { ...facts, title: '' } })).toEqual([
    422,
    'invalid',
    '/title',
  ])
  expect(await at({ name: 'a.md', bytes: Buffer.alloc(50 * 2 ** 20 + 1) })).toEqual([413, 'size', undefined])
  const broken = await upload(owner, { name: 'a.pdf', bytes: '%PDF-1.7\nnothing', facts })
  expect(await ended(broken.body.id)).toMatchObject({ state: 'failed', reason: 'broken', version: null })
  expect((await version(1)).clauses[0].body).toContain('640')
  const large = await fetch(`${server.url}/api/staff/policies/search`, {
    method: 'POST',
    headers: { cookie: owner, 'content-type': 'application/json' },
    body: 'x'.repeat(300 * 1024),
  })
  expect(large.status, 'elsewhere bodies stay small').toBe(413)
})

test('an upload that was answered ends well, however often the server is killed', {
  timeout: 300_000,
}, async () => {
  const clause = (n: number) => `## ${n} Rule ${n}\n${'A long rule about many small things. '.repeat(12)}`
  const bytes = Array.from({ length: 1_500 }, (_, n) => clause(n + 1)).join('\n\n')
  const long = { ...facts, id: 'long-rules-en', title: 'Long rules', audience: 'internal' }
  const { body } = await upload(owner, { name: 'long.md', bytes, facts: long })
  for (const pause of [0, 400]) {
    await new Promise((wake) => setTimeout(wake, pause))
    await server.kill()
    server = await startServer({ folder })
  }
  const done = await ended(body.id)
  expect(done).toMatchObject({ state: 'done', clauses: 1_500, version: { documentId: 'long-rules-en' } })
  const cut = (await staff('GET', '/long-rules-en/versions/1')).body
  expect(cut.clauses).toHaveLength(1_500)
  expect(cut.document.versions).toHaveLength(1)

  const original = await fetch(`${server.url}/api/staff/policies/long-rules-en/versions/1/file`, {
    headers: { cookie: owner },
  })
  expect(original.headers.get('content-disposition')).toContain('long.md')
  expect(await original.text()).toBe(bytes)
})

test('the command line follows the same job and says what becomes of it', async () => {
  const good = join(folder, 'keys.md')
  const bad = join(folder, 'locks.pdf')
  await writeFile(
    good,
    `---\n${Object.entries({ ...facts, id: 'keys-en' })
      .map(([k, v]) => `${k}: ${v}`)
      .join('\n')}\n---\n${first}`,
  )
  await writeFile(bad, '%PDF-1.7\nnothing')
  await writeFile(
    join(folder, 'locks.facts.yaml'),
    Object.entries(facts)
      .map(([k, v]) => `${k}: ${v}`)
      .join('\n'),
  )
  const env = { PARLEY_DATA: folder }
  const { code, stdout, stderr } = await runCommand(['ingest', good, bad, '--json'], env)
  expect(code, stderr).toBe(2)
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([
    { file: good, outcome: 'added', clauses: 2 },
    { file: bad, outcome: 'refused', reason: 'broken' },
  ])
  expect(stderr).toMatch(/^received .*keys\.md/m)
  expect(stderr).toMatch(/^done .*keys\.md/m)
  expect(stderr).toMatch(/^failed .*locks\.pdf/m)
  expect(await runCommand(['audit', 'verify', '--json'], env)).toMatchObject({ code: 0 })
})

test('ask answers as far as was known at an instant', async () => {
  const ask = (...more: string[]) =>
    runCommand(['ask', '信用卡违约金怎么收', '--lang', 'zh', '--as-of', '2026-03-01', '--json', ...more], {})
  const now = JSON.parse((await ask()).stdout)
  expect(now).toMatchObject({
    answered: true,
    hits: expect.arrayContaining([expect.objectContaining({ version: 1 })]),
  })
  expect(now).not.toHaveProperty('known_at')
  const then = JSON.parse((await ask('--known-at', '2020-01-01T00:00:00+08:00')).stdout)
  expect(then).toMatchObject({ answered: false, known_at: '2019-12-31T16:00:00.000Z', hits: [] })
  const since = JSON.parse((await ask('--known-at', '2026-03-01T00:00:00+08:00')).stdout)
  expect(since.hits.map((hit: Said) => hit.clause)).toEqual(now.hits.map((hit: Said) => hit.clause))
  expect(await ask('--known-at', 'yesterday')).toMatchObject({ code: 1 })
})
