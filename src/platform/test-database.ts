import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { systemClock } from './clock.ts'
import { connectEmbedded } from './connect-embedded.ts'
import { connectServer } from './connect-server.ts'
import type { Context } from './context.ts'
import { type Connection, openDatabase } from './db.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openVault } from './vault.ts'

/**
 * One migrated database for every database test of a run: embedded in memory, or the server that
 * TEST_DATABASE_URL names (its database must end in `_test`; everything in it is dropped first).
 * Tests share it and make ids of their own. `connection` is the owner, for attacks and set-up.
 */
export type TestDatabase = { ctx: Context; connection: Connection }

const place = globalThis as { parleyTestDatabase?: Promise<TestDatabase> }

export function testDatabase(): Promise<TestDatabase> {
  place.parleyTestDatabase ??= open()
  return place.parleyTestDatabase
}

async function open(): Promise<TestDatabase> {
  const connection = await connect()
  await migrate(connection.appPool, await readMigrations('migrations'))
  const ctx: Context = {
    db: openDatabase(connection, systemClock, 'Asia/Shanghai'),
    clock: systemClock,
    vault: openVault(randomBytes(32)),
    log: pino({ level: 'silent' }),
    zone: 'Asia/Shanghai',
  }
  return { ctx, connection }
}

async function connect(): Promise<Connection> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return connectEmbedded()
  const connection = connectServer({ url })
  const { rows } = await connection.appPool.query<{ name: string }>('select current_database() as name')
  if (!rows[0]?.name.endsWith('_test'))
    throw new Error('TEST_DATABASE_URL must name a database ending in _test')
  await connection.appPool.query(
    'drop schema if exists app, auth, jobs, parley_meta cascade; create schema if not exists public',
  )
  return connection
}
