import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { Webhook } from 'standardwebhooks'
import { type Config, isLoopback, WrongConfiguration } from './config.ts'
import { createStaffSignIn } from './features/identity/staff-sign-in.ts'
import { hasDemoAccounts, readStaff } from './features/identity/store.ts'
import { openEmbeddingModel } from './features/policies/meaning/embedding-model.ts'
import { createApp } from './http/app.ts'
import { hearChanges } from './http/events.ts'
import type { Web } from './http/server.ts'
import { startJobs } from './jobs.ts'
import { seedSampleBank } from './negotiation/seed-sample-bank.ts'
import type { EmbeddingUse, ModelUse, Story } from './negotiation/story.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { connectEmbedded, writeHolder } from './platform/connect-embedded.ts'
import { connectServer } from './platform/connect-server.ts'
import { system } from './platform/context.ts'
import { type Connection, openDatabase } from './platform/db.ts'
import { migrate, readMigrations } from './platform/migrate.ts'
import { openChatModel } from './platform/model/chat-model.ts'
import { loadPrompts } from './platform/prompts.ts'
import { openVault } from './platform/vault.ts'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

export type Progress = (what: string) => void
export type Opened = { story: Story; connection: Connection; secrets: Secrets; close(): Promise<void> }

type Secrets = { master: Buffer; signIn: string; customer: string }

/** The database, migrated, with everything the story needs: what `serve` and the offline commands share. */
export async function openStory(
  config: Config,
  tell: Progress = () => {},
  clock: Clock = systemClock,
): Promise<Opened> {
  const log = pino({ level: config.LOG_LEVEL, base: null }, pino.destination(2))
  const onError = (error: Error) => log.warn({ message: error.message }, 'the database connection failed')
  const connection = config.DATABASE_URL
    ? connectServer({
        url: config.DATABASE_URL,
        ...(config.AUTH_DATABASE_URL ? { authUrl: config.AUTH_DATABASE_URL } : {}),
        ...(config.JOBS_DATABASE_URL ? { jobsUrl: config.JOBS_DATABASE_URL } : {}),
        onError,
      })
    : await connectEmbedded({ folder: config.PARLEY_DATA, onError })
  try {
    const secrets = await readSecrets(config)
    await migrateAll(config, connection, tell)
    const story: Story = {
      db: openDatabase(connection, clock, config.PARLEY_ZONE),
      clock,
      vault: openVault(secrets.master),
      log,
      zone: config.PARLEY_ZONE,
      prompts: await loadPrompts(join(root, 'prompts')),
      model: modelOf(config),
      embedding: embeddingOf(config),
    }
    return { story, connection, secrets, close: () => connection.close() }
  } catch (error) {
    await connection.close().catch(() => {})
    throw error
  }
}

/** The chat model the environment names; null without one. */
export function modelOf(config: Config): ModelUse | null {
  if (!config.CHAT_MODEL) return null
  const { MODEL_PRICE_INPUT: input, MODEL_PRICE_OUTPUT: output } = config
  return {
    chat: openChatModel({
      models: [config.CHAT_MODEL, ...(config.CHAT_FALLBACK_MODEL ? [config.CHAT_FALLBACK_MODEL] : [])],
      ...endpointOf(config),
      output: config.CHAT_OUTPUT,
      timeoutMs: config.CHAT_TIMEOUT_SECONDS * 1000,
    }),
    ...limitsOf(config),
    price: input === undefined || output === undefined ? null : { input, output },
    prices: pricesOf(config),
  }
}

/** The model that takes over may cost otherwise than the first. */
function pricesOf(config: Config): NonNullable<ModelUse['prices']> {
  const { CHAT_FALLBACK_MODEL: model, MODEL_PRICE_FALLBACK_INPUT: input } = config
  const { MODEL_PRICE_FALLBACK_OUTPUT: output } = config
  return !model || input === undefined || output === undefined ? {} : { [model]: { input, output } }
}

