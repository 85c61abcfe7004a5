import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { vector } from '@electric-sql/pglite-pgvector'
import pg from 'pg'
import lockfile from 'proper-lockfile'
import { type Connection, types } from './db.ts'

/** Left beside the data by the process that holds it, so that the command line can reach it over loopback. */
export type Holder = { pid: number; port?: number; token?: string }

export class FolderInUse extends Error {
  readonly holder: Holder | undefined

  constructor(folder: string, holder: Holder | undefined) {
    const port = holder?.port ? ` on port ${holder.port}` : ''
    const who = holder ? ` by process ${holder.pid}${port}` : ''
    super(`the data folder ${folder} is in use${who}; stop that process or set PARLEY_DATA to another folder`)
    this.name = 'FolderInUse'
    this.holder = holder
  }
}

export async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'holder.json'), 'utf8')) as Holder
  } catch {
    return undefined
  }
}

export async function writeHolder(folder: string, holder: Holder): Promise<void> {
  await writeFile(join(folder, 'holder.json'), JSON.stringify(holder), { mode: 0o600 })
}

/**
 * Takes the folder for this process. A second process opening the same embedded files would destroy them,
 * so a live holder means refusal (`FolderInUse`); a lock left by a killed process is taken over.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const leave = await enter(folder)
  try {
    return await takeLock(folder)
  } finally {
    await leave()
  }
}

/** One process at a time looks at the lock: else two could both find it dead and remove each other's. */
function enter(folder: string): Promise<() => Promise<void>> {
  return lockfile.lock(join(folder, 'entry'), {
    realpath: false,
    stale: 5_000,
    retries: { retries: 80, factor: 1, minTimeout: 100, maxTimeout: 100 },
  })
}

async function takeLock(folder: string): Promise<() => Promise<void>> {
  const holder = await readHolder(folder)
  const dead = holder !== undefined && !isAlive(holder.pid)
  const options = { stale: 10_000, update: 2_000, lockfilePath: join(folder, 'folder.lock') }
  if (dead) await rm(options.lockfilePath, { recursive: true, force: true })
  try {
    const release = await lockfile.lock(folder, options)
    await writeHolder(folder, { pid: process.pid })
    return async () => {
      await rm(join(folder, 'holder.json'), { force: true })
      await release()
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ELOCKED') throw new FolderInUse(folder, holder)
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/** PostgreSQL in this process: on disk when a folder is given (locked), else in memory. */
export async function connectEmbedded(
  options: { folder?: string; dump?: Blob; onError?: (error: Error) => void } = {},
): Promise<Connection> {
  const unlock = options.folder ? await lockFolder(options.folder) : async () => {}
  const lite = await PGlite.create({
    ...(options.folder ? { dataDir: join(options.folder, 'pg') } : {}),
    ...(options.dump ? { loadDataDir: options.dump } : {}),
    extensions: { vector },
  }).catch(async (error) => {
    await unlock()
    throw error
  })
  const pool = poolOver(lite)
  pool.on('error', (error) => options.onError?.(error))
  return {
    kind: 'embedded',
    appPool: pool,
    authPool: pool,
    jobsPool: pool,
    listen: (channel, hear) => listenOver(lite, pool, channel, hear),
    close: async () => {
      await pool.end()
      await lite.close()
      await unlock()
    },
  }
}

/** Through the pool like every statement: one sent beside it (`lite.listen`) can swallow a running one's answer. */
async function listenOver(lite: PGlite, pool: pg.Pool, channel: string, hear: (payload: string) => void) {
  const forget = lite.onNotification((name, payload) => {
    if (name === channel) hear(payload)
  })
  await pool.query(`listen ${pg.escapeIdentifier(channel)}`)
  return async () => forget()
}

/** One session behind a pool of one. Each client needs a connection object of its own: a shared one stays broken after a failed query. */
function poolOver(lite: PGlite): pg.Pool {
  class EmbeddedClient extends pg.Client {
    constructor() {
      super({ ...createPgConfig(lite), types })
    }
  }
  return new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 15_000,
    Client: EmbeddedClient as unknown as typeof pg.Client,
  } as pg.PoolConfig)
}
