import type { Tx } from '../../platform/db.ts'
import { recordAudit } from '../audit/record.ts'
import { readStaff, type Staff } from './store.ts'

/** Why nobody was let in; `credentials` does not say which half was wrong. */
export type SignInRefusal = 'credentials' | 'malformed' | 'origin' | 'inactive'

/** Notes that the acting member of staff has signed in. */
export async function recordSignIn(tx: Tx, { id }: Staff): Promise<void> {
  await recordAudit(tx, { action: 'staff.signed_in', subject: ['staff', id] })
}

/** Notes a refused sign-in under the account that was tried, `unknown` where there is none; what was typed is in no row. */
export async function recordRefusal(
  tx: Tx,
  account: { id: string } | { email: unknown },
  reason: SignInRefusal,
): Promise<void> {
  const id = 'id' in account ? account.id : await findByEmail(tx, account.email)
  await recordAudit(tx, {
    action: 'staff.sign_in_refused',
    subject: ['staff', id ?? 'unknown'],
    details: { reason },
  })
}

async function findByEmail(tx: Tx, email: unknown): Promise<string | undefined> {
  if (typeof email !== 'string') return undefined
  return (await readStaff(tx, { email: email.toLowerCase() }))[0]?.id
}
