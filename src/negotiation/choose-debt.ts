import { setCaseDebt } from '../features/cases/case-debts.ts'
import type { Case } from '../features/cases/store.ts'
import { expectLease } from '../features/drafting/edit-lease.ts'
import { findLatestDraft } from '../features/drafting/store.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { post } from '../platform/outbox.ts'
import { analyseProblem } from './analyse-problem.ts'
import { debtOfCase } from './debt-of-case.ts'
import type { Story } from './story.ts'

/**
 * A member of staff says which of several debts a locked case is about: it is analysed anew, and plans and a reply are
 * prepared for that one. Refused once a plan was accepted, and while somebody else edits the open draft. The same again changes nothing.
 */
export async function chooseDebt(
  story: Story,
  tx: Tx,
  of: Case,
  accountId: string,
  staffId: string,
): Promise<void> {
  if (of.status === 'closed') throw new AppError('conflict', 'the case is closed', { reason: 'closed' })
  const { choices, settled } = await debtOfCase(tx, of)
  if (settled) {
    throw new AppError('conflict', 'a plan for this debt was accepted already', { reason: 'debt_settled' })
  }
  if (!choices.some(({ id }) => id === accountId)) {
    throw new AppError('invalid', 'this customer has no such debt to choose', { field: '/accountId' })
  }
  const open = await findLatestDraft(tx, of.conversation_id)
  if (open?.state === 'ready') await expectLease(tx, open.id)
  if (!(await setCaseDebt(tx, of, accountId, { staffId }))) return
  await analyseProblem(story, tx, of)
  await post(tx, 'prepare-proposal', { case: of.id })
}

/** An offer for another debt than the case is now about does not go out on an approval given out of habit. */
export async function expectDebtInQuestion(tx: Tx, of: Case, offer: { account_id: string }): Promise<void> {
  const { account } = await debtOfCase(tx, of)
  if (!account || account.id === offer.account_id) return
  throw new AppError('conflict', 'the case is now about another debt than this offer', {
    reason: 'other_debt',
  })
}
