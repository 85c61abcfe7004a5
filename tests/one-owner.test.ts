import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerToken, expectOk, type Said, staffCookie } from './http-client.ts'
import {
  clearAway,
  type Finished,
  freePort,
  launchServer,
  root,
  runCommand,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts'

let folder: string
let server: ServerProcess
let conversation: string
const said: string[] = []

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await startServer({ folder })
  const token = await customerToken(server.url, 'C0001')
  const body = { language: 'zh-Hans' }
  conversation = (await expectOk(server.url, 'POST', '/api/customer/conversations', { token, body })).id
})
afterAll(clearAway)

async function say(text: string): Promise<void> {
  const token = await customerToken(server.url, 'C0001')
  await expectOk(server.url, 'POST', `/api/customer/conversations/${conversation}/messages`, {
    token,
    body: { text },
  })
  said.push(text)
}

/** What the customer had written is all there, once, and the audit chain is whole. */
async function expectIntact(): Promise<void> {
  const token = await customerToken(server.url, 'C0001')
  const { messages } = await expectOk(
    server.url,
    'GET',
    `/api/customer/conversations/${conversation}/messages`,
    { token },
  )
  const mine = messages.filter((one: Said) => one.from === 'customer').map((one: Said) => one.text)
  expect(mine).toEqual(said)
  expect(await command('audit', 'verify', '--json')).toMatchObject({ code: 0 })
}

const command = (...args: string[]): Promise<Finished> => runCommand(args, { PARLEY_DATA: folder })

test('a second process on the folder is refused, naming the first, and harms nothing', async () => {
  await say('第一句')
  const env = { PARLEY_DATA: folder, PORT: String(await freePort()) }
  for (const args of [['serve'], ['migrate']]) {
    const second = await runCommand(args, env)
    expect(second.code).toBe(3)
    expect(second.stderr).toContain(`process ${server.child.pid}`)
    expect(second.stderr).toContain(`port ${server.port}`)
    expect(second.stderr).not.toMatch(/\n\s+at /)
  }
  await say('第二句')
  await expectIntact()
  expect(await server.stop()).toBe(0)
  server = await startServer({ folder })
  await expectIntact()
})

test('a lock left by a killed process is taken over, by one of those who come at once', async () => {
  await say('第三句')
  await server.kill()
  expect(existsSync(join(folder, 'folder.lock'))).toBe(true)
  const rivals = await Promise.all([1, 2, 3].map(() => launchServer({ folder })))
  while (rivals.filter((one) => one.isGone()).length < 2 || !rivals.some(isReady)) {
    await new Promise((wake) => setTimeout(wake, 50))
    expect(rivals.every((one) => one.isGone())).toBe(false)
  }
  server = rivals.find(isReady)!
  for (const loser of rivals.filter((one) => one !== server)) {
    expect(loser.child.exitCode).toBe(3)
    expect(loser.said()).toContain(`in use by process ${server.child.pid}`)
  }
  await say('第四句')
  await expectIntact()
})

const isReady = (one: ServerProcess) => !one.isGone() && one.said().includes('Parley is ready')

const policy = (id: string) => `---
id: ${id}
title: "Notes for a test"
lang: en
audience: internal
version: 1
effective_from: 2026-01-01
effective_to: null
jurisdiction: CN
products: [credit_card]
owner: "Card Operations"
sources:
  - "made for a test"
---
# Notes for a test

## 1 One clause
A clause that stands here only to be taken in.
`

async function expectCommandsWork(name: string): Promise<void> {
  const file = join(folder, `${name}.md`)
  await writeFile(file, policy(name))
  const [added, again] = [await command('ingest', file, '--json'), await command('ingest', file, '--json')]
  expect(added, added.stderr).toMatchObject({ code: 0 })
  expect(JSON.parse(added.stdout)).toMatchObject({ file, outcome: 'added', clauses: 1 })
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'unchanged' })

  const verified = await command('audit', 'verify', '--json')
  expect(verified, verified.stderr).toMatchObject({ code: 0 })
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, broken: [] })

  const seeded = await command('seed', '--json')
  expect(seeded, seeded.stderr).toMatchObject({ code: 0 })
  expect(JSON.parse(seeded.stdout)).toMatchObject({ customers: 20 })
}

/** Runs one item and gives the run's id, which is then in the database. */
async function evaluateOne(): Promise<string> {
  const [item] = (await readFile(join(root, 'evals/datasets/negotiation.jsonl'), 'utf8')).split('\n')
  const dataset = join(folder, 'one.jsonl')
  await writeFile(dataset, `${item}\n`)
  const done = await command('eval', '--dataset', dataset, '--json')
  expect(done, done.stderr).toMatchObject({ code: 0 })
  const { id, items } = JSON.parse(done.stdout)
  expect(items.map((one: Said) => one.outcome)).toEqual(['passed'])
  await rm(join(root, 'evals/results', `${id}.json`))
  return id
}

test('commands work beside a running server, and without one', { timeout: 600_000 }, async () => {
  await expectCommandsWork('beside-a-server')
  const runs = [await evaluateOne()]
  expect(await server.stop()).toBe(0)
  expect(existsSync(join(folder, 'holder.json'))).toBe(false)
  await expectCommandsWork('without-a-server')
  runs.push(await evaluateOne())

  server = await startServer({ folder })
  await expectIntact()
  const owner = await staffCookie(server.url, 'fang.ruogu')
  const { documents } = await expectOk(server.url, 'GET', '/api/staff/policies', { cookie: owner })
  const ids: string[] = documents.map((document: Said) => document.id)
  expect(ids.filter((id) => id === 'beside-a-server')).toHaveLength(1)
  expect(ids.filter((id) => id === 'without-a-server')).toHaveLength(1)
  const compliance = await staffCookie(server.url, 'ye.chengze')
  const listed = await expectOk(server.url, 'GET', '/api/compliance/runs', { cookie: compliance })
  expect(listed.runs.map((run: Said) => run.id).sort()).toEqual(runs.sort())
})
