import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { connectEmbedded } from './connect-embedded.ts'
import { connectServer } from './connect-server.ts'
import type { Connection } from './db.ts'
import { newId } from './ids.ts'
import { type Migration, MigrationRefused, migrate, readMigrations } from './migrate.ts'
import { testDatabase } from './test-database.ts'
import { sha256 } from './vault.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** An empty database of this test alone, opened as often as asked; on a server when the run is on one. */
async function emptyDatabase(times: number): Promise<Connection[]> {
  const { connection } = await testDatabase()
  if (connection.kind === 'embedded') {
    const embedded = await connectEmbedded()
    closing.push(() => embedded.close())
    return Array.from({ length: times }, () => embedded)
  }
  const name = `m_${newId().replaceAll('-', '')}_test`
  await connection.appPool.query(`create database ${name}`)
  closing.push(() => connection.appPool.query(`drop database ${name} with (force)`))
  const url = new URL(process.env.TEST_DATABASE_URL!)
  url.pathname = `/${name}`
  return Array.from({ length: times }, () => {
    const opened = connectServer({ url: url.href })
    closing.push(() => opened.close())
    return opened
  })
}

const file = (number: number, sql: string): Migration => ({
  number,
  name: `${String(number).padStart(4, '0')}_test.sql`,
  sql,
  hash: sha256(sql),
})
const first = file(1, 'create table public.one (id integer)')
const second = file(2, 'create table public.two (id integer)')

describe('migrating', () => {
  it('applies each file once, in order, and later ones later', async () => {
    const [{ appPool }] = (await emptyDatabase(1)) as [Connection]
    expect(await migrate(appPool, [first])).toEqual([first.name])
    expect(await migrate(appPool, [first])).toEqual([])
    expect(await migrate(appPool, [first, second])).toEqual([second.name])
    const { rows } = await appPool.query('select number, hash from parley_meta.migrations order by number')
    expect(rows).toEqual([first, second].map(({ number, hash }) => ({ number, hash })))
  })

  it('refuses a file that was edited after it was applied, and a database that is ahead', async () => {
    const [{ appPool }] = (await emptyDatabase(1)) as [Connection]
    await migrate(appPool, [first, second])
    const edited = file(1, 'create table public.one (id bigint)')
    await expect(migrate(appPool, [edited, second])).rejects.toThrow(/0001_test\.sql was edited/)
    await expect(migrate(appPool, [first])).rejects.toThrow(/0002_test\.sql.*start the newer version/)
    await expect(migrate(appPool, [first])).rejects.toBeInstanceOf(MigrationRefused)
    expect(await migrate(appPool, [first, second]), 'the right files still fit').toEqual([])
  })

  it('leaves nothing of a file that fails, names it, and can go on once it is right', async () => {
    const [{ appPool }] = (await emptyDatabase(1)) as [Connection]
    const broken = file(2, 'create table public.half (id integer); select 1 / 0')
    await expect(migrate(appPool, [first, broken])).rejects.toThrow(/0002_test\.sql failed: division by zero/)
    const { rows } = await appPool.query(
      `select to_regclass('public.half') as half, to_regclass('public.one') as one`,
    )
    expect(rows).toEqual([{ half: null, one: 'one' }])
    expect(await migrate(appPool, [first, second])).toEqual([second.name])
  })

  it('is done once when processes start together', async () => {
    const slow = file(1, 'select pg_sleep(0.3); create table public.one (id integer)')
    const connections = await emptyDatabase(3)
    const applied = await Promise.all(connections.map(({ appPool }) => migrate(appPool, [slow, second])))
    expect(applied.flat().sort()).toEqual([slow.name, second.name])
  })

  it("brings up the project's own files on an empty database, twice to no effect", async () => {
    const [{ appPool }] = (await emptyDatabase(1)) as [Connection]
    const files = await readMigrations('migrations')
    expect(await migrate(appPool, files)).toEqual(files.map(({ name }) => name))
    expect(await migrate(appPool, files)).toEqual([])
  })
})

describe('reading the files', () => {
  it('is by number without a gap, and line ends do not change the hash', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-migrations-'))
    closing.push(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, '0001_a.sql'), 'select 1;\nselect 2;\n')
    await writeFile(join(folder, 'CONVENTIONS.md'), 'not one of them')
    const [unix] = await readMigrations(folder)
    await writeFile(join(folder, '0001_a.sql'), 'select 1;\r\nselect 2;\r\n')
    const [windows] = await readMigrations(folder)
    expect(windows!.hash).toBe(unix!.hash)
    await writeFile(join(folder, '0003_c.sql'), 'select 3')
    await expect(readMigrations(folder)).rejects.toThrow(/0003_c\.sql: expected number 2/)
  })
})
