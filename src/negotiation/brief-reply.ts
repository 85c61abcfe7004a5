import { questions } from '../features/analysis/questions.ts'
import { type Case, findHold, readFacts } from '../features/cases/store.ts'
import { type Conversation, isVerified } from '../features/conversations/model.ts'
import { nameIn } from '../features/customers/model.ts'
import { readCustomer } from '../features/customers/store.ts'
import type { ReplyBrief, Source, Tone, Voice } from '../features/drafting/brief.ts'
import { briefOffer } from '../features/drafting/brief-offer.ts'
import { briefQuestion } from '../features/drafting/brief-question.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import type { Draft } from '../features/drafting/store.ts'
import type { Fact } from '../features/guards/model.ts'
import { findLatestSet, readOffer, readOffers } from '../features/offers/store.ts'
import { type Bank, readBank } from '../features/policies/bank.ts'
import { refOf } from '../features/policies/citation.ts'
import type { Clause } from '../features/policies/model.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import { instantAt, localDate, zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { readQuantities } from '../platform/language/quantities.ts'
import { type Story, today } from './story.ts'

export type DraftRequest = { offerId?: string; question?: string; reason?: string; tone?: Tone }

/** What a draft is to be, before anybody has worded it. */
export type Briefed = { kind: Draft['kind']; offerId?: string; brief: ReplyBrief }

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
    hotline: bank.hotline,
    hours: bank.openHours,
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
 * Gathers what a draft for this case may say: the reply that carries an offer, or a question. Without an offer
 * named it takes the first of the newest set. Refuses while a signal holds offers or the machine is stopped.
 */
export async function briefReply(
  story: Story,
  tx: Tx,
  of: Case,
  conversation: Conversation,
  request: DraftRequest,
): Promise<Briefed> {
  if ((await readStopSwitch(tx)).stopped) {
    throw new AppError('conflict', 'compliance has stopped machine drafting', { reason: 'stopped' })
  }
  const voice = await voiceFor(story, tx, conversation)
  if (request.question) {
    const question = questions[request.question]?.[voice.language]
    if (!question) throw new AppError('invalid', 'no such open question', { field: '/question' })
    return {
      kind: 'staff_reply',
      brief: briefQuestion({ voice, tone: request.tone ?? 'warm', variant: 0 }, question),
    }
  }
  return briefTheOffer(story, tx, of, conversation, voice, request)
}

async function briefTheOffer(
  story: Story,
  tx: Tx,
  of: Case,
  conversation: Conversation,
  voice: Voice,
  request: DraftRequest,
): Promise<Briefed> {
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
  const { hits } = await searchClauses(tx, {
    question: basisQuestions[voice.language],
    asOf: today(story, tx),
    audience: 'public',
    lang: voice.language === 'en' ? 'en' : 'zh',
    ...(of.kind === 'credit_hardship' ? { products: ['credit_card'] } : {}),
    limit: 1,
  })
  if (!hits[0])
    throw new AppError('conflict', 'no public clause in force supports this offer', { reason: 'no_clause' })
  const cause = (await readFacts(story, tx, of)).find((fact) => fact.name === 'cause')
  const brief = briefOffer({
    voice,
    tone: request.tone ?? 'warm',
    variant: await draftsSoFar(tx, of.id),
    terms: offer.terms,
    validUntil: (await validity(story, tx)).validUntil,
    cause: cause ? String(cause.value) : null,
    why: [],
    sources: [sourceOf(hits[0])],
  })
  return { kind: 'offer', offerId: offer.id, brief }
}

const basisQuestions = {
  'zh-Hans': '可以申请哪些帮扶 个性化分期还款',
  en: 'what help can I apply for individual instalment plan',
}

async function draftsSoFar(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::integer as n from (select from app.drafts where case_id = $1 limit 12) as latest',
    [caseId],
  )
  return row!.n
}

/** A clause as a reply may cite it. */
export function sourceOf(clause: Clause): Source {
  const { title, number, heading, body } = clause
  return { ref: refOf(clause), title, number, heading, passage: body }
}

/** The last local date an offer drafted today stays open, and the instant it closes. */
export async function validity(story: Story, tx: Tx): Promise<{ validUntil: string; closesAt: Date }> {
  const data = (await readPolicyData(tx, 'agreement', today(story, tx))).data as { offer_valid_days: number }
  const validUntil = localDate(new Date(tx.now.getTime() + data.offer_valid_days * 86_400_000), story.zone)
  return { validUntil, closesAt: instantAt(validUntil, '23:59:59', story.zone) }
}
