import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../platform/test-database.ts'
import type { Keepers } from './bench-retrieval.ts'
import {
  addKeepers,
  addStaff,
  cutDocument,
  fileAndPublish,
  filing,
  someCustomer,
} from './policies.fixture.ts'
import { listUnanswered, noteUnanswered, settleUnanswered, type Unanswered } from './unanswered.ts'

let test: TestDatabase
let keepers: Keepers
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => test.ctx.db.withActor(actor, work)

beforeAll(async () => {
  test = await testDatabase()
  keepers = await addKeepers(test.ctx.db)
})

const ask = async (question: string) => {
  const askedIn = newId()
  const noted = { askedIn, question, lang: 'zh' as const, coverage: 0.25, nearest: 'fees-zh#3' }
  await as(filing, (tx) => noteUnanswered(tx, noted))
  await as(filing, (tx) => noteUnanswered(tx, { ...noted, coverage: 0.3 }))
  return askedIn
}
const about = (rows: Unanswered[], question: string) => rows.filter((row) => row.question === question)

it('shows a question once, with how often it was asked, to those who keep the policies only', async () => {
  const question = `能买火星基金吗 ${newId()}`
  await ask(question)
  const last = await ask(question)
  expect(about(await as(keepers.owner, (tx) => listUnanswered(tx, 500)), question)).toMatchObject([
    { askedIn: last, times: 2, coverage: 0.25, nearest: 'fees-zh#3', settledAt: null },
  ])
  const agent = await addStaff(test.ctx.db, 'agent')
  expect(await as(agent, (tx) => listUnanswered(tx, 500))).toEqual([])
  await expect(as(someCustomer(), (tx) => listUnanswered(tx, 1))).rejects.toMatchObject({ code: '42501' })
})

it('is settled by a document, everywhere it was asked, and stays on record', async () => {
  const question = `能买月球基金吗 ${newId()}`
  const first = await ask(question)
  await ask(question)
  const document = `test-${newId()}`
  await fileAndPublish(test.ctx.db, keepers, cutDocument({ id: document }, '## 1 A\nNo moon funds.'))
  const agent = await addStaff(test.ctx.db, 'agent')
  await expect(as(agent, (tx) => settleUnanswered(tx, first, document))).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(
    as(keepers.owner, (tx) => settleUnanswered(tx, first, 'no-such-document')),
  ).rejects.toMatchObject({
    code: '23503',
  })
  await as(keepers.owner, (tx) => settleUnanswered(tx, first, document))
  expect(about(await as(keepers.owner, (tx) => listUnanswered(tx, 500)), question)).toEqual([])
  expect(about(await as(keepers.owner, (tx) => listUnanswered(tx, 500, true)), question)).toMatchObject([
    { times: 2, settledWith: document, settledAt: expect.any(Date) },
  ])
  await expect(as(keepers.owner, (tx) => settleUnanswered(tx, first, null))).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(
    as(keepers.owner, (tx) => tx.query('delete from app.unanswered_questions where asked_in = $1', [first])),
  ).rejects.toMatchObject({ code: '42501' })
})

it('is settled in one’s own name only', async () => {
  const askedIn = await ask(`能买金星基金吗 ${newId()}`)
  const reviewer = keepers.reviewer as Actor & { id: string }
  const forged = 'update app.unanswered_questions set settled_at = now(), settled_by = $2 where asked_in = $1'
  await expect(as(keepers.owner, (tx) => tx.query(forged, [askedIn, reviewer.id]))).rejects.toMatchObject({
    code: '42501',
  })
})
