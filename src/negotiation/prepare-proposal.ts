import { type Case, readCase } from '../features/cases/store.ts'
import { readConversation } from '../features/conversations/store.ts'
import { dueSuggestion } from '../features/drafting/due-suggestion.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import { findLatestSet } from '../features/offers/store.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { post } from '../platform/outbox.ts'
import { analyseProblem, findAnalysis } from './analyse-problem.ts'
import { gatherSuggestion, type SuggestionKnown } from './gather-suggestion.ts'
import { prepareDraft } from './prepare-draft.ts'
import { proposeOffers } from './propose-offers.ts'
import type { Story } from './story.ts'

const machine = system('proposal')

/**
 * Gets a case ready for an agent: the analysis of what the customer wrote last, admissible plans for a hardship whose
 * figures are in, and a suggested reply of the kind the case calls for whenever it waits for a person
 * (`dueSuggestion`). Run again, it finds its work done.
 */
export async function prepareProposal(story: Story, caseId: string): Promise<void> {
  await story.db.withActor(machine, async (tx) => {
    const found = await readCase(tx, caseId, true)
    const conversation = await readConversation(tx, found.conversation_id, true)
    const known = await gatherSuggestion(story, tx, found, conversation)
    const suggestion = dueSuggestion(known)
    if (suggestion === 'stage') return
    const analysis = await findAnalysis(story, tx, caseId)
    const analysed = analysis?.headSeq === conversation.head_seq
    const of = analysed ? found : (await analyseProblem(story, tx, found)).of
    const since = analysed ? analysis.createdAt : tx.now
    const due = suggestion === 'due'
    const wanted = due || suggestion === 'in_hand'
    const plans = wanted && (await isForPlans(tx, of, known, { since, due }))
    const planned = plans ? await planFor(story, tx, of) : of
    if (due) await suggest(story, tx, planned)
  })
}

/**
 * Plans are worked out once for what the customer wrote last (`since` its analysis), also when a person's draft stays;
 * and again for a suggestion that is due because they have verified or a hold was cleared.
 */
async function isForPlans(
  tx: Tx,
  of: Case,
  { kind, stage, missing, verified, offerInHand, declined, changedAt }: SuggestionKnown,
  { since, due }: { since: Date; due: boolean },
): Promise<boolean> {
  if (kind !== 'credit_hardship' || stage === 'follow_up') return false
  if (missing > 0 || !verified || offerInHand || declined) return false
  const set = await findLatestSet(tx, of.id)
  if (!set || set.created_at < since) return true
  return due && changedAt !== null && set.created_at < changedAt
}

/** The case with what the engine found; as it was where nothing can be worked out yet. */
async function planFor(story: Story, tx: Tx, of: Case): Promise<Case> {
  try {
    return (await proposeOffers(story, tx, of)).of
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error
    story.log.info({ case: of.id, reason: error.details.reason }, 'no plans were worked out')
    return of
  }
}

/** The reply the case calls for; where that one cannot be written, what may always be said: that it was received. */
async function suggest(story: Story, tx: Tx, of: Case): Promise<void> {
  if ((await readStopSwitch(tx)).stopped) return
  try {
    await prepareDraft(story, tx, of)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    story.log.info({ case: of.id, reason: error.details.reason }, 'the reply called for cannot be written')
    await prepareDraft(story, tx, of, { scenario: 'acknowledge' }).catch((other) => {
      if (!(other instanceof AppError)) throw other
      story.log.warn({ case: of.id, reason: other.details.reason }, 'no reply was prepared')
    })
  }
}

/** Has every open case looked at again: after a stop, those that wait for a person get what was not prepared. */
export async function prepareWaiting(story: Story): Promise<number> {
  return story.db.withActor(machine, async (tx) => {
    const open = await tx.query<{ id: string }>(
      `select id from app.cases where status <> 'closed' order by due_at nulls last, id`,
    )
    for (const { id } of open) await post(tx, 'prepare-proposal', { case: id })
    return open.length
  })
}
