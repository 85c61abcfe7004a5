import { recordAudit } from '../features/audit/record.ts'
import { announceCase, moveCase } from '../features/cases/open-case.ts'
import type { Case } from '../features/cases/store.ts'
import type { Conversation } from '../features/conversations/model.ts'
import { readConversation } from '../features/conversations/store.ts'
import type { ReplyBrief } from '../features/drafting/brief.ts'
import { composeReply, wordingOf } from '../features/drafting/compose-reply.ts'
import { type Draft, insertDraft, readDraft } from '../features/drafting/store.ts'
import { moveOffer, readOffer } from '../features/offers/store.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { briefReply, type DraftRequest, validity } from './brief-reply.ts'
import { basisOf, checkContent } from './check-content.ts'
import type { Story } from './story.ts'

/** Writes a draft for a case; `briefReply` says what it may be and when there can be none. */
export async function prepareDraft(
  story: Story,
  tx: Tx,
  of: Case,
  request: DraftRequest = {},
): Promise<Draft> {
  const conversation = await readConversation(tx, of.conversation_id, true)
  const briefed = await briefReply(story, tx, of, conversation, request)
  if (briefed.kind === 'offer' && of.stage === 'analysis') await moveCase(tx, of, 'proposal')
  return keepComposed(story, tx, {
    of,
    conversation,
    ...briefed,
    ...(request.reason ? { reason: request.reason } : {}),
  })
}

type ToCompose = {
  of: Case
  conversation: Conversation
  kind: Draft['kind']
  brief: ReplyBrief
  offerId?: string
  agreementId?: string
  attachments?: string[]
  reason?: string
}

/** Composes, checks and keeps a text as the conversation's one open draft, made by whoever asked for it. */
export async function keepComposed(story: Story, tx: Tx, kept: ToCompose): Promise<Draft> {
  const { of, conversation, brief } = kept
  const prompt = wordingOf(story.prompts, brief.scenario)
  const composed = composeReply(prompt, brief)
  const basis = await basisOf(story, tx, conversation, composed, prompt)
  const checked = await checkContent(story, tx, conversation, composed.text, basis)
  const id = newId()
  await insertDraft(tx, {
    id,
    conversationId: conversation.id,
    caseId: of.id,
    customerId: of.customer_id,
    kind: kept.kind,
    language: conversation.language,
    writer: 'composer',
    offerId: kept.offerId ?? null,
    agreementId: kept.agreementId ?? null,
    contentId: checked.contentId,
    attachments: kept.attachments ?? [],
    basis,
    guardReportId: checked.reportId,
    sendable: checked.report.sendable,
    headSeq: conversation.head_seq,
    requestedBy: tx.actor.kind === 'system' ? tx.actor.job : tx.actor.id,
    makerId: tx.actor.kind === 'staff' ? tx.actor.id : null,
    reason: kept.reason ?? null,
  })
  await recordAudit(tx, {
    action: 'draft.ready',
    subject: ['draft', id],
    caseId: of.id,
    customerId: of.customer_id,
    details: {
      kind: kept.kind,
      writer: 'composer',
      prompt: basis.prompt,
      guards: basis.guardVersion,
      sendable: checked.report.sendable,
      head: conversation.head_seq,
      ...(kept.offerId ? { offer: kept.offerId } : {}),
    },
  })
  await announceCase(tx, of)
  return readDraft(tx, id)
}

/** Marks what the customer now has in hand: the offer is open until its date. */
export async function markSent(story: Story, tx: Tx, offerId: string): Promise<void> {
  const offer = await readOffer(tx, offerId, true)
  if (offer.state !== 'proposed') return
  const { closesAt } = await validity(story, tx)
  await moveOffer(tx, offer, 'sent', closesAt)
  await recordAudit(tx, {
    action: 'offer.sent',
    subject: ['offer', offerId],
    caseId: offer.case_id,
    customerId: offer.customer_id,
    details: { valid_until: closesAt.toISOString() },
  })
}
