import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { AccountRow, type Customer, CustomerRow, Profile } from './model.ts'

export type NewCustomer = {
  ref: string
  language: 'zh-Hans' | 'en'
  segment: string
  teamId: string
  demo: boolean
  profile: Profile
  accounts: Omit<AccountRow, 'id' | 'customer_id'>[]
}

/** Adds a customer with a fresh key; a reference that is known already is left as it is. */
export async function addCustomer(ctx: Context, tx: Tx, input: NewCustomer): Promise<string> {
  const [known] = await tx.query<{ id: string }>('select id from app.customers where ref = $1', [input.ref])
  if (known) {
    await fillMonthlyDue(tx, known.id, input.accounts)
    return known.id
  }
  const id = newId()
  const wrapped = ctx.vault.newWrappedKey(id)
  const profile = ctx.vault.seal(wrapped, id, Buffer.from(JSON.stringify(Profile.parse(input.profile))))
  await tx.query('insert into app.customer_keys (customer_id, wrapped) values ($1, $2)', [id, wrapped])
  await tx.query(
    `insert into app.customers (id, ref, language, segment, team_id, profile, demo)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, input.ref, input.language, input.segment, input.teamId, profile, input.demo],
  )
  for (const account of input.accounts) {
    await tx.query(
      `insert into app.accounts (id, customer_id, product, masked_number, currency, principal, interest, fees,
         default_charges, annual_rate_bp, days_past_due, maturity, monthly_due, as_of)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        newId(),
        id,
        account.product,
        account.masked_number,
        account.currency,
        account.principal,
        account.interest,
        account.fees,
        account.default_charges,
        account.annual_rate_bp,
        account.days_past_due,
        account.maturity,
        account.monthly_due,
        account.as_of,
      ],
    )
  }
  await recordAudit(tx, { action: 'customer.added', subject: ['customer', id], customerId: id })
  return id
}

/** Accounts recorded before this figure was kept get it; one that is known stays. */
async function fillMonthlyDue(tx: Tx, customerId: string, accounts: NewCustomer['accounts']): Promise<void> {
  let filled = 0
  for (const { masked_number, product, monthly_due } of accounts) {
    if (monthly_due === null) continue
    const rows = await tx.query(
      `update app.accounts set monthly_due = $4
       where customer_id = $1 and masked_number = $2 and product = $3 and monthly_due is null returning id`,
      [customerId, masked_number, product, monthly_due],
    )
    filled += rows.length
  }
  if (filled === 0) return
  await recordAudit(tx, {
    action: 'customer.accounts_filled',
    subject: ['customer', customerId],
    customerId,
    details: { monthly_due: filled },
  })
}

const columns = 'c.id, c.ref, c.language, c.segment, c.team_id, c.demo, c.profile, k.wrapped'

/** Customers by id or reference, as far as the reader may see them; an erased one has an empty profile. */
export async function readCustomers(
  ctx: Pick<Context, 'vault'>,
  tx: Tx,
  by: { ids?: string[]; ref?: string; demo?: boolean },
): Promise<Customer[]> {
  const rows = await tx.query<{ id: string; profile: Buffer; wrapped: Buffer | null }>(
    `select ${columns} from app.customers c join app.customer_keys k on k.customer_id = c.id
     where ($1::uuid[] is null or c.id = any ($1)) and ($2::text is null or c.ref = $2)
       and ($3::boolean is null or c.demo = $3)
     order by c.ref`,
    [by.ids, by.ref, by.demo],
  )
  return rows.map((row) => ({
    ...CustomerRow.parse(row),
    profile: row.wrapped
      ? Profile.parse(JSON.parse(ctx.vault.open(row.wrapped, row.id, row.profile).toString('utf8')))
      : erased,
  }))
}

const erased: Profile = {
  name: '—',
  nameEn: null,
  phone: null,
  birthYear: null,
  income: [],
  essential: [],
  priorityDebtsMonthly: null,
  priorityLoanPartMonthly: null,
  otherDebtServiceMonthly: null,
  liquidAssets: null,
  willingRecorded: false,
  history: [],
  about: { 'zh-Hans': '', en: '' },
}

export async function readCustomer(ctx: Pick<Context, 'vault'>, tx: Tx, id: string): Promise<Customer> {
  return found((await readCustomers(ctx, tx, { ids: [id] }))[0], 'customer')
}

/** The customer's accounts, debts first. */
export async function readAccounts(tx: Tx, customerId: string): Promise<AccountRow[]> {
  const rows = await tx.query(
    `select id, customer_id, product, masked_number, currency, principal, interest, fees, default_charges,
       annual_rate_bp, days_past_due, maturity, monthly_due, as_of
     from app.accounts where customer_id = $1 order by days_past_due desc, principal desc, id`,
    [customerId],
  )
  return rows.map((row) => AccountRow.parse(row))
}
