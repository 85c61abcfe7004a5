import type { Case } from '../features/cases/store.ts'
import type { AccountRow } from '../features/customers/model.ts'

/** The debt a case is about: the most overdue account of the kind the case is for. */
export function accountOf(of: Pick<Case, 'kind'>, accounts: AccountRow[]): AccountRow | undefined {
  const debts = accounts.filter((account) => account.product !== 'wealth')
  return of.kind === 'investment_consultation' ? undefined : debts[0]
}
