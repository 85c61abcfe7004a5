import { missingFacts } from '../features/analysis/known-figures.ts'
import { type Case, readCase, readFacts } from '../features/cases/store.ts'
import { isVerified } from '../features/conversations/model.ts'
import { readConversation } from '../features/conversations/store.ts'
import { readCustomer } from '../features/customers/store.ts'
import { findLatestDraft } from '../features/drafting/store.ts'
import { findLatestSet, readOffers } from '../features/offers/store.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { analyseProblem, findAnalysis } from './analyse-problem.ts'
import { prepareDraft } from './prepare-draft.ts'
import { proposeOffers } from './propose-offers.ts'
import type { Story } from './story.ts'

/**
 * Gets a case ready for an agent: the analysis of any kind of case, and for hardship, once the facts are in, admissible
 * offers and a first draft; what else is to be written, an agent asks for. Does nothing while something is missing, the person is unverified, or work on this head exists already.
 */
export async function prepareProposal(story: Story, caseId: string): Promise<void> {
  await story.db.withActor(system('proposal'), async (tx) => {
    const of = await readCase(tx, caseId, true)
    const conversation = await readConversation(tx, of.conversation_id, true)
    if (!['first_contact', 'analysis', 'proposal'].includes(of.stage)) return
    const known = await findAnalysis(story, tx, caseId)
    if (of.kind !== 'credit_hardship') {
      if (known?.headSeq !== conversation.head_seq) await analyseProblem(story, tx, of)
      return
    }
    const draft = await findLatestDraft(tx, conversation.id)
    const worked = known?.headSeq === conversation.head_seq && draft?.head_seq === conversation.head_seq
    if (worked) return
    const { profile } = await readCustomer(story, tx, of.customer_id)
    const missing = missingFacts(profile, await readFacts(story, tx, of))
    const analysed = await analyseProblem(story, tx, of)
    if (missing.length > 0 || !isVerified(conversation, tx.now)) return
    if (await isAnsweredAlready(story, tx, of)) return
    const proposed = await proposeOffers(story, tx, analysed.of)
    if (proposed.found === 0) return
    await prepareDraft(story, tx, proposed.of).catch((error) => {
      if (!(error instanceof AppError)) throw error
      story.log.info({ case: caseId, reason: error.details.reason }, 'no draft was prepared')
    })
  })
}

/** The customer has an open offer in hand and has said nothing since that could change it: the same again helps nobody. */
async function isAnsweredAlready(story: Story, tx: Tx, of: Case): Promise<boolean> {
  const set = await findLatestSet(tx, of.id)
  if (!set) return false
  const inHand = (await readOffers(tx, { setId: set.id })).some(
    ({ state, valid_until }) =>
      (state === 'sent' || state === 'countered') && valid_until !== null && valid_until > tx.now,
  )
  if (!inHand) return false
  return (await readFacts(story, tx, of)).every((fact) => fact.id < set.id)
}