/** The embedding model the environment names; null without one. */
export function embeddingOf(config: Config): EmbeddingUse | null {
  const { EMBEDDING_MODEL: model, MODEL_PRICE_EMBEDDING: input } = config
  if (!model) return null
  return {
    endpoint: openEmbeddingModel({ model, ...endpointOf(config) }),
    ...limitsOf(config),
    price: input === undefined ? null : { input, output: 0 },
  }
}

/** What holds for every model: one region, one budget of the day for all of them. */
function limitsOf(config: Config) {
  return {
    region: config.MODEL_DATA_REGION ?? 'local',
    budget: { tokens: config.MODEL_DAILY_TOKENS, cost: config.MODEL_DAILY_COST ?? null },
  }
}

/** The endpoint of all models. One on this machine needs no key. */
function endpointOf(config: Config) {
  return {
    apiKey: config.OPENAI_API_KEY ?? 'none',
    ...(config.OPENAI_BASE_URL ? { baseUrl: config.OPENAI_BASE_URL } : {}),
  }
}

async function migrateAll(config: Config, connection: Connection, tell: Progress): Promise<void> {
  const owner = config.MIGRATION_DATABASE_URL
    ? connectServer({ url: config.MIGRATION_DATABASE_URL })
    : undefined
  try {
    const applied = await untilThere(async () =>
      migrate((owner ?? connection).appPool, await readMigrations(join(root, 'migrations'))),
    )
    if (applied.length > 0) tell(`migrated: ${applied.length} files`)
  } finally {
    await owner?.close()
  }
}

/** A server that is still starting is waited for, a minute at most, with growing pauses. */
async function untilThere<T>(work: () => Promise<T>): Promise<T> {
  for (let pause = 250, waited = 0; ; pause = Math.min(pause * 2, 8_000)) {
    try {
      return await work()
    } catch (error) {
      const away = ['ECONNREFUSED', 'ENOENT', '57P03'].includes((error as { code?: string }).code ?? '')
      if (!away || waited > 60_000) throw error
      waited += pause
      await new Promise((wake) => setTimeout(wake, pause))
    }
  }
}

/** Secrets come from the environment; for trial they are made once and kept beside the data. */
async function readSecrets(config: Config): Promise<Secrets> {
  const file = join(config.PARLEY_DATA, 'secrets.json')
  let kept: { master: string; signIn: string; customer: string } | undefined
  const given = {
    master: config.PARLEY_MASTER_KEY,
    signIn: config.PARLEY_SIGN_IN_SECRET,
    customer: config.PARLEY_CUSTOMER_SECRET,
  }
  if (!given.master || !given.signIn || !given.customer) {
    kept = await readFile(file, 'utf8').then(JSON.parse, () => undefined)
    if (!kept) {
      kept = {
        master: randomBytes(32).toString('base64'),
        signIn: randomBytes(32).toString('base64url'),
        customer: randomBytes(32).toString('base64url'),
      }
      await mkdir(config.PARLEY_DATA, { recursive: true, mode: 0o700 })
      await writeFile(file, JSON.stringify(kept), { mode: 0o600, flag: 'wx' })
    }
  }
  return {
    master: Buffer.from(given.master ?? kept!.master, 'base64'),
    signIn: given.signIn ?? kept!.signIn,
    customer: given.customer ?? kept!.customer,
  }
}

export function anchorFileOf(config: Config): string {
  return config.PARLEY_AUDIT_ANCHOR ?? join(config.PARLEY_DATA, 'audit-anchor.jsonl')
}

export type Running = { url: string; demo: boolean; stop(): Promise<void> }

