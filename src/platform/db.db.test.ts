import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, system } from './context.ts'
import { openDatabase } from './db.ts'
import { newId } from './ids.ts'
import { bookDue, post, readPosted } from './outbox.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
const job = system('test')
const settings = `select current_user as role, current_setting('app.actor_kind', true) as kind,
  current_setting('app.actor_id', true) as id`

describe('the door', () => {
  it.each<[Actor, string]>([
    [{ kind: 'customer', id: '01a20a4b-0000-7000-8000-000000000001' }, 'parley_customer'],
    [{ kind: 'staff', id: '01a20a4b-0000-7000-8000-000000000002', role: 'agent' }, 'parley_staff'],
    [{ kind: 'staff', id: '01a20a4b-0000-7000-8000-000000000003', role: 'admin' }, 'parley_staff'],
    [{ kind: 'staff', id: '01a20a4b-0000-7000-8000-000000000004', role: 'compliance' }, 'parley_compliance'],
    [{ kind: 'system', job: 'test' }, 'parley_system'],
  ])('makes the transaction %j', async (actor, role) => {
    const [row] = await test.ctx.db.withActor(actor, (tx) => tx.query(settings))
    expect(row).toEqual({ role, kind: actor.kind, id: actor.kind === 'system' ? actor.job : actor.id })
  })

  it('leaves neither role nor actor behind, however the transaction ended', async () => {
    const left = async () => {
      const { rows } = await test.connection.appPool.query(settings)
      return rows[0]
    }
    const owner = (await left()).role
    expect(owner).not.toMatch(/^parley_(customer|staff|compliance|system)$/)
    const empty = { role: owner, kind: expect.toSatisfy((kind) => !kind), id: expect.toSatisfy((id) => !id) }
    const endings: ((tx: { query(sql: string): Promise<unknown> }) => Promise<unknown>)[] = [
      async () => 'committed',
      async () => {
        throw new Error('thrown')
      },
      (tx) => tx.query('select 1 / 0'),
      (tx) => tx.query('select from app.nothing'),
      (tx) => tx.query('select * from auth.users'),
      // A statement that fails and is swallowed: the commit then rolls back.
      async (tx) => tx.query('select 1 / 0').catch(() => undefined),
    ]
    for (const ending of endings) {
      await test.ctx.db.withActor(job, ending).catch(() => undefined)
      expect(await left()).toEqual(empty)
    }
  })

  it('takes everything back when the work throws, and keeps it when it does not', async () => {
    const [kept, lost] = [newId(), newId()]
    await test.ctx.db.withActor(job, (tx) => post(tx, 'test-kept', { id: kept }))
    await expect(
      test.ctx.db.withActor(job, async (tx) => {
        await post(tx, 'test-lost', { id: lost })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    const { rows } = await test.connection.appPool.query(
      `select ids ->> 'id' as id from app.outbox where job in ('test-kept', 'test-lost')
       and ids ->> 'id' in ($1, $2)`,
      [kept, lost],
    )
    expect(rows).toEqual([{ id: kept }])
    await test.connection.appPool.query(`delete from app.outbox where job = 'test-kept'`)
  })

  it('works again after a failed query, at once and many times', async () => {
    for (let i = 0; i < 20; i++) {
      await expect(test.ctx.db.withActor(job, (tx) => tx.query('select 1 / 0'))).rejects.toMatchObject({
        code: '22012',
      })
      const [row] = await test.ctx.db.withActor(job, (tx) => tx.query('select $1::integer as n', [i]))
      expect(row).toEqual({ n: i })
    }
  })

  it('refuses to be opened inside itself, directly or deep below, and works afterwards', async () => {
    const nested = /withActor inside withActor/
    await expect(test.ctx.db.withActor(job, () => test.ctx.db.withActor(job, async () => 1))).rejects.toThrow(
      nested,
    )
    const deep = async () => {
      await Promise.resolve()
      return Promise.all([test.ctx.db.withActor(job, async () => 1)])
    }
    await expect(test.ctx.db.withActor(job, deep)).rejects.toThrow(nested)
    const other = openDatabase(test.connection, test.ctx.clock, test.ctx.zone)
    await expect(
      test.ctx.db.withActor(job, () => other.withActor(job, async () => 1)),
      'by another door of the same house',
    ).rejects.toThrow(nested)
    expect(await test.ctx.db.withActor(job, async () => 'fine')).toBe('fine')
  })

  it('lets many wait their turn', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        test.ctx.db.withActor(
          job,
          async (tx) => (await tx.query<{ n: number }>('select $1::integer as n', [i]))[0]!.n,
        ),
      ),
    )
    expect(answers).toEqual(Array.from({ length: 30 }, (_, i) => i))
  })
})

