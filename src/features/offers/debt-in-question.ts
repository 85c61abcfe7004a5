import { type AccountRow, totalOwed } from '../customers/model.ts'

/** Which debt a matter is about, and between which there is a choice; none is picked for the customer. */
export type DebtInQuestion = {
  /** Undefined while it is unclear, and for a customer without debts. */
  account: AccountRow | undefined
  /** The debts to choose from, most overdue first; empty when there is nothing to choose. */
  choices: AccountRow[]
}

/**
 * The debt chosen, else the only one on which something is owed. With several and no choice it is unclear, and that is a
 * question to ask: a plan for the wrong debt is worse than a plan a message later.
 */
export function debtInQuestion(accounts: readonly AccountRow[], chosenId: string | null): DebtInQuestion {
  const debts = accounts.filter(({ product }) => product !== 'wealth')
  const owed = debts.filter((account) => totalOwed(account) > 0)
  const chosen = debts.find(({ id }) => id === chosenId)
  if (owed.length > 1) return { account: chosen, choices: owed }
  return { account: chosen ?? owed[0] ?? debts[0], choices: [] }
}
