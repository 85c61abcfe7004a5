import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, system } from './context.ts'
import { openDatabase, type Tx } from './db.ts'
import { forgetAnswers, once, type Request } from './idempotency.ts'
import { newId } from './ids.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
const someone = (): Actor => ({ kind: 'customer', id: newId() })
const request = (more: Partial<Request> = {}): Request => ({
  route: 'POST /things',
  key: `key-${newId()}`,
  body: { a: 1 },
  ...more,
})
const ask = (actor: Actor, asked: Request, work: (tx: Tx) => Promise<{ status: number; body: unknown }>) =>
  test.ctx.db.withActor(actor, (tx) => once(tx, asked, () => work(tx)))

describe('a write with a key', () => {
  it('is done once: a repeat gets the first answer', async () => {
    const [actor, asked] = [someone(), request()]
    let done = 0
    const work = async () => ({ status: 201, body: { done: ++done } })
    const first = await ask(actor, asked, work)
    expect(first).toEqual({ status: 201, body: { done: 1 } })
    expect(await ask(actor, asked, work)).toEqual(first)
    expect(done).toBe(1)
  })

  it('with another body under the same key is invalid, and the first answer stays', async () => {
    const [actor, asked] = [someone(), request()]
    await ask(actor, asked, async () => ({ status: 200, body: 'first' }))
    await expect(
      ask(actor, { ...asked, body: { a: 2 } }, async () => ({ status: 200, body: 'second' })),
    ).rejects.toMatchObject({ code: 'invalid', details: { reason: 'key_reused' } })
    expect(await ask(actor, asked, async () => ({ status: 200, body: 'third' }))).toMatchObject({
      body: 'first',
    })
  })

  it('is its own for each person and each route', async () => {
    const [actor, asked] = [someone(), request()]
    const say = (what: string) => async () => ({ status: 200, body: what })
    await ask(actor, asked, say('one'))
    expect(await ask(someone(), asked, say('two'))).toMatchObject({ body: 'two' })
    expect(await ask(actor, { ...asked, route: 'POST /others' }, say('three'))).toMatchObject({
      body: 'three',
    })
  })

  it('that failed left no answer: the next try does it', async () => {
    const [actor, asked] = [someone(), request()]
    const fail = async () => {
      throw new Error('no')
    }
    await expect(ask(actor, asked, fail)).rejects.toThrow('no')
    expect(await ask(actor, asked, async () => ({ status: 200, body: 'done' }))).toMatchObject({
      body: 'done',
    })
  })

  it('in flight elsewhere is a conflict, not a second doing', async () => {
    const [actor, asked] = [someone(), request()]
    let done = 0
    const slow = async () => {
      await new Promise((wake) => setTimeout(wake, 200))
      return { status: 200, body: ++done }
    }
    const outcomes = await Promise.allSettled([ask(actor, asked, slow), ask(actor, asked, slow)])
    expect(done).toBe(1)
    const refused = outcomes.filter((one) => one.status === 'rejected')
    // With one connection the second waits and is answered; with more it meets the first in flight.
    if (test.connection.kind === 'embedded') expect(refused).toEqual([])
    else
      expect(refused.map((one) => one.reason)).toMatchObject([
        { code: 'conflict', details: { reason: 'in_flight' } },
      ])
  })

  it('is remembered a day', async () => {
    const [actor, asked] = [someone(), request()]
    const at = (hours: number) =>
      openDatabase(
        test.connection,
        { now: () => new Date(test.ctx.clock.now().getTime() + hours * 3_600_000) },
        'UTC',
      )
    await ask(actor, asked, async () => ({ status: 200, body: 'first' }))
    const count = async () => {
      const sql = 'select key from app.idempotency_keys where key = $1'
      return (await test.connection.appPool.query(sql, [asked.key])).rowCount
    }
    await at(23).withActor(system('clock'), forgetAnswers)
    expect(await count()).toBe(1)
    await at(25).withActor(system('clock'), forgetAnswers)
    expect(await count()).toBe(0)
  })

  it('shows its answer to nobody else', async () => {
    const [actor, asked] = [someone(), request()]
    await ask(actor, asked, async () => ({ status: 200, body: 'private' }))
    const read = (who: Actor) =>
      test.ctx.db.withActor(who, (tx) =>
        tx.query('select response from app.idempotency_keys where key = $1', [asked.key]),
      )
    expect(await read(actor)).toHaveLength(1)
    for (const other of [
      someone(),
      system('first-line'),
      { kind: 'staff', id: newId(), role: 'compliance' } as const,
    ])
      expect(await read(other)).toEqual([])
  })
})
