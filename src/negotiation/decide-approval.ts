import { type Approval, insertApproval, readApprovals } from '../features/approvals/store.ts'
import { type ApprovalSubject, subjectBytes, subjectHash } from '../features/approvals/subject.ts'
import { recordAudit } from '../features/audit/record.ts'
import { announceCase } from '../features/cases/open-case.ts'
import { findHold, findLatestCase, readCase } from '../features/cases/store.ts'
import type { Conversation } from '../features/conversations/model.ts'
import { type PostedMessage, postMessage } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { announceFor } from '../features/customers/announce.ts'
import { readContent, readContents, storeContent } from '../features/customers/contents.ts'
import { expectLease } from '../features/drafting/edit-lease.ts'
import { type Draft, expectVersion, moveDraft, readDraft } from '../features/drafting/store.ts'
import type { Finding } from '../features/guards/model.ts'
import { readOffer } from '../features/offers/store.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { sha256 } from '../platform/vault.ts'
import { checkContent } from './check-content.ts'
import { expectDebtInQuestion } from './choose-debt.ts'
import { deliverAgreement } from './draft-agreement.ts'
import { markSent } from './prepare-draft.ts'
import type { Story } from './story.ts'

const approvalHours = 8

export type Decided = { state: Draft['state']; message: PostedMessage | null }

/**
 * A person approves exactly the words, figures and attachments of a draft for one recipient. The approval
 * that completes what the offer's authority asks for also sends it, in the same transaction; one that does
 * not leaves the draft waiting for a second person, who must have opened the figures. After a newer message
 * the same bytes can be confirmed against it (`confirmHead`), which is another approval.
 */
export async function approveDraft(
  story: Story,
  tx: Tx,
  input: {
    draftId: string
    version: number
    figuresOpened: boolean
    confirmHead?: number
    /** Why the words go out although a soft finding stands. */
    reason?: string
  },
): Promise<Decided> {
  const conversation = await readConversation(tx, (await readDraft(tx, input.draftId)).conversation_id, true)
  const draft = await readDraft(tx, input.draftId, true)
  expectVersion(draft, input.version)
  if (draft.state !== 'ready' || !draft.basis || !draft.content_id) {
    throw new AppError('conflict', `a draft that is ${draft.state} cannot be approved`, { reason: 'state' })
  }
  if (conversation.head_seq !== draft.head_seq && conversation.head_seq !== input.confirmHead) {
    throw new AppError('conflict', 'the customer has written since this was drafted', {
      reason: 'newer_message',
      extra: { head: conversation.head_seq },
    })
  }
  const held = draft.offer_id && draft.case_id ? await findHold(tx, draft.case_id) : undefined
  if (held) throw new AppError('conflict', `offers are held by ${held}`, { reason: 'signal_hold' })
  if (draft.kind === 'offer' && draft.offer_id && draft.case_id) {
    const of = await readCase(tx, draft.case_id)
    await expectDebtInQuestion(tx, of, await readOffer(tx, draft.offer_id))
  }
  const earlier = await readApprovals(tx, draft.id)
  if (earlier.length > 0 && draft.offer_id && !input.figuresOpened) {
    throw new AppError('conflict', 'open the figures before the second approval', {
      reason: 'figures_not_opened',
    })
  }
  await expectLease(tx, draft.id)
  const soft = await recheck(story, tx, conversation, draft)
  if (soft.length > 0 && !input.reason) {
    throw new AppError('conflict', 'say why this goes out although a check advises against it', {
      reason: 'soft_findings',
      field: '/reason',
      extra: { findings: soft },
    })
  }
  const approval = await bindApproval(story, tx, conversation, draft, earlier, input.reason)
  await recordAudit(tx, {
    action: 'draft.approved',
    subject: ['draft', draft.id],
    ...(draft.case_id ? { caseId: draft.case_id } : {}),
    customerId: draft.customer_id,
    details: {
      approval: approval.id,
      subject: approval.subject_hash,
      step: approval.step,
      final: approval.final,
    },
  })
  if (!approval.final) {
    await announceFor(tx, draft.customer_id, 'draft', draft.id)
    const of = await findLatestCase(tx, conversation.id)
    if (of) await announceCase(tx, of)
    return { state: 'ready', message: null }
  }
  const message = await deliver(story, tx, conversation, draft, approval)
  return { state: 'sent', message }
}

