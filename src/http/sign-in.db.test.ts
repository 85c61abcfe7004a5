import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addSignIn, createStaffSignIn } from '../features/identity/staff-sign-in.ts'
import { addStaff } from '../features/identity/store.ts'
import { type TestBank, testBank } from '../negotiation/negotiation.fixture.ts'
import { connectServer } from '../platform/connect-server.ts'
import { system } from '../platform/context.ts'
import { openDatabase } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { createRouter, type Web } from './server.ts'
import { addSignInRoutes } from './sign-in.ts'

const baseUrl = 'http://127.0.0.1:4310'
const password = 'correct horse battery'
let bank: TestBank
let web: Web
let email: string
let id: string

beforeAll(async () => {
  bank = await testBank()
  const secret = 'a secret of a test that is long enough'
  const signIn = createStaffSignIn({
    pool: bank.connection.authPool,
    secret,
    baseUrl,
    trusted: [baseUrl],
  })
  web = { ...bank.story, signIn } as Web
})
beforeEach(async () => {
  email = `${newId()}@sign-in.example`
  const name = '贺兰'
  id = await addSignIn(web.signIn, { email, name, password })
  await bank.story.db.withActor(system('seed'), (tx) =>
    addStaff(tx, { id, email, name, role: 'agent', language: 'en', demo: false }, []),
  )
})

const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`

/** From an address of its own each time: how often one may try is not what is tested here. */
async function signIn(body: unknown, to = web, remoteAddress = someAddress()) {
  const app = createRouter(to)
  addSignInRoutes(app, to)
  return app.request(
    '/api/auth/sign-in/email',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: baseUrl },
      body: JSON.stringify(body),
    },
    { incoming: { socket: { remoteAddress } } },
  )
}

async function trail(subject: string) {
  return bank.story.db.withActor(system('test'), (tx) =>
    tx.query<{ action: string; actor: string; canonical: string }>(
      `select action, actor_kind || ':' || actor_id as actor, canonical from app.audit_entries
       where subject_kind = 'staff' and subject_id = $1 and action like 'staff.sign%' order by id`,
      [subject],
    ),
  )
}

test('whoever signs in is in the audit, without their address', async () => {
  expect((await signIn({ email, password })).status).toBe(200)
  const rows = await trail(id)
  expect(rows).toMatchObject([{ action: 'staff.signed_in', actor: `staff:${id}` }])
  expect(rows[0]!.canonical).not.toContain('@')
})

test('a wrong password is in the audit under the account that was tried, in whichever case it was typed', async () => {
  expect((await signIn({ email: email.toUpperCase(), password: 'not the password' })).status).toBe(401)
  const rows = await trail(id)
  expect(rows).toMatchObject([{ action: 'staff.sign_in_refused', actor: 'system:sign-in' }])
  expect(JSON.parse(rows[0]!.canonical).details).toEqual({ reason: 'credentials' })
  expect(rows[0]!.canonical).not.toContain('@')
})

test('an address nobody has is recorded as unknown, not by what was typed', async () => {
  const before = (await trail('unknown')).length
  const typed = `${newId()}@nobody.example`
  expect((await signIn({ email: typed, password })).status).toBe(401)
  expect((await signIn({ email: 5, password: typed })).status).toBe(400)
  const rows = (await trail('unknown')).slice(before)
  expect(rows.map((row) => JSON.parse(row.canonical).details.reason)).toEqual(['credentials', 'malformed'])
  expect(JSON.stringify(rows)).not.toContain('nobody.example')
})

test('somebody who no longer works here is refused, and that is recorded', async () => {
  await bank.connection.appPool.query('update app.staff set active = false where id = $1', [id])
  const answer = await signIn({ email, password })
  expect(answer.status).toBe(403)
  expect(answer.headers.getSetCookie()).toEqual([])
  const rows = await trail(id)
  expect(rows.map((row) => [row.action, JSON.parse(row.canonical).details.reason])).toEqual([
    ['staff.sign_in_refused', 'inactive'],
  ])
})

test('a sign-in that cannot be recorded does not happen', async () => {
  const nowhere = connectServer({ url: 'postgresql://nobody@127.0.0.1:1/nothing' })
  const away = { ...web, db: openDatabase(nowhere, bank.story.clock, bank.story.zone) }
  const answer = await signIn({ email, password }, away)
  expect(answer.status).toBe(503)
  expect(answer.headers.getSetCookie()).toEqual([])
  await nowhere.close()
})

test('attempts past the limit are refused without a row each, so that a flood does not fill the trail', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 6; n++) {
    const answer = await signIn({ email, password: 'not the password' }, web, '10.255.255.1')
    statuses.push(answer.status)
  }
  const judged = statuses.filter((status) => status === 401).length
  expect(statuses.at(-1)).toBe(429)
  expect(await trail(id)).toHaveLength(judged)
})
