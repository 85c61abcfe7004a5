import { findAgreement } from '../features/agreements/store.ts'
import type { AnalysisInput } from '../features/analysis/analysis-input.ts'
import { claimLabel } from '../features/analysis/claim-labels.ts'
import { openQuestions } from '../features/analysis/open-questions.ts'
import { questions } from '../features/analysis/questions.ts'
import type { Signal } from '../features/cases/model.ts'
import { isVerified } from '../features/conversations/model.ts'
import type { ReplyBrief, Source } from '../features/drafting/brief.ts'
import { briefAcknowledge } from '../features/drafting/brief-acknowledge.ts'
import { briefComplaint } from '../features/drafting/brief-complaint.ts'
import { briefFeeWaiver } from '../features/drafting/brief-fee-waiver.ts'
import { briefFollowUp } from '../features/drafting/brief-follow-up.ts'
import { briefPolicyAnswer } from '../features/drafting/brief-policy-answer.ts'
import { briefGather } from '../features/drafting/brief-question.ts'
import { composeReply, wordingOf } from '../features/drafting/compose-reply.ts'
import type { WaiverAsked } from '../features/drafting/draft-request.ts'
import { notedFacts } from '../features/drafting/noted-facts.ts'
import { checkText } from '../features/guards/check-text.ts'
import { assessFeeWaiver } from '../features/offers/fee-waiver.ts'
import { readOffer } from '../features/offers/store.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import { zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import type { Ground } from './brief-plans.ts'
import { findSource, type Sought, sourceOf } from './find-source.ts'
import type { CaseKnown } from './gather-case.ts'
import { offerParameters } from './propose-offers.ts'
import type { Story } from './story.ts'

/** What an analysis takes of the products. */
export function analysed(known: CaseKnown): AnalysisInput {
  return {
    ...known,
    products: known.products.map(({ id, name, level, lock_in }) => ({ id, name, level, locked: lock_in })),
    clauses: [],
  }
}

export async function briefTheReceipt(
  tx: Tx,
  { of, conversation, manner }: Ground,
  known: CaseKnown,
  hold: Signal | null,
): Promise<ReplyBrief> {
  const { language } = manner.voice
  const clock = of.kind === 'credit_hardship' && hold === null
  const [crisis, medical, police] = ['crisis', 'emergency_medical', 'emergency_police'].map(
    known.contact.line,
  )
  if (hold === 'self_harm' && !(crisis && medical && police))
    throw new AppError('unavailable', 'policy names no line for somebody in danger')
  return briefAcknowledge({
    ...manner,
    kind: of.kind,
    hold,
    noted: notedFacts(of.kind, known.facts, known.matter, language),
    willing: known.facts.some((fact) => fact.name === 'willing' && fact.value === 'yes'),
    verified: isVerified(conversation, tx.now),
    paused: of.collection_hold,
    clock: clock ? await sourceFor(tx, 'clock', known) : null,
    lines:
      crisis && medical && police ? { crisis, emergency_medical: medical, emergency_police: police } : null,
  })
}

/** Several open questions at once: those named, else all of the analysis. */
export function briefTheQuestions(
  { of, manner }: Ground,
  known: CaseKnown,
  { fields, first }: { fields: readonly string[] | undefined; first: boolean },
): ReplyBrief {
  const unknown = fields?.find((field) => !(field in questions))
  if (unknown !== undefined)
    throw new AppError('invalid', `no such open question: ${unknown}`, { field: '/questions' })
  const asked = fields ?? openQuestions(analysed(known))
  if (asked.length === 0)
    throw new AppError('conflict', 'nothing is left to ask', { reason: 'nothing_to_ask' })
  return briefGather({ ...manner, kind: of.kind, fields: [...asked], first })
}

export async function briefTheComplaint(
  tx: Tx,
  { of, manner }: Ground,
  known: CaseKnown,
): Promise<ReplyBrief> {
  const { language } = manner.voice
  const source = await sourceFor(tx, 'complaint', known)
  if (!source)
    throw new AppError('conflict', 'no public clause in force gives the time limit', { reason: 'no_clause' })
  const about = known.matter.codes.topic
  const sum = about.some(({ value }) => value === 'charge' || value === 'transaction')
  const regulator = known.contact.line('regulator')
  if (!regulator) throw new AppError('unavailable', 'policy names no line for consumers’ complaints')
  return briefComplaint({
    ...manner,
    number: complaintNumber(of.id, known.of.opened),
    received: known.of.opened,
    decideBy: known.policy.decideBy,
    topics: about.map(({ value }) => claimLabel(`topic.${value}`, language)),
    source,
    disputed: sum ? await sourceFor(tx, 'disputed', known) : null,
    regulator,
  })
}

/** The number a complaint goes by: its day and the end of its case's id, the same whenever it is asked for. */
function complaintNumber(caseId: string, opened: string): string {
  return `TS-${opened.replaceAll('-', '')}-${caseId.replaceAll('-', '').slice(-6).toUpperCase()}`
}

