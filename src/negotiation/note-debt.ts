import { debtNamed } from '../features/analysis/read-debt.ts'
import { setCaseDebt } from '../features/cases/case-debts.ts'
import type { Case } from '../features/cases/store.ts'
import type { Message } from '../features/conversations/model.ts'
import { readOffers } from '../features/offers/store.ts'
import type { Tx } from '../platform/db.ts'
import { debtOfCase } from './debt-of-case.ts'

/**
 * Notes which of several debts a message is about. A later message changes it only when it asks about another, and never
 * what a person chose or what an offer in the customer's hands stands on.
 */
export async function noteDebt(tx: Tx, of: Case, message: Pick<Message, 'id' | 'text'>): Promise<void> {
  const { choices, chosen, settled } = await debtOfCase(tx, of)
  if (choices.length === 0 || settled || chosen?.chosen_by) return
  const named = debtNamed(message.text, choices)
  if (!named || (chosen && (!named.meant || (await isInHand(tx, of))))) return
  await setCaseDebt(tx, of, named.id, { messageId: message.id })
}

async function isInHand(tx: Tx, of: Case): Promise<boolean> {
  return (await readOffers(tx, { caseId: of.id })).some(
    ({ state, valid_until }) =>
      (state === 'sent' || state === 'countered') && valid_until !== null && valid_until > tx.now,
  )
}