/** Starts the whole thing: builds the real dependencies, migrates, seeds what is asked for, listens. */
export async function start(
  config: Config,
  tell: Progress = () => {},
  clock: Clock = systemClock,
): Promise<Running> {
  const opened = await openStory(config, tell, clock)
  const { story, connection, secrets } = opened
  try {
    const baseUrl =
      config.PUBLIC_URL ??
      `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${config.PORT}`
    const signIn = createStaffSignIn({
      pool: connection.authPool,
      secret: secrets.signIn,
      baseUrl,
      trusted: [baseUrl, ...(config.PUBLIC_URL ? [] : [`http://localhost:${config.PORT}`])],
    })
    await seedIfNew(config, story, signIn, tell)
    await refuseDemoInTheOpen(config, story)
    await mkdir(dirname(anchorFileOf(config)), { recursive: true })
    const web: Web = {
      ...story,
      signIn,
      changes: await hearChanges(story.db),
      customerSecret: new TextEncoder().encode(secrets.customer),
      demo: config.sampleBank,
      sendCode: codeSender(config, clock),
      anchorFile: anchorFileOf(config),
      localToken: randomBytes(24).toString('base64url'),
    }
    const server = await listen(createApp(web, root), config)
    const jobs = await startJobsFor(config, story).catch((error) => {
      server.close()
      throw error
    })
    const { port } = server.address() as { port: number }
    if (connection.kind === 'embedded') {
      await writeHolder(config.PARLEY_DATA, { pid: process.pid, port, token: web.localToken })
    }
    return {
      url: config.PUBLIC_URL ?? baseUrl.replace(/:\d+$/, `:${port}`),
      demo: config.sampleBank,
      stop: async () => {
        server.close()
        server.closeAllConnections()
        await jobs?.stop()
        await web.changes.close()
        await opened.close()
      },
    }
  } catch (error) {
    await opened.close().catch(() => {})
    throw error
  }
}

async function startJobsFor(config: Config, story: Story) {
  if (config.PARLEY_ROLE === 'web') return undefined
  return startJobs(story, { anchorFile: anchorFileOf(config) })
}

async function seedIfNew(config: Config, story: Story, signIn: Web['signIn'], tell: Progress): Promise<void> {
  if (!config.sampleBank) return
  const people = await story.db.withActor(system('seed'), (tx) => readStaff(tx))
  const [done] = await story.db.withActor(system('seed'), (tx) =>
    tx.query<{ n: number }>('select count(*)::integer as n from app.customers'),
  )
  if (people.length > 0 && done!.n > 0) return
  tell('seeding the sample bank')
  await seedSampleBank(story, join(root, 'sample-bank'), signIn, (n, of) => {
    if (n === of || n % 10 === 0) tell(`policies ${n} of ${of}`)
  })
}

async function refuseDemoInTheOpen(config: Config, story: Story): Promise<void> {
  const demo = await story.db.withActor(system('start'), (tx) => hasDemoAccounts(tx))
  if (!demo) return
  if (config.PARLEY_ENV === 'production') {
    throw new WrongConfiguration(['DATABASE_URL: this database has demo accounts; production refuses them'])
  }
  if (!isLoopback(config.HOST)) {
    throw new WrongConfiguration([
      `HOST: ${config.HOST} can be reached by others and this database has demo accounts, whose password is known`,
    ])
  }
}

function codeSender(config: Config, clock: Clock): Web['sendCode'] {
  const { PARLEY_OTP_URL: url, PARLEY_OTP_SECRET: secret } = config
  if (!url || !secret) return null
  const webhook = new Webhook(Buffer.from(secret).toString('base64'))
  return async (customerRef, { id: verification, code }) => {
    const id = `otp_${verification}`
    const at = clock.now()
    const body = JSON.stringify({ type: 'customer.code', customer: customerRef, code })
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': webhook.sign(id, at, body),
      },
      signal: AbortSignal.timeout(5_000),
    })
    if (!response.ok) throw new Error(`the code gateway answered ${response.status}`)
  }
}

type Server = ReturnType<typeof serve> & { closeAllConnections(): void }

function listen(app: ReturnType<typeof createApp>, config: Config): Promise<Server> {
  return new Promise((done, fail) => {
    const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, () =>
      done(server as Server),
    )
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new WrongConfiguration([`PORT: port ${config.PORT} is taken by another program`])
          : error,
      ),
    )
  })
}
