import { findAgreement } from '../features/agreements/store.ts'
import { openQuestions } from '../features/analysis/open-questions.ts'
import { questions } from '../features/analysis/questions.ts'
import { type Case, findHold, readFacts } from '../features/cases/store.ts'
import { type Conversation, isVerified } from '../features/conversations/model.ts'
import { nameIn } from '../features/customers/model.ts'
import { readCustomer } from '../features/customers/store.ts'
import type { AskableScenario, ReplyBrief, Voice } from '../features/drafting/brief.ts'
import { briefQuestion } from '../features/drafting/brief-question.ts'
import { chooseScenario, type Standing } from '../features/drafting/choose-scenario.ts'
import { type DraftRequest, scenarioAsked } from '../features/drafting/draft-request.ts'
import { gravestHold } from '../features/drafting/openings.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import type { Draft } from '../features/drafting/store.ts'
import type { Fact } from '../features/guards/model.ts'
import { findLatestSet, readOffers } from '../features/offers/store.ts'
import { type Bank, readBank } from '../features/policies/bank.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import { instantAt, localDate, zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { readQuantities } from '../platform/language/quantities.ts'
import {
  analysed,
  answersTo,
  briefTheAnswer,
  briefTheCharge,
  briefTheComplaint,
  briefTheQuestions,
  briefTheReceipt,
  briefTheVisit,
} from './brief-matters.ts'
import {
  briefOneOffer,
  briefSideBySide,
  briefTheCounter,
  briefTheDecline,
  briefTheLack,
  type Ground,
} from './brief-plans.ts'
import { briefTheProduct } from './brief-product.ts'
import { type CaseKnown, gatherCase } from './gather-case.ts'
import { isGreeted } from './gather-suggestion.ts'
import { type Story, today } from './story.ts'

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
 * Gathers what a draft for this case may say: for the scenario asked for, else for the one its kind, stage and state
 * call for. Refuses while the machine is stopped, and what a scenario may not say: figures to somebody unverified,
 * offers past a hold, a rule that no public clause in force supports.
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
  const manner = { voice, tone: request.tone ?? 'warm', variant: await draftsSoFar(tx, of.id), cause: null }
  if (request.question !== undefined) {
    const question = questions[request.question]?.[voice.language]
    if (!question) throw new AppError('invalid', 'no such open question', { field: '/question' })
    return { kind: 'staff_reply', brief: briefQuestion(manner, question) }
  }
  const cause = (await readFacts(story, tx, of)).find((fact) => fact.name === 'cause')
  const ground: Ground = {
    of,
    conversation,
    manner: { ...manner, cause: cause ? String(cause.value) : null },
    validUntil: (await validity(story, tx)).validUntil,
  }
  let known: CaseKnown | undefined
  const gather: Gather = async () => {
    known ??= await gatherCase(story, tx, of, conversation)
    return known
  }
  const scenario = scenarioAsked(request) ?? chooseScenario(await standingOf(tx, of, conversation, gather))
  return briefAs(story, tx, { ground, request, gather }, scenario)
}

/** Reads the whole matter, once however often it is asked for. */
type Gather = () => Promise<CaseKnown>
type Asked = { ground: Ground; request: DraftRequest; gather: Gather }

async function briefAs(story: Story, tx: Tx, asked: Asked, scenario: AskableScenario): Promise<Briefed> {
  const { ground, request } = asked
  switch (scenario) {
    case 'offer':
      return briefOneOffer(story, tx, ground, request.offerId)
    case 'offers':
      return briefSideBySide(story, tx, ground)
    case 'counter':
      return briefTheCounter(story, tx, ground, request.offerId)
    case 'decline_ack':
      return briefTheDecline(story, tx, ground, request.offerId)
    case 'no_offer':
      return briefTheLack(story, tx, ground)
    default:
      return { kind: 'staff_reply', brief: await briefMatter(story, tx, asked, scenario) }
  }
}

/** The scenarios that need the whole matter read: everything but plans. */
async function briefMatter(
  story: Story,
  tx: Tx,
  { ground, request, gather }: Asked,
  scenario: Exclude<AskableScenario, 'offer' | 'offers' | 'counter' | 'decline_ack' | 'no_offer'>,
): Promise<ReplyBrief> {
  const known = await gather()
  const open = known.signals.filter(({ cleared_at }) => cleared_at === null).map(({ signal }) => signal)
  switch (scenario) {
    case 'acknowledge':
      return briefTheReceipt(tx, ground, known, gravestHold(open))
    case 'question':
    case 'gather':
      return briefTheQuestions(ground, known, {
        fields: request.questions,
        first: !(await isGreeted(tx, ground.of)),
      })
    case 'complaint':
      return briefTheComplaint(tx, ground, known)
    case 'fee_waiver':
      return briefTheCharge(tx, ground, known, request.waiver)
    case 'suitability':
      return briefTheProduct(tx, ground, known, request.product)
    case 'policy_answer':
      return briefTheAnswer(story, tx, ground, known)
    case 'follow_up':
      return briefTheVisit(tx, ground, known, request.missed)
  }
}

/** Where the case stands, read only as far as its kind needs unless the whole of it is asked for. */
export async function standingOf(
  tx: Tx,
  of: Case,
  conversation: Conversation,
  gather: Gather,
  whole = false,
): Promise<Standing> {
  const set = await findLatestSet(tx, of.id)
  const offers = await readOffers(tx, { caseId: of.id })
  const [handed] = offers
    .filter(({ sent_at }) => sent_at !== null)
    .sort((a, b) => b.sent_at!.getTime() - a.sent_at!.getTime())
  const agreement = await findAgreement(tx, { caseId: of.id })
  const newer = set !== undefined && handed?.offer_set_id !== set.id
  const verdict = set ? (set.result as { request_verdict?: unknown }).request_verdict : null
  const decided = of.kind === 'credit_hardship' && set?.outcome === 'offers' && (!handed || newer)
  const known = decided && !whole ? undefined : await gather()
  const last = known?.messages.filter(({ direction }) => direction === 'in').at(-1)
  return {
    kind: of.kind,
    stage: of.stage,
    held: (await findHold(tx, of.id)) !== undefined,
    verified: isVerified(conversation, tx.now),
    missing: known ? openQuestions(analysed(known)).length : 0,
    greeted: await isGreeted(tx, of),
    set: set ? { outcome: set.outcome, newer, asked: verdict != null } : null,
    handed: handed?.state ?? null,
    agreed: agreement !== undefined && ['confirmed', 'broken', 'completed'].includes(agreement.state),
    answerable: known && last ? (await answersTo(tx, known, last.text)).answered : false,
  }
}

async function draftsSoFar(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::integer as n from (select from app.drafts where case_id = $1 limit 12) as latest',
    [caseId],
  )
  return row!.n
}

/** The last local date an offer drafted today stays open, and the instant it closes. */
export async function validity(story: Story, tx: Tx): Promise<{ validUntil: string; closesAt: Date }> {
  const data = (await readPolicyData(tx, 'agreement', today(story, tx))).data as { offer_valid_days: number }
  const validUntil = localDate(new Date(tx.now.getTime() + data.offer_valid_days * 86_400_000), story.zone)
  return { validUntil, closesAt: instantAt(validUntil, '23:59:59', story.zone) }
}