describe('time', () => {
  it('in SQL is the time of the clock that opened the transaction, and so are the defaults', async () => {
    const at = new Date('2031-02-03T04:05:06.789Z')
    const db = openDatabase(test.connection, { now: () => at }, 'Asia/Shanghai')
    const id = newId()
    await db.withActor(job, async (tx) => {
      expect(tx.now).toEqual(at)
      const [row] = await tx.query('select app.app_now() as now, app.bank_date() as today')
      expect(row).toEqual({ now: at, today: '2031-02-03' })
      await post(tx, 'test-time', { id })
      await bookDue(tx, 'test-time', id, at)
    })
    const { rows } = await test.connection.appPool.query(
      `select o.created_at as posted, d.created_at as booked from app.outbox o
       join app.due_items d on d.ref_id::text = o.ids ->> 'id' where o.ids ->> 'id' = $1`,
      [id],
    )
    expect(rows).toEqual([{ posted: at, booked: at }])
    const early = openDatabase(test.connection, { now: () => new Date(at.getTime() - 1) }, 'UTC')
    const due = (one: typeof db) =>
      one.withActor(job, async (tx) => (await readPosted(tx, 1000)).map((row) => row.ids.id))
    expect(await due(early)).not.toContain(id)
    expect(await due(db)).toContain(id)
    await test.connection.appPool.query(`delete from app.outbox where job = 'test-time'`)
    await test.connection.appPool.query(`delete from app.due_items where kind = 'test-time'`)
  })

  it('turns to the next day where the bank is', async () => {
    const dates = await Promise.all(
      ['2026-11-23T15:59:59.999Z', '2026-11-23T16:00:00Z'].map((at) =>
        openDatabase(test.connection, { now: () => new Date(at) }, 'Asia/Shanghai').withActor(job, (tx) =>
          tx.query('select app.bank_date() as today'),
        ),
      ),
    )
    expect(dates.flat()).toEqual([{ today: '2026-11-23' }, { today: '2026-11-24' }])
  })

  it('no table of the application takes its time from anywhere else', async () => {
    const { rows } = await test.connection.appPool.query(
      `select table_name, column_name, column_default from information_schema.columns
       where table_schema = 'app' and column_default ~ 'now|current_|clock_|statement_|transaction_'
         and column_default <> 'app.app_now()'`,
    )
    expect(rows).toEqual([])
    const { rows: functions } = await test.connection.appPool.query(
      `select proname from pg_proc where pronamespace = 'app'::regnamespace and proname <> 'app_now'
         and coalesce(pg_get_function_sqlbody(oid), prosrc)
           ~* '(?<!app_)\\mnow\\(\\)|clock_timestamp|statement_timestamp|current_timestamp|current_date'`,
    )
    expect(functions).toEqual([])
  })
})

describe('what is announced', () => {
  it('is heard after the commit, and never when the work was taken back', async () => {
    const heard: string[] = []
    const stop = await test.ctx.db.listen('parley_test_channel', (payload) => heard.push(payload))
    const tell = (what: string) => (tx: { query(sql: string, values: unknown[]): Promise<unknown> }) =>
      tx.query(`select pg_notify('parley_test_channel', $1)`, [what])
    await test.ctx.db
      .withActor(job, async (tx) => {
        await tell('lost')(tx)
        throw new Error('taken back')
      })
      .catch(() => undefined)
    await test.ctx.db.withActor(job, async (tx) => {
      await tell('kept')(tx)
      expect(heard).toEqual([])
    })
    await expect.poll(() => heard).toEqual(['kept'])
    await stop()
    await test.ctx.db.withActor(job, tell('after'))
    await new Promise((wake) => setTimeout(wake, 100))
    expect(heard).toEqual(['kept'])
  })
})
