import { Hono } from 'hono'
import pino from 'pino'
import { expect, test } from 'vitest'
import { onError } from './errors.ts'

test.each(['22021', '22P05'])(
  'text the database cannot keep (%s) is the sender’s fault, not the server’s',
  async (code) => {
    const app = new Hono()
    app.onError(onError(pino({ level: 'silent' })))
    app.get('/', () => {
      throw Object.assign(new Error('invalid byte sequence'), { code })
    })
    const answer = await app.request('/')
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'character' })
  },
)

test('what the database forbids is forbidden: a warning without the statement, and nothing of it for the caller', async () => {
  const lines: string[] = []
  const app = new Hono()
  app.onError(onError(pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })))
  app.get('/drafts', () => {
    const message = 'new row violates row-level security policy for table "draft_leases"'
    throw Object.assign(new Error(message), { code: '42501', table: 'draft_leases' })
  })
  const answer = await app.request('/drafts')
  expect(answer.status).toBe(403)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    status: 403,
    code: 'forbidden',
    title: '没有权限 / Not allowed',
  })
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 40, path: '/drafts', error: { code: '42501' } },
  ])
  expect(lines.join()).not.toMatch(/draft_leases|row-level/)
})
