import { recordAudit } from '../features/audit/record.ts'
import { announceCase, moveCase } from '../features/cases/open-case.ts'
import type { Case } from '../features/cases/store.ts'
import type { Conversation } from '../features/conversations/model.ts'
import { readConversation } from '../features/conversations/store.ts'
import { storeContent } from '../features/customers/contents.ts'
import type { ReplyBrief } from '../features/drafting/brief.ts'
import { composeReply, wordingOf } from '../features/drafting/compose-reply.ts'
import type { DraftRequest } from '../features/drafting/draft-request.ts'
import { type Basis, type Draft, insertDraft, readDraft, type Written } from '../features/drafting/store.ts'
import { moveOffer, readOffer } from '../features/offers/store.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/outbox.ts'
import { briefReply, validity } from './brief-reply.ts'
import { basisOf, checkContent } from './check-content.ts'
import { type Attempt, leaseMs, openAttempt } from './open-attempt.ts'
import type { Story } from './story.ts'

/** A draft just begun, and what its writer works from when whoever asked for it is to write it now. */
export type Begun = { draft: Draft; attempt?: Attempt }

/**
 * Begins a draft for a case; `briefReply` says what it may be and when there can be none. Without a model the
 * composer writes it here and now. With one, a person who asks has taken it and passes the attempt to `writeDraft`
 * outside; asked for by a job, it is `requested` and another job writes it.
 */
export async function prepareDraft(
  story: Story,
  tx: Tx,
  of: Case,
  request: DraftRequest = {},
): Promise<Begun> {
  const conversation = await readConversation(tx, of.conversation_id, true)
  const briefed = await briefReply(story, tx, of, conversation, request)
  if (briefed.kind === 'offer' && of.stage === 'analysis') await moveCase(tx, of, 'proposal')
  const toWrite = { of, conversation, ...briefed, ...(request.reason ? { reason: request.reason } : {}) }
  return story.model ? requestDraft(story, tx, toWrite) : { draft: await keepComposed(story, tx, toWrite) }
}

export type ToWrite = {
  of: Case
  conversation: Conversation
  kind: Draft['kind']
  brief: ReplyBrief
  offerId?: string
  agreementId?: string
  attachments?: string[]
  reason?: string
}

/** Keeps what a writer is to be given. */
async function requestDraft(story: Story, tx: Tx, asked: ToWrite): Promise<Begun> {
  const id = newId()
  const { of, conversation, brief } = asked
  const byJob = tx.actor.kind === 'system'
  const sealed = JSON.stringify(brief)
  await insertDraft(tx, {
    ...(await rowOf(story, tx, id, asked)),
    writer: 'model',
    briefId: await storeContent(story, tx, of.customer_id, sealed, 'application/json'),
    attemptUntil: new Date(tx.now.getTime() + leaseMs),
    taken: !byJob,
  })
  await recordAudit(tx, {
    action: 'draft.requested',
    subject: ['draft', id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { kind: asked.kind, scenario: brief.scenario, head: conversation.head_seq },
  })
  if (byJob) await post(tx, 'write-draft', { draft: id })
  await announceCase(tx, of)
  const draft = await readDraft(tx, id)
  return byJob ? { draft } : { draft, attempt: await openAttempt(story, tx, { draft, conversation, brief }) }
}

/** Composes, checks and keeps a text as the conversation's one open draft, made by whoever asked for it. */
export async function keepComposed(story: Story, tx: Tx, asked: ToWrite): Promise<Draft> {
  const { of, conversation, brief } = asked
  const id = newId()
  const written = await composeDraft(story, tx, conversation, brief)
  await insertDraft(tx, {
    ...(await rowOf(story, tx, id, asked)),
    ...written,
    writer: 'composer',
    attachments: asked.attachments ?? [],
  })
  const draft = await readDraft(tx, id)
  await recordReady(tx, draft, written.basis)
  await announceCase(tx, of)
  return draft
}

async function rowOf(story: Story, tx: Tx, id: string, { of, conversation, ...asked }: ToWrite) {
  return {
    id,
    conversationId: conversation.id,
    caseId: of.id,
    customerId: of.customer_id,
    kind: asked.kind,
    language: conversation.language,
    offerId: asked.offerId ?? null,
    agreementId: asked.agreementId ?? null,
    headSeq: conversation.head_seq,
    requestedBy: tx.actor.kind === 'system' ? tx.actor.job : tx.actor.id,
    makerId: tx.actor.kind === 'staff' ? tx.actor.id : null,
    wishId: asked.reason ? await storeContent(story, tx, of.customer_id, asked.reason) : null,
  }
}

/** The composer's words for a brief, checked and kept. */
export async function composeDraft(
  story: Story,
  tx: Tx,
  conversation: Conversation,
  brief: ReplyBrief,
): Promise<Written> {
  const prompt = wordingOf(story.prompts, brief.scenario)
  const composed = composeReply(prompt, brief)
  const basis = await basisOf(story, tx, conversation, composed, prompt)
  const { contentId, reportId, report } = await checkContent(story, tx, conversation, composed.text, basis)
  return { contentId, attachments: [], basis, guardReportId: reportId, sendable: report.sendable }
}

export async function recordReady(tx: Tx, draft: Draft, basis: Basis): Promise<void> {
  await recordAudit(tx, {
    action: 'draft.ready',
    subject: ['draft', draft.id],
    ...(draft.case_id ? { caseId: draft.case_id } : {}),
    customerId: draft.customer_id,
    details: {
      kind: draft.kind,
      writer: draft.writer,
      prompt: basis.prompt,
      guards: basis.guardVersion,
      sendable: draft.sendable,
      head: draft.head_seq,
      ...(basis.model ? { model: basis.model } : {}),
      ...(draft.fault ? { fault: draft.fault } : {}),
      ...(draft.offer_id ? { offer: draft.offer_id } : {}),
    },
  })
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
