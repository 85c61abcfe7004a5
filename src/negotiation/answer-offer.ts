import { recordAudit } from '../features/audit/record.ts'
import { announceCase, moveCase } from '../features/cases/open-case.ts'
import { readCase } from '../features/cases/store.ts'
import { isVerified } from '../features/conversations/model.ts'
import { announceConversation, type PostedMessage } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { storeContent } from '../features/customers/contents.ts'
import { moveOffer, type OfferRow, readOffer } from '../features/offers/store.ts'
import type { Tx } from '../platform/db.ts'
import { clash, codeOf } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/outbox.ts'
import { sha256 } from '../platform/vault.ts'
import { costStatementFor } from './cost-statement.ts'
import { receiveMessage } from './receive-message.ts'
import type { Story } from './story.ts'

/**
 * The customer accepts an offer they were sent, once their identity is verified. It makes the cost statement
 * they must read before any agreement is written. Accepting again changes nothing.
 */
export async function acceptOffer(story: Story, tx: Tx, offerId: string): Promise<OfferRow> {
  const offer = await readOffer(tx, offerId, true)
  if (offer.state === 'accepted') return offer
  const of = await readCase(tx, offer.case_id)
  const conversation = await readConversation(tx, of.conversation_id, true)
  if (!isVerified(conversation, tx.now)) {
    throw new AppError('forbidden', 'verify your identity before accepting', {
      reason: 'verification_required',
    })
  }
  if (offer.valid_until && offer.valid_until <= tx.now) {
    throw new AppError('conflict', 'this offer is no longer open', { reason: 'expired' })
  }
  const accepted = await moveOffer(tx, offer, 'accepted').catch((error) => {
    if (codeOf(error) === clash.unique) {
      throw new AppError('conflict', 'another offer was accepted already', { reason: 'accepted_another' })
    }
    if (codeOf(error) === clash.check)
      throw new AppError('conflict', (error as Error).message, { reason: 'state' })
    throw error
  })
  await makeCostStatement(story, tx, accepted)
  await moveCase(tx, of, 'agreement')
  await recordAudit(tx, {
    action: 'offer.accepted',
    subject: ['offer', offer.id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { version: accepted.version },
  })
  await announceConversation(tx, conversation)
  return accepted
}

async function makeCostStatement(story: Story, tx: Tx, offer: OfferRow): Promise<void> {
  const statement = await costStatementFor(story, tx, offer)
  const json = JSON.stringify(statement.texts)
  const id = newId()
  const contentId = await storeContent(story, tx, offer.customer_id, json, 'application/json')
  await tx.query(
    `insert into app.cost_statements (id, offer_id, customer_id, content_id, sha256, minimum_reading_seconds)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, offer.id, offer.customer_id, contentId, sha256(json), statement.readingSeconds],
  )
}

export async function declineOffer(
  story: Story,
  tx: Tx,
  offerId: string,
  reason?: string,
): Promise<OfferRow> {
  const offer = await readOffer(tx, offerId, true)
  if (offer.state === 'declined') return offer
  const of = await readCase(tx, offer.case_id)
  const declined = await moveOffer(tx, offer, 'declined').catch(refuseState)
  const reasonId = reason ? await storeContent(story, tx, offer.customer_id, reason) : null
  await recordAudit(tx, {
    action: 'offer.declined',
    subject: ['offer', offer.id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { reason: reasonId },
  })
  await post(tx, 'prepare-proposal', { case: of.id })
  await announceCase(tx, of)
  await announceConversation(tx, await readConversation(tx, of.conversation_id))
  return declined
}

/** The customer proposes something else: the offer stays open while the words go the way of any message. */
export async function counterOffer(
  story: Story,
  tx: Tx,
  offerId: string,
  text: string,
): Promise<PostedMessage> {
  const offer = await readOffer(tx, offerId, true)
  const of = await readCase(tx, offer.case_id)
  if (offer.state === 'sent') await moveOffer(tx, offer, 'countered').catch(refuseState)
  else if (offer.state !== 'countered')
    throw new AppError('conflict', `the offer is ${offer.state}`, { reason: 'state' })
  const posted = await receiveMessage(story, tx, { conversationId: of.conversation_id, text })
  await recordAudit(tx, {
    action: 'offer.countered',
    subject: ['offer', offer.id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { message: posted.id },
  })
  await announceCase(tx, of)
  return posted
}

function refuseState(error: unknown): never {
  if (codeOf(error) === clash.check)
    throw new AppError('conflict', (error as Error).message, { reason: 'state' })
  throw error
}
