import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { percentile } from '../features/evals/model.ts'
import { start } from '../main.ts'
import { demoPassword } from '../negotiation/seed-sample-bank.ts'
import { Usage } from './command.ts'

const rounds = 100
const warmUp = 10

/**
 * How long an agent waits, through HTTP: for the composer's whole suggestion, and for the first words of a model that
 * itself takes no time, less what that model takes when asked directly. On the empty database `url` names (ending in
 * `_test`), else embedded. Milliseconds.
 */
export async function benchDraft(url: string | undefined) {
  const { LLMock } = await import('@copilotkit/aimock').catch(() => {
    throw new Usage('bench draft needs the development packages: npm ci')
  })
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const mock = new LLMock({ port: 0, logLevel: 'silent' })
  await mock.start()
  mock.onMessage(/./, (request) => ({ content: replyTo(request.messages.map(wordsOf).join('\n')) }))
  const environment = {
    PARLEY_DATA: folder,
    PARLEY_MASTER_KEY: randomBytes(32).toString('base64'),
    ...(url ? { DATABASE_URL: url } : {}),
    LOG_LEVEL: 'error',
  }
  try {
    const composer = await onServer(environment, async (desk) => {
      const times: number[] = []
      for (let round = 0; round < warmUp + rounds; round++) times.push((await desk.draft()).ms)
      return { times: times.slice(warmUp), writer: (await desk.draft()).writer }
    })
    const endpoint = { OPENAI_BASE_URL: `${mock.url}/v1`, CHAT_MODEL: 'zero' }
    const model = await onServer({ ...environment, ...endpoint }, async (desk) => {
      const first: number[] = []
      const direct: number[] = []
      let writer = ''
      for (let round = 0; round < warmUp + rounds; round++) {
        const streamed = await desk.stream()
        writer = streamed.writer
        first.push(streamed.firstMs)
        direct.push(await askDirectly(mock.url, mock.getLastRequest()!.body))
      }
      return { first: first.slice(warmUp), direct: direct.slice(warmUp), writer }
    })
    const round = (value: number) => Math.round(value * 10) / 10
    return {
      rounds,
      composer_p50_ms: round(percentile(composer.times, 0.5)),
      composer_p95_ms: round(percentile(composer.times, 0.95)),
      first_words_p50_ms: round(percentile(model.first, 0.5)),
      first_words_p95_ms: round(percentile(model.first, 0.95)),
      direct_p95_ms: round(percentile(model.direct, 0.95)),
      added_p95_ms: round(percentile(model.first, 0.95) - percentile(model.direct, 0.95)),
      writers: [composer.writer, model.writer],
      db: url ? 'postgres' : 'embedded',
      cores: cpus().length,
      load: round(loadavg()[0] ?? 0),
    }
  } finally {
    await mock.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function wordsOf({ content }: { content?: unknown }): string {
  return typeof content === 'string' ? content : ''
}

/** A reply that says each term it was given under its label: what a careful model would at least do. */
function replyTo(asked: string): string {
  const terms = [...asked.matchAll(/^\{\{(\w+)\}\}: (.+?) = /gm)]
  const sentences = terms.map(([, name, label], index) => ({
    text: name === 'steps' ? '{{steps}}' : `${label}为 {{${name}}}。`,
    sources: index === 0 ? [1] : [],
  }))
  return JSON.stringify({
    paragraphs: [{ sentences: [{ text: '{{name}}，您好。', sources: [] }, ...sentences] }],
  })
}

type Desk = {
  draft(): Promise<{ ms: number; writer: string }>
  stream(): Promise<{ firstMs: number; writer: string }>
}

/** A server of its own with one negotiation ready for a draft, while `work` runs. */
async function onServer<T>(
  environment: Record<string, string>,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const running = await start(readConfig({ ...environment, PORT: String(await freePort()) }))
  try {
    const call = caller(running.url)
    const { token } = await call('POST', '/api/customer/demo-session', { ref: 'C0001' }, {})
    const customer = { authorization: `Bearer ${token}` }
    const { id } = await call('POST', '/api/customer/conversations', { language: 'zh-Hans' }, customer)
    const talk = `/api/customer/conversations/${id}`
    const say = (text: string) => call('POST', `${talk}/messages`, { text }, customer)
    await say('我上个月被公司裁员了，信用卡这期还不上，能不能分期还？')
    const { demoCode } = await call('POST', `${talk}/verification`, {}, customer)
    await call('POST', `${talk}/verification/confirm`, { code: demoCode }, customer)
    await say('我愿意还，每个月大概能还2000元。')
    const staff = await signIn(running.url)
    const caseId = await readyCase(call, staff, id)
    const path = `/api/staff/cases/${caseId}/drafts`
    return await work({
      draft: async () => {
        const started = performance.now()
        const { writer } = await call('POST', path, {}, staff)
        return { ms: performance.now() - started, writer }
      },
      stream: () => readStream(running.url + path, staff),
    })
  } finally {
    await running.stop()
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read by name here, and a missing one fails the bench
type Call = (method: string, path: string, body: unknown, headers: Record<string, string>) => Promise<any>

function caller(url: string): Call {
  return async (method, path, body, headers) => {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
}

/** Sign-in trusts the origin the server was configured with, so its port is chosen beforehand. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function signIn(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'shen.jianing@heheng.example', password: demoPassword }),
  })
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { cookie: cookies.join('; ') }
}

async function readyCase(call: Call, staff: Record<string, string>, conversationId: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const { items } = await call('GET', '/api/staff/queue', undefined, staff)
    const found = items.find(
      (item: { conversationId: string; draftState: string }) =>
        item.conversationId === conversationId && item.draftState === 'ready',
    )
    if (found) return found.caseId
    await new Promise((wake) => setTimeout(wake, 100))
  }
  throw new Error('no case became ready')
}

async function readStream(url: string, staff: Record<string, string>) {
  const started = performance.now()
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...staff,
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: '{}',
  })
  let firstMs = Number.NaN
  let heard = ''
  for await (const bytes of response.body!.pipeThrough(new TextDecoderStream())) {
    heard += bytes
    if (Number.isNaN(firstMs) && heard.includes('event: sentence')) firstMs = performance.now() - started
  }
  const writer = /"writer":"(\w+)"/.exec(heard)?.[1] ?? 'none'
  if (Number.isNaN(firstMs)) throw new Error(`no sentence came: ${heard.slice(0, 300)}`)
  return { firstMs, writer }
}

/** The same request to the model itself, until its first words. */
async function askDirectly(url: string, body: unknown): Promise<number> {
  const started = performance.now()
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer none' },
    body: JSON.stringify(body),
  })
  let ms = Number.NaN
  for await (const bytes of response.body!.pipeThrough(new TextDecoderStream())) {
    if (Number.isNaN(ms) && /"content":"[^"]/.test(bytes)) ms = performance.now() - started
  }
  return ms
}
