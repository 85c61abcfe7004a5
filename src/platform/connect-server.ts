import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Connection, types } from './db.ts'

/**
 * PostgreSQL by address. Each door may have a login of its own; without one it uses the first address.
 * Connections come and go by themselves: an absent server is met with a retry by whoever asks next.
 */
export function connectServer(options: {
  url: string
  authUrl?: string
  jobsUrl?: string
  max?: number
  onError?: (error: Error) => void
}): Connection {
  const poolFor = (url: string, max: number) => {
    const pool = new pg.Pool({ connectionString: url, max, types, connectionTimeoutMillis: 5_000 })
    pool.on('error', (error) => options.onError?.(error))
    return pool
  }
  const max = options.max ?? 10
  const appPool = poolFor(options.url, max)
  const authPool = poolFor(options.authUrl ?? options.url, 4)
  const jobsPool = poolFor(options.jobsUrl ?? options.url, 4)
  const ears = listenOn(options.url, options.onError ?? (() => {}))
  return {
    kind: 'server',
    appPool,
    authPool,
    jobsPool,
    listen: ears.listen,
    close: async () => {
      await ears.close()
      await Promise.all([appPool.end(), authPool.end(), jobsPool.end()])
    },
  }
}

/** One client outside the pools that hears every channel, and comes back by itself when the server does. */
function listenOn(url: string, onError: (error: Error) => void) {
  const heard = new Map<string, Set<(payload: string) => void>>()
  let client: Promise<pg.Client> | undefined
  let closed = false

  async function connect(): Promise<pg.Client> {
    for (let pause = 100; ; pause = Math.min(pause * 2, 5_000)) {
      if (closed) throw new Error('closed')
      const next = new pg.Client({ connectionString: url })
      try {
        await next.connect()
        next.on('notification', ({ channel, payload }) => {
          for (const hear of heard.get(channel) ?? []) hear(payload ?? '')
        })
        next.on('error', onError)
        next.on('end', () => {
          client = closed ? undefined : connect()
          client?.catch(onError)
        })
        for (const channel of heard.keys()) await next.query(`listen ${pg.escapeIdentifier(channel)}`)
        return next
      } catch (error) {
        onError(error as Error)
        await wait(pause)
      }
    }
  }

  return {
    async listen(channel: string, hear: (payload: string) => void) {
      const known = heard.get(channel) ?? new Set()
      heard.set(channel, known.add(hear))
      client ??= connect()
      await (await client).query(`listen ${pg.escapeIdentifier(channel)}`)
      return async () => {
        known.delete(hear)
      }
    },
    async close() {
      closed = true
      await (await client?.catch(() => undefined))?.end()
    },
  }
}
