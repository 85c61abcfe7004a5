import { afterAll, expect, it } from 'vitest'
import { connectEmbedded } from '../../platform/connect-embedded.ts'
import { newId } from '../../platform/ids.ts'
import { migrate, readMigrations } from '../../platform/migrate.ts'

const connection = await connectEmbedded()
afterAll(() => connection.close())

it('offers made before the column existed get the account of their run', async () => {
  const { appPool } = connection
  const every = await readMigrations('migrations')
  await migrate(appPool, every.slice(0, 12))
  const [customer, card, loan, caseId] = [newId(), newId(), newId(), newId()]
  const sets = { forLoan: newId(), unknown: newId() }
  // Only the rows the migration reads: their neighbours are not needed to move them.
  await appPool.query(`set session_replication_role = replica`)
  for (const [id, product, late] of [
    [card, 'credit_card', 59],
    [loan, 'consumer_loan', 12],
  ] as const)
    await appPool.query(
      `insert into app.accounts (id, customer_id, product, masked_number, currency, principal, interest, fees,
         default_charges, annual_rate_bp, days_past_due, as_of) values ($1, $2, $3, '1', 'CNY', 1, 0, 0, 0, 0, $4, '2026-11-23')`,
      [id, customer, product, late],
    )
  for (const [setId, account] of [
    [sets.forLoan, loan],
    [sets.unknown, null],
  ] as const) {
    await appPool.query(
      `insert into app.offer_sets (id, case_id, customer_id, outcome, input_id, result, parameters_version,
         parameters_hash, account_id) values ($1, $2, $3, 'offers', $4, '{}', 'v', 'h', $5)`,
      [setId, caseId, customer, newId(), account],
    )
    await appPool.query(
      `insert into app.offers (id, offer_set_id, case_id, customer_id, ord, terms, authority, approvals)
       values ($1, $2, $3, $4, 0, '{}', 'agent', 1)`,
      [newId(), setId, caseId, customer],
    )
  }
  await appPool.query(`set session_replication_role = origin`)
  await migrate(appPool, every)
  const { rows } = await appPool.query('select offer_set_id, account_id from app.offers order by id')
  expect(rows).toEqual([
    { offer_set_id: sets.forLoan, account_id: loan },
    { offer_set_id: sets.unknown, account_id: card },
  ])
  const { rows: columns } = await appPool.query(
    `select is_nullable from information_schema.columns
     where table_schema = 'app' and table_name = 'offers' and column_name = 'account_id'`,
  )
  expect(columns).toEqual([{ is_nullable: 'NO' }])
})
