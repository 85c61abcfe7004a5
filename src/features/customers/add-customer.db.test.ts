import { beforeAll, expect, it } from 'vitest'
import {
  addDebtor,
  addLoan,
  attempt,
  type TestBank,
  testBank,
} from '../../negotiation/negotiation.fixture.ts'
import { system } from '../../platform/context.ts'
import { addCustomer, type NewCustomer, readAccounts, readCustomer } from './store.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})

it('a customer who is known already gets a monthly amount that was not recorded, once, and no other figure', async () => {
  const { story } = bank
  const who = await addDebtor(bank)
  await addLoan(bank, who, { monthlyDue: null, daysPastDue: 3 })
  const seed = system('seed')
  const known = await story.db.withActor(seed, async (tx) => ({
    ...(await readCustomer(story, tx, who.id)),
    accounts: await readAccounts(tx, who.id),
  }))
  const again: NewCustomer = {
    ref: known.ref,
    language: known.language,
    segment: known.segment,
    teamId: known.team_id,
    demo: known.demo,
    profile: known.profile,
    accounts: known.accounts.map((account) => ({ ...account, principal: 1, monthly_due: 77_700 })),
  }
  for (const _ of [1, 2])
    expect(await story.db.withActor(seed, (tx) => addCustomer(story, tx, again))).toBe(who.id)
  const now = await story.db.withActor(seed, (tx) => readAccounts(tx, who.id))
  expect(now).toEqual(
    known.accounts.map((account) => ({ ...account, monthly_due: account.monthly_due ?? 77_700 })),
  )
  const { rows } = await bank.connection.appPool.query(
    `select canonical::jsonb -> 'details' as details from app.audit_entries
     where customer_id = $1 and action = 'customer.accounts_filled'`,
    [who.id],
  )
  expect(rows).toEqual([{ details: { monthly_due: 1 } }])
  const change = 'update app.accounts set monthly_due = 0 where customer_id = $1 returning id'
  expect(await attempt(story, bank.staff.agent, (tx) => tx.query(change, [who.id]))).toMatch(/^42501/)
  for (const actor of [seed, system('proposal')])
    expect(await attempt(story, actor, (tx) => tx.query(change, [who.id])), 'what is known stays').toBe(
      'nothing',
    )
})
