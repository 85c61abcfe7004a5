import { readMessage as readWords } from '../features/analysis/read-message.ts'
import { readApprovals } from '../features/approvals/store.ts'
import { findCaseDebt } from '../features/cases/case-debts.ts'
import { holdSignals } from '../features/cases/model.ts'
import { type Case, readFacts, readSignals } from '../features/cases/store.ts'
import { type Conversation, isVerified, type Message } from '../features/conversations/model.ts'
import { readMessages } from '../features/conversations/store.ts'
import { verifiedSince } from '../features/conversations/verify-identity.ts'
import { isOpenDraft, type SuggestionFacts } from '../features/drafting/due-suggestion.ts'
import { findLease } from '../features/drafting/edit-lease.ts'
import { type Draft, findLatestDraft } from '../features/drafting/store.ts'
import { findLatestSet, readOffer, readOffers } from '../features/offers/store.ts'
import { zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { debtOfCase, missingOn } from './debt-of-case.ts'
import type { Story } from './story.ts'

/** What decides whether a suggested reply is due, and since when plans must be worked out to hold what is known. */
export type SuggestionKnown = SuggestionFacts & {
  /** The last change of who may be told, what a hold keeps back or which debt staff chose; null when there was none. */
  changedAt: Date | null
}

/** Reads from records everything `dueSuggestion` asks about. */
export async function gatherSuggestion(
  story: Story,
  tx: Tx,
  of: Case,
  conversation: Conversation,
): Promise<SuggestionKnown> {
  const messages = await readMessages(story, tx, conversation.id)
  const newest = messages.filter(({ direction }) => direction === 'in').at(-1)
  const signals = await readSignals(tx, of.id)
  const verified = isVerified(conversation, tx.now)
  const clearances = signals.flatMap(({ signal, cleared_at }) =>
    cleared_at && holdSignals.includes(signal) ? [cleared_at] : [],
  )
  const debt = await findCaseDebt(tx, of.id)
  const changes = [...clearances, ...(debt?.chosen_by ? [debt.chosen_at] : [])]
  const draft = await findLatestDraft(tx, conversation.id)
  const hardship = of.kind === 'credit_hardship'
  return {
    kind: of.kind,
    stage: of.stage,
    handOff: conversation.hand_off,
    held: signals.some(({ signal, cleared_at }) => !cleared_at && holdSignals.includes(signal)),
    verified,
    missing: hardship ? (await missingOn(story, tx, of)).length : 0,
    greeted: await isGreeted(tx, of),
    draft: draft
      ? {
          state: draft.state,
          atHead: draft.head_seq === conversation.head_seq,
          inHand: await isInHand(tx, draft),
          outdated: isOutdated(draft, { of, conversation, verified, changes }),
        }
      : null,
    answered: answerTo(messages, newest),
    courtesy: newest !== undefined && isCourtesy(newest, story.zone),
    declined: draft ? await isDeclined(tx, draft) : false,
    offerInHand: hardship && (await hasOfferInHand(story, tx, of)),
    changedAt: latestOf([...(verified ? [verifiedSince(conversation)!] : []), ...changes]),
  }
}

/** Whether a person has written to the customer on this case. */
export async function isGreeted(tx: Tx, of: Case): Promise<boolean> {
  const rows = await tx.query(`select from app.drafts where case_id = $1 and state = 'sent' limit 1`, [of.id])
  return rows.length > 0
}

async function isInHand(tx: Tx, draft: Draft): Promise<boolean> {
  if (draft.maker_id !== null || draft.kind === 'agreement') return true
  if (draft.content_id !== draft.original_content_id) return true
  return (await readApprovals(tx, draft.id)).length > 0 || (await findLease(tx, draft.id)) !== undefined
}

const needIdentity: readonly Case['kind'][] = ['credit_hardship', 'fee_waiver', 'investment_consultation']

/** Whether other things are to be said than when it was written: to somebody verified, past a hold, of another debt. */
function isOutdated(
  draft: Draft,
  {
    of,
    conversation,
    verified,
    changes,
  }: { of: Case; conversation: Conversation; verified: boolean; changes: Date[] },
): boolean {
  if (draft.state === 'failed' && draft.reason === 'stopped') return true
  if (changes.some((at) => at > draft.created_at)) return true
  if (!verified || draft.basis?.guard.verified || verifiedSince(conversation)! <= draft.created_at)
    return false
  return isOpenDraft(draft.state) || (of.stage !== 'follow_up' && needIdentity.includes(of.kind))
}

function answerTo(messages: readonly Message[], newest: Message | undefined): SuggestionFacts['answered'] {
  const after = messages.filter(({ seq, direction }) => direction === 'out' && seq > (newest?.seq ?? 0))
  if (after.some(({ kind }) => kind === 'staff_reply' || kind === 'offer' || kind === 'agreement'))
    return 'by_person'
  return after.some(({ action }) => action === 'answer') ? 'from_policy' : 'nothing'
}

function isCourtesy({ text, created_at }: Message, zone: string): boolean {
  const { intents, signals } = readWords({ text, at: zonedInstant(created_at, zone) })
  return signals.length === 0 && intents.length > 0 && intents.every((one) => one === 'thanks_or_smalltalk')
}

async function isDeclined(tx: Tx, draft: Draft): Promise<boolean> {
  if (draft.state !== 'sent' || draft.kind !== 'offer' || !draft.offer_id) return false
  return (await readOffer(tx, draft.offer_id)).state === 'declined'
}

/** The customer has an open offer and has said nothing since that could change it: the same again helps nobody. */
async function hasOfferInHand(story: Story, tx: Tx, of: Case): Promise<boolean> {
  const set = await findLatestSet(tx, of.id)
  const { account } = await debtOfCase(tx, of)
  if (!set || (account && set.account_id !== account.id)) return false
  const inHand = (await readOffers(tx, { setId: set.id })).some(
    ({ state, valid_until }) =>
      (state === 'sent' || state === 'countered') && valid_until !== null && valid_until > tx.now,
  )
  if (!inHand) return false
  return (await readFacts(story, tx, of)).every((fact) => fact.id < set.id)
}

function latestOf(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.max(...dates.map((date) => date.getTime())))
}
