import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { connectEmbedded } from '../../platform/connect-embedded.ts'
import { system } from '../../platform/context.ts'
import { type Connection, type Database, openDatabase } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { migrate, readMigrations } from '../../platform/migrate.ts'
import { recordAudit } from './record.ts'
import { type ChainHead, linkHash, openSealer, readAnchors, sealAudit } from './seal.ts'
import { verifyAudit } from './verify.ts'

/** The owner of the tables with every trigger switched off, on a database that only this test has. */
let connection: Connection
let db: Database
const anchors: ChainHead[] = []
const tables = ['audit_entries', 'audit_unsealed', 'audit_links'] as const

const asOwner = async (sql: string, values: unknown[] = []) =>
  (await connection.appPool.query(sql, values)).rows
const triggers = async (how: 'disable' | 'enable') => {
  for (const table of tables) await asOwner(`alter table app.${table} ${how} trigger all`)
}
const write = (n: number) =>
  db.withActor(system('test'), async (tx) => {
    for (let i = 0; i < n; i++)
      await recordAudit(tx, {
        action: 'case.moved',
        subject: ['case', newId()],
        caseId: newId(),
        customerId: newId(),
        details: { from: 'analysis', to: 'proposal', version: i },
      })
  })
const seal = async () => {
  const head = await sealAudit(db)
  if (head) anchors.push(head)
}

beforeAll(async () => {
  connection = await connectEmbedded()
  await migrate(connection.appPool, await readMigrations('migrations'))
  db = openDatabase(connection, systemClock, 'Asia/Shanghai')
  for (const n of [4, 4, 4]) {
    await write(n)
    await seal()
  }
  for (const table of tables) await asOwner(`create table public.kept_${table} as select * from app.${table}`)
})

/** Each attack starts from the same intact chain of twelve links and three anchors. */
afterEach(async () => {
  await triggers('disable')
  for (const table of [...tables].reverse()) await asOwner(`delete from app.${table}`)
  for (const table of tables) await asOwner(`insert into app.${table} select * from public.kept_${table}`)
  await triggers('enable')
})
afterAll(() => connection.close())

const check = () => verifyAudit(db, anchors, 5)

