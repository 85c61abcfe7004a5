import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../platform/test-database.ts'
import type { Keepers } from './bench-retrieval.ts'
import { listComingChanges } from './coming-changes.ts'
import { addKeepers, addStaff, cutDocument, fileAndPublish, someCustomer } from './policies.fixture.ts'
import { withdrawVersion } from './publish-version.ts'
import { readClause } from './read-clause.ts'
import { searchClauses } from './search-clauses.ts'

let test: TestDatabase
let keepers: Keepers
const as = <T>(actor: Actor, work: Parameters<TestDatabase['ctx']['db']['withActor']>[1]) =>
  test.ctx.db.withActor(actor, work) as Promise<T>
const later = () => new Promise((resolve) => setTimeout(resolve, 15))
const mark = async () => {
  await later()
  const at = test.ctx.clock.now()
  await later()
  return at
}

beforeAll(async () => {
  test = await testDatabase()
  keepers = await addKeepers(test.ctx.db)
})

describe('two versions', () => {
  let id = ''
  let before: Date
  let between: Date
  let after: Date
  let second = ''
  const product = 'p_history'

  beforeAll(async () => {
    id = `test-${newId()}`
    before = await mark()
    const facts = { id, products: [product], effective_from: '2026-01-01' }
    const first = '## 1 Fee\nThe blimp fee is CNY 5.\n\n## 2 Scope\nAll cards.\n\n## 3 End\nIt ends.'
    await fileAndPublish(test.ctx.db, keepers, cutDocument(facts, first))
    between = await mark()
    const changed = '## 1 Fee\nThe blimp fee is CNY 9.\n\n## 2 Scope\nAll cards.'
    const next = cutDocument({ ...facts, version: 2, effective_from: '2026-08-01' }, changed)
    second = await fileAndPublish(test.ctx.db, keepers, next)
    after = await mark()
  })

  it('say beforehand which clauses change and which end, and nothing of those that stay', async () => {
    const ids = [3, 2, 1].map((n) => `${id}#${n}`)
    expect(await as(someCustomer(), (tx) => listComingChanges(tx, ids, '2026-07-31'))).toEqual([
      { clauseId: `${id}#3`, on: '2026-08-01', what: 'ends', versionId: second },
      { clauseId: `${id}#1`, on: '2026-08-01', what: 'changes', versionId: second },
    ])
    expect(await as(someCustomer(), (tx) => listComingChanges(tx, ids, '2026-08-01'))).toEqual([])
  })

  it('answer for a date as far as was known at an instant', async () => {
    const body = async (asOf: string, knownAt?: Date) =>
      (
        (await as(someCustomer(), (tx) => readClause(tx, `${id}#1`, asOf, knownAt))) as
          | { body: string }
          | undefined
      )?.body.slice(-2)
    expect(await body('2026-09-01')).toBe('9.')
    expect(await body('2026-09-01', after)).toBe('9.')
    expect(await body('2026-09-01', between)).toBe('5.')
    expect(await body('2026-07-01', after)).toBe('5.')
    expect(await body('2026-07-01', before)).toBeUndefined()
    const search = { question: 'blimp fee', asOf: '2026-09-01', audience: 'public' as const, limit: 3 }
    const found = async (knownAt: Date) =>
      (
        (await as(someCustomer(), (tx) =>
          searchClauses(tx, { ...search, products: [product], knownAt }),
        )) as Awaited<ReturnType<typeof searchClauses>>
      ).hits
        .filter((hit) => hit.clauseId === `${id}#1`)
        .map((hit) => hit.version)
    expect(await found(before)).toEqual([])
    expect(await found(between)).toEqual([1])
    expect(await found(after)).toEqual([2])
  })

  it('keep the stated end from being changed afterwards', async () => {
    const change = (sql: string) => as(keepers.reviewer, (tx) => tx.query(sql, [id]))
    await expect(
      change(`update app.policy_versions set stated_to = '2030-01-01' where document_id = $1`),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('remember for staff what was withdrawn since', async () => {
    await as(keepers.reviewer, (tx) => withdrawVersion(tx, second))
    const agent = await addStaff(test.ctx.db, 'agent')
    const read = (knownAt?: Date) => as(agent, (tx) => readClause(tx, `${id}#1`, '2026-09-01', knownAt))
    expect(await read()).toBeUndefined()
    expect(await read(after)).toMatchObject({ version: 2 })
  })
})
