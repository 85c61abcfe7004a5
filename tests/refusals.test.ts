import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Answer,
  type CallOptions,
  call,
  customerToken,
  expectOk,
  type Said,
  staffCookie,
} from './http-client.ts'
import {
  clearAway,
  freePort,
  runCommand,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts'

let folder: string
let server: ServerProcess

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await startServer({ folder })
})
afterAll(clearAway)

describe('configuration', () => {
  const key = Buffer.alloc(32, 1).toString('base64')

  async function refusal(env: Record<string, string>): Promise<string> {
    const data = join(await temporaryFolder(), 'data')
    const done = await runCommand(['serve'], { PARLEY_DATA: data, ...env })
    expect(done).toMatchObject({ code: 3, stdout: '' })
    expect(done.stderr).not.toMatch(/\n\s+at /)
    expect(existsSync(data), 'nothing was made').toBe(false)
    return done.stderr
  }

  test('one message names every wrong variable', async () => {
    const said = await refusal({
      PORT: 'abc',
      PARLEY_ENV: 'staging',
      PARLEY_ZONE: 'Mars/Base',
      DATABASE_URL: 'mysql://somewhere/else',
      PARLEY_MASTER_KEY: 'short',
      LOG_LEVEL: 'loud',
    })
    for (const name of [
      'PORT',
      'PARLEY_ENV',
      'PARLEY_ZONE',
      'DATABASE_URL',
      'PARLEY_MASTER_KEY',
      'LOG_LEVEL',
    ]) {
      expect(said).toMatch(new RegExp(`^ {2}${name}: `, 'm'))
    }
    expect(said.match(/wrong configuration/g)).toHaveLength(1)
  })

  test('production needs PostgreSQL, secrets, and no demo accounts', async () => {
    const said = await refusal({ PARLEY_ENV: 'production', PARLEY_SAMPLE_BANK: 'true' })
    expect(said).toMatch(/DATABASE_URL: production needs PostgreSQL/)
    expect(said).toMatch(/PARLEY_SAMPLE_BANK: demo accounts are refused in production/)
    for (const name of ['PARLEY_MASTER_KEY', 'PARLEY_SIGN_IN_SECRET', 'PARLEY_CUSTOMER_SECRET']) {
      expect(said).toMatch(new RegExp(`${name}: must be set in production`))
    }
    const url = 'postgresql://nobody@127.0.0.1:1/nothing'
    const shared = await refusal({
      PARLEY_ENV: 'production',
      DATABASE_URL: url,
      PARLEY_SAMPLE_BANK: 'true',
      PARLEY_MASTER_KEY: key,
    })
    expect(shared).toMatch(/PARLEY_SAMPLE_BANK: demo accounts are refused/)
  })

  test('demo accounts stay on loopback', async () => {
    expect(await refusal({ HOST: '0.0.0.0' })).toMatch(
      /HOST: 0\.0\.0\.0 can be reached by others; demo accounts/,
    )
  })

  test('a folder seeded earlier is refused on another address, by what it holds', async () => {
    await server.stop()
    const env = {
      PARLEY_DATA: folder,
      HOST: '0.0.0.0',
      PARLEY_SAMPLE_BANK: 'false',
      PORT: String(await freePort()),
    }
    const done = await runCommand(['serve'], env)
    expect(done.code).toBe(3)
    expect(done.stderr).toMatch(/HOST: 0\.0\.0\.0 .*this database has demo accounts/)
    server = await startServer({ folder })
  })

  test('a port that is taken is told in one line, and the folder is let go', async () => {
    const other = await temporaryFolder()
    const done = await runCommand(['serve'], {
      PARLEY_DATA: other,
      PORT: String(server.port),
      PARLEY_SAMPLE_BANK: 'false',
    })
    expect(done.code).toBe(3)
    expect(done.stderr).toContain(`port ${server.port}`)
    expect(done.stderr).not.toMatch(/\n\s+at /)
    expect(existsSync(join(other, 'holder.json'))).toBe(false)
  })
})