describe('the chain', () => {
  it('verifies as it was written, and counts what is not sealed yet', async () => {
    expect(await check()).toMatchObject({ ok: true, rows: 12, sealed: 12, broken: [] })
    await write(2)
    expect(await check()).toMatchObject({ ok: true, rows: 14, sealed: 12 })
    const head = await sealAudit(db)
    expect(await check()).toMatchObject({ ok: true, rows: 14, sealed: 14, head: head!.hash })
    expect(await sealAudit(db), 'nothing to seal').toBeUndefined()
  })

  it('is anchored after every seal, whoever sealed and whatever went wrong in between', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-anchor-'))
    const file = join(folder, 'later', 'anchor.jsonl')
    try {
      const sealer = openSealer(db, file, systemClock)
      await write(2)
      await expect(sealer(), 'the folder is not there yet').rejects.toThrow(/ENOENT/)
      expect(await check(), 'sealed all the same').toMatchObject({ rows: 14, sealed: 14 })
      await mkdir(join(folder, 'later'))
      await sealer()
      const seqs = async () => (await readAnchors(file)).map(({ seq }) => seq)
      expect(await seqs(), 'nothing new to seal, an old head to anchor').toEqual([14])
      await write(1)
      await sealAudit(db)
      await sealer()
      await openSealer(db, file, systemClock)()
      expect(await seqs(), 'sealed by a process that died before its anchor').toEqual([14, 15])
      await openSealer(db, file, systemClock)()
      expect(await seqs()).toEqual([14, 15])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('has the hash its definition says', async () => {
    const links = (await asOwner(
      `select l.seq, l.previous_hash, l.hash, e.canonical from app.audit_links l
       join app.audit_entries e on e.id = l.entry_id order by l.seq`,
    )) as { seq: number; previous_hash: string; hash: string; canonical: string }[]
    let previous = '0'.repeat(64)
    for (const link of links) {
      expect(link.previous_hash).toBe(previous)
      previous = linkHash(previous, link.seq, link.canonical)
      expect(link.hash).toBe(previous)
    }
  })
})

/** Recomputes every hash from a link on, as somebody would who can write the whole table. */
async function rewriteFrom(seq: number) {
  const links = (await asOwner(
    `select l.seq, l.hash, e.canonical from app.audit_links l join app.audit_entries e on e.id = l.entry_id
     where l.seq >= $1 - 1 order by l.seq`,
    [seq],
  )) as { seq: number; hash: string; canonical: string }[]
  let previous = links[0]!.hash
  for (const link of links.slice(1)) {
    const hash = linkHash(previous, link.seq, link.canonical)
    await asOwner('update app.audit_links set previous_hash = $2, hash = $3 where seq = $1', [
      link.seq,
      previous,
      hash,
    ])
    previous = hash
  }
}

const entryAt = (seq: number) => `(select entry_id from app.audit_links where seq = ${seq})`
const forge = (from: string, to: string) =>
  `update app.audit_entries set canonical = replace(canonical, '${from}', '${to}') where id = ${entryAt(6)}`

describe('somebody who can do anything in the database', () => {
  const attacks: [string, (() => Promise<unknown>) | string[], RegExp][] = [
    ['edits the text of an entry', [forge('proposal', 'closed')], /6:.*changed after sealing/],
    [
      'edits only a column',
      [`update app.audit_entries set action = 'case.closed' where id = ${entryAt(6)}`],
      /6:.*column action contradicts/,
    ],
    [
      'gives an act to somebody else',
      [`update app.audit_entries set actor_kind = 'staff', actor_id = '${newId()}' where id = ${entryAt(6)}`],
      /6:.*column actor_kind contradicts/,
    ],
    [
      'moves an entry in time',
      [`update app.audit_entries set at = at - interval '1 day' where id = ${entryAt(6)}`],
      /6:.*column at contradicts/,
    ],
    [
      'moves an entry to another case',
      [`update app.audit_entries set case_id = null where id = ${entryAt(6)}`],
      /6:.*column case_id contradicts/,
    ],
    ['removes an entry', [`delete from app.audit_entries where id = ${entryAt(6)}`], /6:.*entry is gone/],
    ['removes a link', ['delete from app.audit_links where seq = 6'], /7:.*6 to 6 are missing/],
    [
      'removes an entry and its link',
      [
        'create temp table gone as select entry_id from app.audit_links where seq = 6',
        'delete from app.audit_links where seq = 6',
        'delete from app.audit_entries where id in (select entry_id from gone)',
        'drop table gone',
      ],
      /7:.*are missing/,
    ],
    [
      'removes both and closes the gap',
      async () => {
        const [row] = (await asOwner('select entry_id from app.audit_links where seq = 6')) as {
          entry_id: string
        }[]
        await asOwner('delete from app.audit_links where seq = 6')
        await asOwner('delete from app.audit_entries where id = $1', [row!.entry_id])
        await asOwner('update app.audit_links set seq = -(seq - 1) where seq > 6')
        await asOwner('update app.audit_links set seq = -seq where seq < 0')
        await rewriteFrom(6)
      },
      /8:.*differs from the anchor/,
    ],
    [
      'edits an entry and rewrites every hash after it',
      async () => {
        await asOwner(forge('proposal', 'closed'))
        await rewriteFrom(6)
      },
      /8:.*differs from the anchor/,
    ],
    [
      'changes the order of two entries',
      [
        'create temp table turned as select seq, entry_id from app.audit_links where seq in (6, 7)',
        'update app.audit_links set entry_id = gen_random_uuid() where seq in (6, 7)',
        'update app.audit_links l set entry_id = t.entry_id from turned t where l.seq = 13 - t.seq',
        'drop table turned',
      ],
      /6:.*changed after sealing/,
    ],
    [
      'changes the order of two links',
      [
        'update app.audit_links set seq = -seq where seq in (6, 7)',
        'update app.audit_links set seq = 13 + seq where seq < 0',
      ],
      /6:.*does not follow/,
    ],
    [
      'slips an entry in, unlinked',
      [
        `insert into app.audit_entries (id, at, actor_kind, actor_id, action, subject_kind, subject_id, canonical)
         values ('${newId()}', now(), 'system', 'x', 'case.moved', 'case', 'x', '{}')`,
      ],
      /null:.*neither linked nor waiting/,
    ],
    [
      'takes an entry out of the waiting ones before it is sealed',
      async () => {
        await triggers('enable')
        await write(1)
        await asOwner('delete from app.audit_unsealed')
      },
      /null:.*neither linked nor waiting/,
    ],
    [
      'cuts the end off',
      [
        'create temp table gone as select entry_id from app.audit_links where seq > 8',
        'delete from app.audit_links where seq > 8',
        'delete from app.audit_entries where id in (select entry_id from gone)',
        'drop table gone',
      ],
      /12:.*the anchor knows 12 links, the chain has 8/,
    ],
    [
      'cuts the end off and lets the sealer write on',
      async () => {
        await asOwner('create temp table gone as select entry_id from app.audit_links where seq > 8')
        await asOwner('delete from app.audit_links where seq > 8')
        await asOwner('delete from app.audit_entries where id in (select entry_id from gone)')
        await asOwner('drop table gone')
        await triggers('enable')
        await write(6)
        await sealAudit(db)
      },
      /12:.*differs from the anchor/,
    ],
    [
      'empties everything',
      tables.toReversed().map((table) => `delete from app.${table}`),
      /12:.*the anchor knows 12 links, the chain has 0/,
    ],
  ]
  it.each(attacks)('%s, and is found', async (_, attack, why) => {
    await triggers('disable')
    if (typeof attack === 'function') await attack()
    else for (const sql of attack) await asOwner(sql)
    const report = await check()
    expect(report.ok).toBe(false)
    expect(report.broken.map((fault) => `${fault.seq}: ${fault.why}`).join('\n')).toMatch(why)
  })

  it('cuts the end off and lets the sealer anchor fewer links than were there, and is found', async () => {
    await triggers('disable')
    await asOwner('create temp table gone as select entry_id from app.audit_links where seq > 8')
    await asOwner('delete from app.audit_links where seq > 8')
    await asOwner('delete from app.audit_entries where id in (select entry_id from gone)')
    await asOwner('drop table gone')
    await triggers('enable')
    await write(2)
    const later = await sealAudit(db)
    const report = await verifyAudit(db, [...anchors, later!], 5)
    expect(report.broken).toEqual([{ seq: 12, why: 'the anchor knows 12 links, the chain has 10' }])
  })

  it('is stopped by the triggers before that', async () => {
    for (const sql of [
      `update app.audit_entries set action = 'x'`,
      'delete from app.audit_entries',
      'truncate app.audit_entries cascade',
      `update app.audit_links set hash = ''`,
      'delete from app.audit_links',
      'truncate app.audit_links',
    ])
      await expect(asOwner(sql), sql).rejects.toThrow(/never changed or removed/)
  })
})