/**
 * What was sendable when it was written must still be: a clause may have lapsed, a verification run out. What is
 * returned are the soft findings that stand.
 */
async function recheck(story: Story, tx: Tx, conversation: Conversation, draft: Draft): Promise<Finding[]> {
  const text = (await readContent(story, tx, draft.content_id!)).toString('utf8')
  const { report } = await checkContent(story, tx, conversation, text, draft.basis!)
  if (report.sendable) return report.findings
  throw new AppError('invalid', 'the guards hold this text back', {
    reason: 'guard_findings',
    extra: { findings: report.findings },
  })
}

async function bindApproval(
  story: Story,
  tx: Tx,
  conversation: Conversation,
  draft: Draft,
  earlier: Approval[],
  reason?: string,
): Promise<Approval> {
  const open = earlier.find((approval) => approval.expires_at > tx.now)
  const expiresAt = open?.expires_at ?? new Date(tx.now.getTime() + approvalHours * 3_600_000)
  const bytes = subjectBytes(await subjectOf(story, tx, conversation, draft, expiresAt))
  return insertApproval(tx, {
    id: newId(),
    draftId: draft.id,
    draftVersion: draft.version,
    caseId: draft.case_id,
    conversationId: conversation.id,
    recipientId: conversation.customer_id,
    channel: conversation.channel,
    contentId: draft.content_id!,
    attachments: draft.attachments,
    offerId: draft.offer_id,
    subjectId: await storeContent(story, tx, conversation.customer_id, bytes, 'application/json'),
    subjectHash: subjectHash(bytes),
    headSeq: conversation.head_seq,
    makerId: draft.maker_id,
    expiresAt,
    reasonId: reason ? await storeContent(story, tx, conversation.customer_id, reason) : null,
  })
}

async function subjectOf(
  story: Story,
  tx: Tx,
  conversation: Conversation,
  draft: Draft,
  expiresAt: Date,
): Promise<ApprovalSubject> {
  const contents = await readContents(story, tx, [draft.content_id, ...draft.attachments])
  return {
    type: 'ApprovalSubject/1',
    case: draft.case_id,
    conversation: conversation.id,
    recipient: conversation.customer_id,
    channel: conversation.channel,
    language: draft.language,
    text: contents.get(draft.content_id!)!.toString('utf8'),
    attachments: draft.attachments.map((id) => ({ id, sha256: sha256(contents.get(id)!) })),
    offer: draft.offer_id,
    clauses: draft.basis!.citations.map((citation) => citation.ref),
    prompt: `${draft.basis!.prompt} ${draft.basis!.promptHash}`,
    model: draft.basis!.model,
    guards: draft.basis!.guardVersion,
    head: conversation.head_seq,
    expires: expiresAt.toISOString(),
  }
}

/** Sends what was approved, after holding the bytes about to go out against the approval once more. */
async function deliver(
  story: Story,
  tx: Tx,
  conversation: Conversation,
  draft: Draft,
  approval: Approval,
): Promise<PostedMessage> {
  const bytes = subjectBytes(await subjectOf(story, tx, conversation, draft, approval.expires_at))
  if (subjectHash(bytes) !== approval.subject_hash) {
    throw new AppError('conflict', 'the bytes differ from those approved', { reason: 'bytes_changed' })
  }
  const message = await postMessage(tx, conversation, {
    direction: 'out',
    kind: draft.kind,
    contentId: draft.content_id!,
    approvalId: approval.id,
    subjectHash: approval.subject_hash,
    attachments: draft.attachments,
    citations: draft.basis!.citations,
    aiWritten: draft.writer !== 'person',
    ...(draft.guard_report_id ? { guardReportId: draft.guard_report_id } : {}),
    ...(draft.offer_id ? { offerId: draft.offer_id } : {}),
    ...(draft.agreement_id ? { agreementId: draft.agreement_id } : {}),
    ...(draft.case_id ? { caseId: draft.case_id } : {}),
  })
  await moveDraft(tx, draft, 'sent')
  if (draft.kind === 'offer' && draft.offer_id) await markSent(story, tx, draft.offer_id)
  if (draft.kind === 'agreement' && draft.agreement_id) await deliverAgreement(tx, draft.agreement_id)
  const of = await findLatestCase(tx, conversation.id)
  if (of) await announceCase(tx, of)
  return message
}