describe('over HTTP', () => {
  let token: string
  let agent: string
  let mine: string
  let theirs: string

  beforeAll(async () => {
    token = await customerToken(server.url, 'C0001')
    agent = await staffCookie(server.url, 'shen.jianing')
    const open = async (bearer: string) =>
      (
        await expectOk(server.url, 'POST', '/api/customer/conversations', {
          token: bearer,
          body: { language: 'zh-Hans' },
        })
      ).id
    mine = await open(token)
    theirs = await open(await customerToken(server.url, 'C0002'))
  })

  async function refused(
    status: number,
    method: string,
    path: string,
    options: CallOptions = {},
  ): Promise<Answer['body']> {
    const answer = await call(server.url, method, path, options)
    expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBe(status)
    expect(answer.type).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({ type: 'about:blank', status, code: expect.any(String) })
    expect(answer.body.title).toMatch(/^\p{Script=Han}+ \/ [A-Z][a-z ]+/u)
    expect(JSON.stringify(answer.body)).not.toMatch(/\bat \/|node_modules|select |insert /)
    return answer.body
  }

  const messagesOf = (id: string) => `/api/customer/conversations/${id}/messages`

  test('malformed JSON is 400, a wrong field 422 with its pointer', async () => {
    const path = messagesOf(mine)
    await refused(400, 'POST', path, { token, raw: '{"text": ' })
    await refused(400, 'POST', path, { token, raw: 'text', headers: { 'content-type': 'text/plain' } })
    expect(await refused(422, 'POST', path, { token, body: { text: 7 } })).toMatchObject({ field: '/text' })
    expect(await refused(422, 'POST', path, { token, body: { text: ' ' } })).toMatchObject({ field: '/text' })
    const language = { token, body: { language: 'fr' } }
    expect(await refused(422, 'POST', '/api/customer/conversations', language)).toMatchObject({
      field: '/language',
    })
    expect(await refused(400, 'GET', `${path}?after=minus`, { token })).toMatchObject({
      field: '/query/after',
    })
    expect((await call(server.url, 'GET', path, { token })).body).toEqual({ messages: [] })
  })

  test('oversize is 413, said in advance or found on the way', async () => {
    const text = 'x'.repeat(300_000)
    await refused(413, 'POST', messagesOf(mine), { token, body: { text } })
    const stream = new Blob([JSON.stringify({ text })]).stream()
    const answer = await fetch(server.url + messagesOf(mine), {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
    } as RequestInit)
    expect(answer.status).toBe(413)
  })

  test('what is not there and what is not yours are the same 404', async () => {
    await refused(404, 'GET', '/api/nowhere')
    await refused(404, 'GET', '/nowhere')
    await refused(404, 'GET', '/api/customer/conversations/7', { token })
    const absent = await refused(404, 'GET', messagesOf(randomUUID()), { token })
    expect(await refused(404, 'GET', messagesOf(theirs), { token })).toEqual(absent)
    const body = { text: '你好' }
    const nobody = await refused(404, 'POST', messagesOf(randomUUID()), { token, body })
    expect(await refused(404, 'POST', messagesOf(theirs), { token, body })).toEqual(nobody)
    for (const path of ['verification', 'hand-off', 'rating']) {
      const score = { token, body: { score: 5 } }
      await refused(404, 'POST', `/api/customer/conversations/${theirs}/${path}`, score)
    }
    await refused(404, 'GET', `/api/staff/cases/${randomUUID()}`, { cookie: agent })
    await refused(404, 'POST', '/api/local/audit/verification', { body: {} })
  })

  test('who you are is asked first: 401, then 403', async () => {
    await refused(401, 'GET', messagesOf(mine))
    await refused(401, 'GET', messagesOf(mine), { token: `${token.slice(0, -2)}xx` })
    await refused(401, 'GET', '/api/staff/queue')
    await refused(401, 'GET', '/api/staff/queue', { token })
    await refused(401, 'GET', messagesOf(mine), { cookie: agent })
    await refused(401, 'GET', '/api/compliance/runs')
    for (const path of ['runs', 'audit', 'stop-switch']) {
      await refused(403, 'GET', `/api/compliance/${path}`, { cookie: agent })
    }
    await refused(403, 'PUT', '/api/compliance/stop-switch', {
      cookie: agent,
      body: { stopped: true, reason: 'none' },
    })
  })

  test('every write needs an idempotency key', async () => {
    const here = `/api/customer/conversations/${mine}`
    const writes: [string, string, Said][] = [
      ['POST', '/api/customer/conversations', { language: 'en' }],
      ['POST', `${here}/messages`, { text: '你好' }],
      ['POST', `${here}/verification`, {}],
      ['POST', `${here}/verification/confirm`, { code: '123456' }],
      ['POST', `${here}/hand-off`, {}],
      ['DELETE', `${here}/hand-off`, undefined],
      ['POST', `${here}/rating`, { score: 5 }],
    ]
    for (const [method, path, body] of writes) {
      const problem = await refused(400, method, path, { token, body, key: null })
      expect(problem).toMatchObject({ field: '/header/idempotency-key' })
    }
    await refused(400, 'POST', `${here}/messages`, { token, body: { text: '你好' }, key: 'short' })
  })

  test('health, readiness, and a description of every route', async () => {
    expect(await call(server.url, 'GET', '/healthz')).toMatchObject({ status: 200, body: { ok: true } })
    expect(await call(server.url, 'GET', '/readyz')).toMatchObject({ status: 200, body: { ok: true } })
    const { status, body } = await call(server.url, 'GET', '/api/openapi.json')
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.0')
    const paths = Object.keys(body.paths)
    for (const path of [
      '/api/customer/conversations/{id}/messages',
      '/api/customer/offers/{id}/accept',
      '/api/customer/cost-statements/{id}/confirm',
      '/api/customer/agreements/{id}/confirm',
      '/api/staff/queue',
      '/api/staff/drafts/{id}/decisions',
      '/api/compliance/runs',
      '/api/compliance/audit/verification',
    ]) {
      expect(paths).toContain(path)
    }
    expect(paths.some((path) => path.startsWith('/api/local'))).toBe(false)
    for (const operations of Object.values(body.paths as Record<string, Record<string, Said>>)) {
      for (const { responses } of Object.values(operations)) {
        expect(Object.keys(responses.default.content)).toEqual(['application/problem+json'])
      }
    }
  })
})
