import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Clock } from './clock.ts'
import type { Actor } from './context.ts'
import { AppError } from './errors.ts'

/** Statements inside one transaction, as one actor. */
export type Tx = {
  actor: Actor
  now: Date
  query<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
}

/** The only door to the `app` schema: there is no query without an actor. */
export type Database = {
  kind: 'embedded' | 'server'
  withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Hear what transactions announced, after they committed; returns how to stop. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
  ping(): Promise<void>
  /** Pools for libraries that own a schema of their own; never for `app`. */
  authPool: pg.Pool
  jobsPool: pg.Pool
  close(): Promise<void>
}

export type Connection = {
  kind: 'embedded' | 'server'
  appPool: pg.Pool
  authPool: pg.Pool
  jobsPool: pg.Pool
  listen: Database['listen']
  close(): Promise<void>
}

/** Dates stay ISO text and bigints become numbers (money fits: 2^53 minor units); for every pool. */
export const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
types.setTypeParser(pg.types.builtins.INT8, (text: string) => Number(text))

export const clash = { unique: '23505', foreignKey: '23503', check: '23514', privilege: '42501' } as const
const retried = new Set(['40001', '40P01'])

const inside = new AsyncLocalStorage<true>()

function roleOf(actor: Actor): string {
  if (actor.kind === 'customer') return 'parley_customer'
  if (actor.kind === 'system') return 'parley_system'
  return actor.role === 'compliance' ? 'parley_compliance' : 'parley_staff'
}

const names = new Map<string, string>()

/**
 * One name for a statement as one role: the server keeps its plan for the connection. Plans under row-level security
 * belong to a role, so each has its own.
 */
function nameOf(actor: Actor, text: string): string {
  const key = `${roleOf(actor)} ${text}`
  const known = names.get(key)
  if (known) return known
  const name = createHash('sha256').update(key).digest('hex').slice(0, 40)
  names.set(key, name)
  return name
}

async function runAs<T>(
  pool: pg.Pool,
  prepares: boolean,
  now: Date,
  zone: string,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // One journey for both: what a transaction costs is mostly waiting.
    const settings = {
      role: roleOf(actor),
      'app.actor_kind': actor.kind,
      'app.actor_id': actor.kind === 'system' ? actor.job : actor.id,
      'app.now': now.toISOString(),
      'app.zone': zone,
      // Under row-level security planning takes longer than running: a plan is kept, whatever its values.
      ...(prepares ? { plan_cache_mode: 'force_generic_plan' } : {}),
    }
    const set = Object.entries(settings).map(
      ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
    )
    await client.query(`begin; select ${set.join(', ')}`)
    const tx: Tx = {
      actor,
      now,
      query: async <Row>(text: string, values: unknown[] = []) =>
        (await client.query(prepares ? { name: nameOf(actor, text), text, values } : { text, values }))
          .rows as Row[],
    }
    const result = await inside.run(true, () => work(tx))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      broken = failed
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * Opens the door over a connection. Throws inside a running `withActor`: a nested call would wait for
 * itself on the embedded database and silently leave the transaction on a server.
 */
export function openDatabase(connection: Connection, clock: Clock, zone: string): Database {
  async function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (inside.getStore()) throw new Error('withActor inside withActor: pass the transaction on instead')
    for (let attempt = 1; ; attempt++) {
      try {
        return await runAs(connection.appPool, connection.kind === 'server', clock.now(), zone, actor, work)
      } catch (error) {
        if (attempt < 3 && retried.has(codeOf(error) ?? '')) continue
        throw isAway(error) ? new AppError('unavailable', 'the database is away') : error
      }
    }
  }
  return {
    kind: connection.kind,
    withActor,
    listen: connection.listen,
    ping: async () => {
      await connection.appPool.query('select 1')
    },
    authPool: connection.authPool,
    jobsPool: connection.jobsPool,
    close: connection.close,
  }
}

export function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | null)?.code
}

function isAway(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  if (/^(08|57P0|53300)/.test(code)) return true
  if (['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'].includes(code)) return true
  // A socket that is not there; a file somebody reads is another matter.
  if (code === 'ENOENT') return (error as { syscall?: string }).syscall === 'connect'
  return /timeout exceeded when trying to connect|Connection terminated/.test((error as Error)?.message ?? '')
}
