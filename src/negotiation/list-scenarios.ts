import { findAgreement } from '../features/agreements/store.ts'
import { openQuestions } from '../features/analysis/open-questions.ts'
import type { Case } from '../features/cases/store.ts'
import { isVerified } from '../features/conversations/model.ts'
import { readConversation } from '../features/conversations/store.ts'
import { askableQuestions } from '../features/drafting/askable-questions.ts'
import type { AskableScenario } from '../features/drafting/brief.ts'
import { chooseScenario } from '../features/drafting/choose-scenario.ts'
import { fittingScenarios } from '../features/drafting/fitting-scenarios.ts'
import { readOffer } from '../features/offers/store.ts'
import type { Tx } from '../platform/db.ts'
import { analysed, chargeOn } from './brief-matters.ts'
import { standingOf } from './brief-reply.ts'
import { type CaseKnown, gatherCase } from './gather-case.ts'
import type { Story } from './story.ts'

/** What a draft may be asked to be as the case stands, and what there is to choose from for each purpose. */
export type Scenarios = {
  /** What a reply would be for when nobody says. */
  next: AskableScenario
  fitting: AskableScenario[]
  /** Fields of `questions`: those still open, and the others that belong to a case of this kind. */
  questions: { field: string; open: boolean }[]
  /** The charge a waiver would be of, minor units; null while it may not be named. */
  charge: { kind: 'default_charge' | 'fee'; amount: number } | null
  /** Products an answer may be about, those held first; empty for other kinds of case. */
  products: { id: string; name: Record<'zh-Hans' | 'en', string>; held: boolean; locked: boolean }[]
  /** What the messages say of a product already, in the fields of a request. */
  said: { id?: string; amount?: number; horizonMonths?: number; liquidity?: 'low' | 'medium' | 'high' }
  /** Instalments of the agreement that were due before today, the newest first. */
  due: { date: string; amount: number }[]
}

export async function listScenarios(story: Story, tx: Tx, of: Case): Promise<Scenarios> {
  const conversation = await readConversation(tx, of.conversation_id)
  const known = await gatherCase(story, tx, of, conversation)
  const standing = await standingOf(tx, of, conversation, async () => known, true)
  const verified = isVerified(conversation, tx.now)
  return {
    next: chooseScenario(standing),
    fitting: fittingScenarios(standing),
    questions: askableQuestions(of.kind, openQuestions(analysed(known))),
    charge: of.kind === 'fee_waiver' && known.account && verified ? chargeOn(known.account) : null,
    products: of.kind === 'investment_consultation' ? productsFor(known) : [],
    said: saidOf(known),
    due: standing.agreed && verified ? await pastInstalments(tx, of, known.asOf) : [],
  }
}

function productsFor({ products, profile }: CaseKnown): Scenarios['products'] {
  const held = new Set(profile.wealth?.holdings.map(({ productId }) => productId))
  return products
    .map(({ id, name, lock_in }) => ({ id, name, held: held.has(id), locked: lock_in }))
    .sort((a, b) => Number(b.held) - Number(a.held))
}

function saidOf({ matter }: CaseKnown): Scenarios['said'] {
  return {
    ...(matter.product ? { id: matter.product.value } : {}),
    ...(matter.amount ? { amount: matter.amount.value } : {}),
    ...(matter.horizonMonths ? { horizonMonths: matter.horizonMonths.value } : {}),
    ...(matter.liquidity ? { liquidity: matter.liquidity.value } : {}),
  }
}

async function pastInstalments(tx: Tx, of: Case, today: string): Promise<Scenarios['due']> {
  const agreement = await findAgreement(tx, { caseId: of.id })
  if (!agreement) return []
  const { terms } = await readOffer(tx, agreement.offer_id)
  return terms.schedule
    .filter(({ date }) => date < today)
    .map(({ date, amount }) => ({ date, amount }))
    .reverse()
}
