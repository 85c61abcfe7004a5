import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { connectEmbedded } from '../src/platform/connect-embedded.ts'
import { type Answer, type CallOptions, call, type Said } from './http-client.ts'
import {
  clearAway,
  freePort,
  launchServer,
  root,
  runCommand,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts'

afterAll(clearAway)

const entry = join(root, 'tests/killed-server.ts')
const tick = (ms: number) => new Promise((wake) => setTimeout(wake, ms))

/** A client that outlives its server: starts it again whenever it has died, and repeats what was unanswered. */
class Survivor {
  readonly folder: string
  readonly list: string
  readonly port: number
  step = ''
  aheadMs = 0
  deaths = 0
  server: ServerProcess | undefined

  constructor(folder: string, port: number) {
    this.folder = folder
    this.list = join(folder, 'kills.tsv')
    this.port = port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** A server that answers; each one that dies on the way there is counted. */
  async alive(): Promise<ServerProcess> {
    for (;;) {
      if (this.server && !this.server.isGone() && this.server.said().includes('Parley is ready')) {
        return this.server
      }
      if (this.server?.isGone()) this.bury(this.server)
      this.server ??= await launchServer({
        folder: this.folder,
        port: this.port,
        entry,
        env: {
          NODE_COMPILE_CACHE: join(this.folder, 'compiled'),
          KILL_LIST: this.list,
          KILL_STEP: this.step,
          CLOCK_AHEAD_MS: String(this.aheadMs),
        },
      })
      await tick(10)
    }
  }

  bury(server: ServerProcess): void {
    if (server.child.signalCode !== 'SIGKILL') {
      throw new Error(`the server ended by itself at ${this.step}:\n${server.said()}`)
    }
    this.deaths += 1
    this.server = undefined
  }

  /** Tells the server something and waits until it has heard; how long since its last write. */
  async tell(message: { step?: string; aheadMs?: number }): Promise<number> {
    for (;;) {
      const server = await this.alive()
      const heard = new Promise<{ idleMs: number }>((done) => server.child.once('message', done as never))
      server.child.send(message, () => {})
      const answer = await Promise.race([heard, this.goneOf(server)])
      if (answer) return answer.idleMs
    }
  }

  async goneOf(server: ServerProcess): Promise<undefined> {
    while (!server.isGone()) await tick(10)
    return undefined
  }

  /** One request, repeated word for word until a server lives long enough to answer it. */
  async ask<T = Said>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    for (;;) {
      const server = await this.alive()
      try {
        const answer = await call<T>(this.url, method, path, options)
        if (answer.status === 409 && (answer.body as Said).code === 'in_flight') continue
        if (answer.status !== 429) return answer
        await tick(1_000)
      } catch {
        await this.goneOf(server)
      }
    }
  }

  async need<T = Said>(method: string, path: string, options: CallOptions = {}): Promise<T> {
    const answer = await this.ask<T>(method, path, options)
    if (answer.status >= 300) {
      const told = `${answer.status} ${JSON.stringify(answer.body)}\n${this.server?.said()}`
      throw new Error(`${this.step}: ${method} ${path} answered ${told}`)
    }
    return answer.body
  }

  /** A step of the story: its writes happen, and are died at, until nothing more is being written. */
  async at<T>(step: string, work: () => Promise<T>): Promise<T> {
    this.step = step
    await this.tell({ step })
    const result = await work()
    while ((await this.tell({})) < 1_200) await tick(100)
    return result
  }

  async until<T>(what: string, work: () => Promise<T | undefined | false>): Promise<T> {
    const end = Date.now() + 60_000
    for (;;) {
      const got = await work()
      if (got) return got
      if (Date.now() > end) throw new Error(`waited in vain for ${what} at ${this.step}`)
      await tick(150)
    }
  }
}

const texts = ['我上个月被公司裁员了，信用卡这期还不上，能不能分期还？', '我愿意还，每个月大概能还2000元。']

test('killed at every write of a negotiation, it loses nothing and says nothing twice', {
  timeout: 1_500_000,
}, async () => {
  const began = Date.now()
  const survivor = new Survivor(await temporaryFolder(), await freePort())
  const env = { NODE_COMPILE_CACHE: join(survivor.folder, 'compiled') }
  const first = { folder: survivor.folder, port: survivor.port, entry, env }
  const seeding = await launchServer(first)
  await tick(3_500)
  await seeding.kill()
  await (await startServer(first)).stop()

  const { token } = await survivor.need('POST', '/api/customer/demo-session', { body: { ref: 'C0001' } })
  const customer = <T = Said>(method: string, path: string, body?: unknown, key?: string): Promise<T> =>
    survivor.need(method, `/api/customer${path}`, { token, body, ...(key ? { key } : {}) })

  const conversation = await survivor.at('open', () =>
    customer('POST', '/conversations', { language: 'zh-Hans' }, 'key-open'),
  )
  const here = `/conversations/${conversation.id}`
  const shown: Said[] = []
  const look = async (): Promise<Said[]> => {
    const after = shown.at(-1)?.seq ?? 0
    const { messages } = await customer('GET', `${here}/messages?after=${after}`)
    shown.push(...messages)
    return shown
  }
  const say = (text: string, key: string) => customer('POST', `${here}/messages`, { text }, key)

  await survivor.at('first message', async () => {
    await say(texts[0]!, 'key-message-1')
    await survivor.until('an answer', async () => (await look()).some((one) => one.from === 'assistant'))
  })
  const { demoCode } = await survivor.at('ask for a code', () =>
    customer('POST', `${here}/verification`, {}, 'key-verification'),
  )
  await survivor.at('give the code', () =>
    customer('POST', `${here}/verification/confirm`, { code: demoCode }, 'key-code-given'),
  )
  const cookie = await survivor.at('agent signs in', async () => {
    const answer = await survivor.ask('POST', '/api/auth/sign-in/email', {
      body: { email: 'shen.jianing@heheng.example', password: 'heheng-demo-2026' },
      headers: { origin: survivor.url },
    })
    expect(answer.status).toBe(200)
    return answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
  })
  const staff = (path: string) => survivor.need('GET', `/api/staff${path}`, { cookie })
  const approve = (draft: Said, key: string) =>
    survivor.need('POST', `/api/staff/drafts/${draft.id}/decisions`, {
      cookie,
      body: { decision: 'approve', figuresOpened: true },
      match: draft.version,
      key,
    })
  const item = await survivor.at('second message', async () => {
    await say(texts[1]!, 'key-message-2')
    return survivor.until('a draft', async () =>
      (await staff('/queue')).items.find(
        (one: Said) => one.conversationId === conversation.id && one.draftState === 'ready',
      ),
    )
  })
  const caseView = () => staff(`/cases/${item.caseId}`)
  const { draft } = await caseView()
  await survivor.at('agent approves the offer', () => approve(draft, 'key-approve-offer'))
  const { offer } = (await look()).find((message) => message.offer)
  await survivor.at('accept', () => customer('POST', `/offers/${offer.id}/accept`, {}, 'key-accept'))
  const statement = await survivor.at('open the cost statement', () =>
    customer('GET', `/offers/${offer.id}/cost-statement`),
  )
  survivor.aheadMs += (statement.minimumReadingSeconds + 1) * 1000
  await survivor.tell({ aheadMs: survivor.aheadMs })
  const letter = await survivor.at('confirm the cost statement', async () => {
    await customer('POST', `/cost-statements/${statement.id}/confirm`, {}, 'key-cost-confirm')
    return survivor.until('the agreement', async () => {
      const seen = (await caseView()).draft
      return seen?.kind === 'agreement' && seen.state === 'ready' && seen
    })
  })
  await survivor.at('agent approves the agreement', () => approve(letter, 'key-approve-agreement'))
  const { agreement } = (await look()).find((message) => message.agreement)
  const confirmed = await survivor.at('confirm the agreement', async () => {
    const body = { consent: true, language: 'zh-Hans' }
    const view = await customer('POST', `/agreements/${agreement.id}/confirm`, body, 'key-confirm')
    await survivor.until('thanks', async () =>
      (await look()).some((one) => one.notice === 'agreement_confirmed'),
    )
    return view
  })

  const { messages } = await customer('GET', `${here}/messages`)
  await look()
  expect(shown.map((one) => [one.seq, one.id])).toEqual(messages.map((one: Said) => [one.seq, one.id]))
  expect(messages.map((one: Said) => one.seq)).toEqual(messages.map((_: Said, index: number) => index + 1))
  expect(messages.map((one: Said) => one.notice ?? one.kind)).toEqual([
    'inbound',
    'assistant_answer',
    'verify_first',
    'inbound',
    'assistant_answer',
    'offer',
    'agreement_coming',
    'agreement',
    'agreement_confirmed',
  ])
  expect(messages.filter((one: Said) => one.kind === 'inbound').map((one: Said) => one.text)).toEqual(texts)
  expect(confirmed.followUps.map((one: Said) => one.state)).toEqual(confirmed.followUps.map(() => 'booked'))
  // It may die once more at what it writes on the way out.
  while ((await (await survivor.alive()).stop()) !== 0);

  await expectOneOfEach(survivor.folder, confirmed.followUps.length)
  const verified = await runCommand(['audit', 'verify', '--json'], { PARLEY_DATA: survivor.folder })
  const report = JSON.parse(verified.stdout)
  expect(report).toMatchObject({ ok: true, broken: [] })
  expect(report.sealed).toBe(report.rows)
  const anchors = (await readFile(join(survivor.folder, 'audit-anchor.jsonl'), 'utf8')).trim().split('\n')
  expect(JSON.parse(anchors.at(-1)!)).toMatchObject({ seq: report.sealed, hash: report.head })

  const kills = (await readFile(survivor.list, 'utf8')).trim().split('\n')
  expect(kills).toHaveLength(survivor.deaths)
  for (const write of mustHaveDied) {
    for (const when of ['before', 'after']) {
      expect(
        kills.some((line) => line.split('\t')[1] === when && line.split('\t')[2]!.includes(write)),
        `no kill ${when} ${write}`,
      ).toBe(true)
    }
  }
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(
    `${kills.length} kills at ${new Set(kills.map((line) => line.split('\t')[2])).size} kinds of write, ${seconds} s`,
  )
})

/** Every noun of the story was being written when the process died, and had just been. */
const mustHaveDied = [
  'app.conversations',
  'app.messages',
  'app.verifications',
  'app.cases',
  'app.drafts',
  'app.offers',
  'app.approvals',
  'app.cost_statements',
  'app.agreements',
  'app.follow_ups',
  'app.outbox',
  'app.audit_links',
  'auth.sessions',
  'insert jobs.job',
  'update jobs.job',
]

async function expectOneOfEach(folder: string, followUps: number): Promise<void> {
  const { appPool, close } = await connectEmbedded({ folder })
  const count = async (from: string) =>
    Number((await appPool.query(`select count(*) as n from ${from}`)).rows[0].n)
  try {
    expect({
      conversations: await count('app.conversations'),
      cases: await count('app.cases'),
      accepted: await count(`app.offers where state = 'accepted'`),
      statements: await count('app.cost_statements where confirmed_at is not null'),
      agreements: await count(`app.agreements where state = 'confirmed'`),
      sentDrafts: await count(`app.drafts where state = 'sent'`),
      approvals: await count('app.approvals'),
      verifications: await count('app.verifications'),
      followUps: await count('app.follow_ups'),
      booked: await count(`app.due_items where state = 'waiting'`),
      waiting: await count('app.outbox'),
      unfinished: await count(`jobs.job where name = 'work' and state <> 'completed'`),
    }).toEqual({
      conversations: 1,
      cases: 1,
      accepted: 1,
      statements: 1,
      agreements: 1,
      sentDrafts: 2,
      approvals: 2,
      verifications: 1,
      followUps,
      booked: followUps,
      waiting: 0,
      unfinished: 0,
    })
  } finally {
    await close()
  }
}
