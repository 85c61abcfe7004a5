import { questions } from '../features/analysis/questions.ts'
import { recordAudit } from '../features/audit/record.ts'
import { announceCase, moveCase } from '../features/cases/open-case.ts'
import { type Case, findHold, readFacts } from '../features/cases/store.ts'
import { type Conversation, isVerified } from '../features/conversations/model.ts'
import { readConversation } from '../features/conversations/store.ts'
import { nameIn } from '../features/customers/model.ts'
import { readCustomer } from '../features/customers/store.ts'
import {
  type Composed,
  composeOfferReply,
  composeQuestion,
  type Voice,
} from '../features/drafting/compose-reply.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import { type Draft, insertDraft, readDraft } from '../features/drafting/store.ts'
import type { Fact } from '../features/guards/model.ts'
import { findLatestSet, moveOffer, readOffer, readOffers } from '../features/offers/store.ts'
import { type Bank, readBank } from '../features/policies/bank.ts'
import { refOf } from '../features/policies/citation.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import { instantAt, localDate, zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { readQuantities } from '../platform/language/quantities.ts'
import type { Prompt } from '../platform/prompts.ts'
import { basisOf, checkContent } from './check-content.ts'
import { type Story, today } from './story.ts'

export type DraftRequest = { offerId?: string; question?: string; reason?: string }

/** How the bank speaks to this customer today, under a person's approval. */
export async function voiceFor(story: Story, tx: Tx, conversation: Conversation): Promise<Voice> {
  const bank = await readBank(tx, today(story, tx))
  const customer = await readCustomer(story, tx, conversation.customer_id)
  const { language } = conversation
  return {
    language,
    name: nameIn(customer.profile, language),
    label: bank.reviewedLabel[language],
    objection: bank.objection[language],
    standing: standingFacts(bank, language, zonedInstant(tx.now, story.zone)),
  }
}

/** The bank's hotline and the periods its standing sentences name, as facts from policy. */
export function standingFacts(bank: Bank, language: 'zh-Hans' | 'en', at: string): Fact[] {
  const periods = readQuantities(bank.objection[language], at).flatMap((quantity, index): Fact[] =>
    quantity.kind === 'days'
      ? [
          {
            id: `objection_${index}`,
            kind: 'term',
            value: quantity.days,
            unit: 'day',
            source: 'policy',
            role: 'deadline',
          },
        ]
      : [],
  )
  return [
    { id: 'hotline', kind: 'phone', value: bank.hotline, source: 'policy', subject: 'bank' },
    ...periods,
  ]
}

/**
 * Writes a draft for a case: the reply that carries an offer, or a question. Without an offer named it takes
 * the first of the newest set. Nothing is written while a signal holds offers or the machine is stopped.
 */
export async function prepareDraft(
  story: Story,
  tx: Tx,
  of: Case,
  request: DraftRequest = {},
): Promise<Draft> {
  if ((await readStopSwitch(tx)).stopped) {
    throw new AppError('conflict', 'compliance has stopped machine drafting', { reason: 'stopped' })
  }
  const conversation = await readConversation(tx, of.conversation_id, true)
  const voice = await voiceFor(story, tx, conversation)
  if (request.question) {
    const question = questions[request.question]?.[voice.language]
    if (!question) throw new AppError('invalid', 'no such open question', { field: '/question' })
    const prompt = story.prompts.get('ask-question')
    return keepDraft(story, tx, {
      of,
      conversation,
      kind: 'staff_reply',
      prompt,
      composed: composeQuestion(prompt, voice, question),
      ...(request.reason ? { reason: request.reason } : {}),
    })
  }
  return draftOffer(story, tx, of, conversation, voice, request)
}

async function draftOffer(
  story: Story,
  tx: Tx,
  of: Case,
  conversation: Conversation,
  voice: Voice,
  request: DraftRequest,
): Promise<Draft> {
  if (!isVerified(conversation, tx.now)) {
    throw new AppError('conflict', 'the customer has not verified who they are: no offer can be drafted', {
      reason: 'verification_required',
    })
  }
  const held = await findHold(tx, of.id)
  if (held) throw new AppError('conflict', `offers are held by ${held}`, { reason: 'signal_hold' })
  const set = await findLatestSet(tx, of.id)
  const proposed = set ? await readOffers(tx, { setId: set.id }) : []
  const offer = request.offerId ? await readOffer(tx, request.offerId) : proposed[0]
  if (!offer || offer.case_id !== of.id) {
    throw new AppError('conflict', 'there is no admissible offer to draft', { reason: 'no_offer' })
  }
  if (offer.state !== 'proposed' || offer.offer_set_id !== set?.id) {
    throw new AppError('conflict', `this offer is ${offer.state}: compute offers again`, {
      reason: 'offer_used',
    })
  }
  const asOf = today(story, tx)
  const { validUntil } = await validity(story, tx)
  const account = of.kind === 'credit_hardship' ? 'credit_card' : undefined
  const { hits } = await searchClauses(tx, {
    question: basisQuestions[voice.language],
    asOf,
    audience: 'public',
    lang: voice.language === 'en' ? 'en' : 'zh',
    ...(account ? { products: [account] } : {}),
    limit: 1,
  })
  if (!hits[0])
    throw new AppError('conflict', 'no public clause in force supports this offer', { reason: 'no_clause' })
  const cause = (await readFacts(story, tx, of)).find((fact) => fact.name === 'cause')
  const prompt = story.prompts.get('offer-reply')
  const composed = composeOfferReply(prompt, {
    voice,
    terms: offer.terms,
    validUntil,
    cause: cause ? String(cause.value) : null,
    clause: { ref: refOf(hits[0]), title: hits[0].title, number: hits[0].number, heading: hits[0].heading },
  })
  if (of.stage === 'analysis') await moveCase(tx, of, 'proposal')
  return keepDraft(story, tx, {
    of,
    conversation,
    kind: 'offer',
    offerId: offer.id,
    prompt,
    composed,
    ...(request.reason ? { reason: request.reason } : {}),
  })
}

const basisQuestions = {
  'zh-Hans': '可以申请哪些帮扶 个性化分期还款',
  en: 'what help can I apply for individual instalment plan',
}

/** The last local date an offer drafted today stays open, and the instant it closes. */
export async function validity(story: Story, tx: Tx): Promise<{ validUntil: string; closesAt: Date }> {
  const data = (await readPolicyData(tx, 'agreement', today(story, tx))).data as { offer_valid_days: number }
  const validUntil = localDate(new Date(tx.now.getTime() + data.offer_valid_days * 86_400_000), story.zone)
  return { validUntil, closesAt: instantAt(validUntil, '23:59:59', story.zone) }
}

type Kept = {
  of: Case
  conversation: Conversation
  kind: Draft['kind']
  prompt: Prompt
  composed: Composed
  offerId?: string
  agreementId?: string
  attachments?: string[]
  reason?: string
}

/** Checks a composed text and keeps it as the conversation's one open draft, made by whoever asked for it. */
export async function keepDraft(story: Story, tx: Tx, kept: Kept): Promise<Draft> {
  const { of, conversation, composed, prompt } = kept
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
