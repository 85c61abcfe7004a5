import { type AgreementRow, readAgreement } from '../features/agreements/store.ts'
import { recordAudit } from '../features/audit/record.ts'
import { moveCase } from '../features/cases/open-case.ts'
import { readCase } from '../features/cases/store.ts'
import { isVerified } from '../features/conversations/model.ts'
import { announceConversation, postMessage } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { storeContent } from '../features/customers/contents.ts'
import { bookFollowUps } from '../features/follow-ups/store.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { post } from '../platform/outbox.ts'
import { sha256 } from '../platform/vault.ts'
import { readForms } from './cost-statement.ts'
import type { Story } from './story.ts'

/**
 * The customer confirms the agreement they were sent. What they saw and under which identity is kept
 * together as evidence, and the follow-ups are booked. Confirming again changes nothing.
 */
export async function confirmAgreement(
  story: Story,
  tx: Tx,
  input: { agreementId: string; language: 'zh-Hans' | 'en'; device: string },
): Promise<AgreementRow> {
  const agreement = await readAgreement(tx, input.agreementId, true)
  if (agreement.state === 'confirmed') return agreement
  if (agreement.state !== 'delivered') {
    throw new AppError('conflict', `the agreement is ${agreement.state}`, { reason: 'state' })
  }
  const of = await readCase(tx, agreement.case_id)
  const conversation = await readConversation(tx, of.conversation_id, true)
  if (!isVerified(conversation, tx.now)) {
    throw new AppError('forbidden', 'verify your identity before confirming', {
      reason: 'verification_required',
    })
  }
  const forms = await readForms(story, tx)
  const evidence = {
    agreement: agreement.number,
    consent: forms.consent[input.language],
    language: input.language,
    identity: 'one-time code',
    verified_until: conversation.verified_until?.toISOString(),
    at: tx.now.toISOString(),
    device: sha256(input.device),
    zh: agreement.pdf_zh_sha256,
    en: agreement.pdf_en_sha256,
  }
  const evidenceId = await storeContent(
    story,
    tx,
    of.customer_id,
    JSON.stringify(evidence),
    'application/json',
  )
  await tx.query(
    `update app.agreements set state = 'confirmed', confirmation_id = $2, confirmed_at = $3 where id = $1`,
    [agreement.id, evidenceId, tx.now.toISOString()],
  )
  await recordAudit(tx, {
    action: 'agreement.confirmed',
    subject: ['agreement', agreement.id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { zh: agreement.pdf_zh_sha256, en: agreement.pdf_en_sha256, evidence: evidenceId },
  })
  await bookFollowUps(tx, agreement.id)
  await moveCase(tx, of, 'follow_up', null)
  await post(tx, 'thank-for-agreement', { agreement: agreement.id })
  await announceConversation(tx, conversation)
  return { ...agreement, state: 'confirmed', confirmed_at: tx.now }
}

/** Says thank you once, after the confirmation has committed. */
export async function thankForAgreement(story: Story, agreementId: string): Promise<void> {
  await story.db.withActor(system('agreement'), async (tx) => {
    const agreement = await readAgreement(tx, agreementId)
    const of = await readCase(tx, agreement.case_id)
    const conversation = await readConversation(tx, of.conversation_id, true)
    const said = await tx.query(
      `select id from app.messages where conversation_id = $1 and notice = 'agreement_confirmed' and agreement_id = $2`,
      [conversation.id, agreementId],
    )
    if (said.length > 0) return
    await postMessage(tx, conversation, {
      direction: 'out',
      kind: 'notice',
      notice: 'agreement_confirmed',
      agreementId,
      caseId: of.id,
    })
  })
}
