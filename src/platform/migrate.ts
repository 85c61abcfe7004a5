import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { sha256 } from './vault.ts'

export type Migration = { number: number; name: string; sql: string; hash: string }

export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MigrationRefused'
  }
}

/** The numbered files of a folder in order; a gap or a repeated number is refused. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4))
      if (number !== index + 1) throw new MigrationRefused(`migration ${name}: expected number ${index + 1}`)
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { number, name, sql, hash: sha256(sql) }
    }),
  )
}

/**
 * Brings the database to the newest file, each in its own transaction; returns the names applied now.
 * Processes that start together wait for one another. Refuses (`MigrationRefused`) when a file that was
 * applied has been edited, or when the database is ahead of the files: an older program on a newer schema.
 */
export async function migrate(pool: pg.Pool, migrations: Migration[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('parley_migrations'))`)
    await client.query('create schema if not exists parley_meta')
    await client.query(`create table if not exists parley_meta.migrations (
      number integer primary key, name text not null, hash text not null,
      applied_at timestamptz not null default clock_timestamp())`)
    const { rows } = await client.query<{ number: number; name: string; hash: string }>(
      'select number, name, hash from parley_meta.migrations order by number',
    )
    refuseStrangers(rows, migrations)
    const applied: string[] = []
    for (const migration of migrations.slice(rows.length)) {
      await apply(client, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('parley_migrations'))`).catch(() => {})
    client.release()
  }
}

function refuseStrangers(rows: { number: number; name: string; hash: string }[], migrations: Migration[]) {
  for (const row of rows) {
    const file = migrations[row.number - 1]
    if (!file) {
      throw new MigrationRefused(
        `the database has migration ${row.name}, which this version does not know: start the newer version`,
      )
    }
    if (file.hash !== row.hash) {
      throw new MigrationRefused(
        `migration ${file.name} was edited after it was applied: restore it and add a new file`,
      )
    }
  }
}

async function apply(client: pg.PoolClient, migration: Migration) {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into parley_meta.migrations (number, name, hash) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.hash,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}
