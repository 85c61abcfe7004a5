import { recordAudit } from '../features/audit/record.ts'
import { type Case, findOpenCase } from '../features/cases/store.ts'
import { isVerified } from '../features/conversations/model.ts'
import { readConversation } from '../features/conversations/store.ts'
import { totalOwed } from '../features/customers/model.ts'
import { readAccounts } from '../features/customers/store.ts'
import { offerFacts } from '../features/drafting/brief-plan.ts'
import { insertDraft } from '../features/drafting/store.ts'
import type { Fact } from '../features/guards/model.ts'
import { readOffers } from '../features/offers/store.ts'
import { readBank } from '../features/policies/bank.ts'
import { zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { standingFacts, voiceFor } from './brief-reply.ts'
import { basisOf, checkContent } from './check-content.ts'
import { approveDraft, type Decided } from './decide-approval.ts'
import { type Story, today } from './story.ts'

/**
 * A person's own words take the same path in one transaction: checked, approved by the writer, sent. They
 * carry no offer; figures in them must be ones the bank has on record or has already sent.
 */
export async function sendReply(
  story: Story,
  tx: Tx,
  input: { conversationId: string; text: string; reason?: string },
): Promise<Decided> {
  if (tx.actor.kind !== 'staff') throw new AppError('forbidden', 'only a person writes a reply')
  const conversation = await readConversation(tx, input.conversationId, true)
  const of = await findOpenCase(tx, conversation.id)
  const basis = await basisOf(
    story,
    tx,
    conversation,
    {
      facts: await knownFacts(
        story,
        tx,
        conversation.customer_id,
        of,
        isVerified(conversation, tx.now),
        conversation,
      ),
      promises: [],
      requires: [],
      citations: [],
      figures: [],
    },
    null,
  )
  const checked = await checkContent(story, tx, conversation, input.text, basis)
  if (!checked.report.sendable) {
    throw new AppError('invalid', 'the guards hold this text back', {
      reason: 'guard_findings',
      field: '/text',
      extra: { findings: checked.report.findings },
    })
  }
  const id = newId()
  await insertDraft(tx, {
    id,
    conversationId: conversation.id,
    caseId: of?.id ?? null,
    customerId: conversation.customer_id,
    kind: 'staff_reply',
    language: conversation.language,
    writer: 'person',
    offerId: null,
    agreementId: null,
    contentId: checked.contentId,
    attachments: [],
    basis,
    guardReportId: checked.reportId,
    sendable: true,
    headSeq: conversation.head_seq,
    requestedBy: tx.actor.id,
    makerId: tx.actor.id,
    wishId: null,
  })
  await recordAudit(tx, {
    action: 'draft.ready',
    subject: ['draft', id],
    ...(of ? { caseId: of.id } : {}),
    customerId: conversation.customer_id,
    details: { kind: 'staff_reply', writer: 'person', head: conversation.head_seq },
  })
  return approveDraft(story, tx, {
    draftId: id,
    version: 1,
    figuresOpened: true,
    ...(input.reason ? { reason: input.reason } : {}),
  })
}

/** What a person may state without a draft: the customer's own account figures and offers already sent. */
async function knownFacts(
  story: Story,
  tx: Tx,
  customerId: string,
  of: Case | undefined,
  verified: boolean,
  conversation: Parameters<typeof voiceFor>[2],
): Promise<Fact[]> {
  const bank = await readBank(tx, today(story, tx))
  const facts: Fact[] = [
    ...standingFacts(bank, conversation.language, zonedInstant(tx.now, story.zone)),
    {
      id: 'name',
      kind: 'name',
      value: (await voiceFor(story, tx, conversation)).name,
      source: 'record',
      subject: 'customer',
    },
  ]
  if (!verified) return facts
  for (const account of await readAccounts(tx, customerId)) {
    const amount = (key: string, value: number): Fact => ({
      id: `${account.id}-${key}`,
      kind: 'amount',
      value,
      currency: account.currency,
      role: 'balance',
      source: 'account',
    })
    facts.push(amount('total', totalOwed(account)), amount('principal', account.principal))
  }
  const sent = of ? (await readOffers(tx, { caseId: of.id })).filter((offer) => offer.state === 'sent') : []
  for (const offer of sent) {
    facts.push(...offerFacts(offer.terms).map((fact) => ({ ...fact, id: `${offer.id}-${fact.id}` })))
  }
  return facts
}