export async function briefTheCharge(
  tx: Tx,
  { conversation, manner }: Ground,
  known: CaseKnown,
  asked: WaiverAsked | undefined,
): Promise<ReplyBrief> {
  const { account } = known
  const charge = account && isVerified(conversation, tx.now) ? chargeOn(account) : null
  if (asked && !charge) {
    throw new AppError(
      'conflict',
      'no charge can be named: none is recorded, or the customer is unverified',
      {
        reason: account && chargeOn(account) ? 'verification_required' : 'no_charge',
        field: '/waiver',
      },
    )
  }
  if (asked?.amount !== undefined && charge && asked.amount > charge.amount)
    throw new AppError('invalid', `more is asked back than was charged: ${charge.amount} minor units`, {
      reason: 'more_than_charged',
      field: '/waiver/amount',
      extra: { most: charge.amount },
    })
  const verdict =
    asked && charge
      ? assessFeeWaiver(
          {
            id: known.of.id,
            as_of: known.asOf,
            currency: 'CNY',
            charge: { kind: charge.kind, amount: charge.amount, charged_on: account!.as_of },
            reason: asked.reason,
            confirmed: asked.confirmed,
            ...(asked.amount === undefined ? {} : { amount: asked.amount }),
            history: [],
          },
          await offerParameters(tx, known.asOf),
        )
      : null
  if (verdict?.outcome === 'refused')
    throw new AppError('invalid', verdict.message, { field: `/waiver${verdict.field}` })
  const told = (story: string) => known.matter.codes.story.some(({ value }) => value === story)
  const bankFault = asked?.reason === 'bank_error' || told('bank_error')
  const paidInTime = !asked && told('paid_in_time')
  const sources: Source[] = []
  const rules: Sought[] = bankFault
    ? ['bank_error', 'fees']
    : paidInTime
      ? ['paid_in_time', 'bank_error']
      : ['fees']
  for (const what of rules) {
    const source = await sourceFor(tx, what, known)
    if (source && !sources.some(({ ref }) => ref === source.ref)) sources.push(source)
  }
  if (sources.length === 0)
    throw new AppError('conflict', 'no public clause in force speaks of this charge', { reason: 'no_clause' })
  return briefFeeWaiver({ ...manner, charge, verdict, paidInTime, sources })
}

/** The charge a waiver would be of: a late fee before any other. */
export function chargeOn(account: NonNullable<CaseKnown['account']>) {
  if (account.default_charges > 0) return { kind: 'default_charge', amount: account.default_charges } as const
  return account.fees > 0 ? ({ kind: 'fee', amount: account.fees } as const) : null
}

const answersAtMost = 2

/** Clauses that answer the customer's last message; one whose words the guards hold back gives way to the next. */
export async function briefTheAnswer(
  story: Story,
  tx: Tx,
  { manner, conversation }: Ground,
  known: CaseKnown,
): Promise<ReplyBrief> {
  const question = known.messages.filter(({ direction }) => direction === 'in').at(-1)?.text
  const found = question ? await answersTo(tx, known, question) : null
  if (!found?.answered)
    throw new AppError('conflict', 'no public clause in force answers the last message', {
      reason: 'no_clause',
    })
  const prompt = wordingOf(story.prompts, 'policy_answer')
  const sendable = found.hits.map(sourceOf).filter((source) => {
    const brief = briefPolicyAnswer({ ...manner, sources: [source] })
    return checkText({
      id: conversation.id,
      lang: manner.voice.language,
      at: zonedInstant(tx.now, story.zone),
      verified: isVerified(conversation, tx.now),
      text: composeReply(prompt, brief).text,
      facts: brief.facts,
      promises: brief.promises,
      requires: brief.requires,
      citations: [{ marker: '[1]', clause: source.ref }],
      clauses: [{ id: source.ref, text: `${source.heading}\n${source.passage}`, audience: 'public' }],
    }).sendable
  })
  const [best, next] = sendable
  if (!best)
    throw new AppError('conflict', 'no clause that answers can be quoted as it stands', {
      reason: 'no_clause',
    })
  const scores = new Map(found.hits.map((hit) => [sourceOf(hit).ref, hit.score]))
  const close = next && scores.get(next.ref)! >= scores.get(best.ref)! * nearlyAsGood
  return briefPolicyAnswer({ ...manner, sources: close ? [best, next].slice(0, answersAtMost) : [best] })
}

const nearlyAsGood = 0.9

export async function answersTo(
  tx: Tx,
  { asOf, language }: Pick<CaseKnown, 'asOf' | 'language'>,
  question: string,
) {
  return searchClauses(tx, {
    question,
    asOf,
    audience: 'public',
    lang: language === 'en' ? 'en' : 'zh',
    limit: 3,
  })
}

/** After the agreement: a return visit, or the instalment that has not arrived by its due date. */
export async function briefTheVisit(
  tx: Tx,
  { of, conversation, manner }: Ground,
  known: CaseKnown,
  missed: string | undefined,
): Promise<ReplyBrief> {
  const agreement = await findAgreement(tx, { caseId: of.id })
  if (!agreement || !['confirmed', 'broken', 'completed'].includes(agreement.state))
    throw new AppError('conflict', 'there is no confirmed agreement to follow up', { reason: 'no_agreement' })
  if (!isVerified(conversation, tx.now))
    throw new AppError('conflict', 'the customer has not verified who they are', {
      reason: 'verification_required',
    })
  const { terms } = await readOffer(tx, agreement.offer_id)
  const late = missed ?? (agreement.state === 'broken' ? lastDue(terms.schedule, known.asOf) : undefined)
  if (late !== undefined && !terms.schedule.some(({ date }) => date === late && date < known.asOf))
    throw new AppError('invalid', 'no instalment was due on that day', { field: '/missed' })
  return briefFollowUp({
    ...manner,
    number: agreement.number,
    terms,
    today: known.asOf,
    missed: late ?? null,
    source: await sourceFor(tx, late ? 'missed' : 'difficulty', known),
  })
}

function lastDue(schedule: readonly { date: string }[], today: string): string | undefined {
  return schedule.filter(({ date }) => date < today).at(-1)?.date
}

function sourceFor(tx: Tx, what: Sought, { language, asOf, account }: CaseKnown): Promise<Source | null> {
  return findSource(tx, what, { language, asOf, product: account?.product })
}
