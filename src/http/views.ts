import type { z } from '@hono/zod-openapi'
import type { LetterText } from '../features/agreements/letter-text.ts'
import { type AgreementRow, findAgreement, readLetterPair } from '../features/agreements/store.ts'
import type { Conversation, Message as Stored } from '../features/conversations/model.ts'
import { queuePosition } from '../features/conversations/store.ts'
import { readFollowUps } from '../features/follow-ups/store.ts'
import { downPaymentOf, largestInstalment, type OfferRow, readOffers } from '../features/offers/store.ts'
import { readBank } from '../features/policies/bank.ts'
import { resolveRefs } from '../features/policies/citation.ts'
import type { Clause } from '../features/policies/model.ts'
import { findCostStatement, readForms } from '../negotiation/cost-statement.ts'
import { accountOfOffer } from '../negotiation/debt-of-case.ts'
import type { Story } from '../negotiation/story.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import type { AgreementView, HandOff, Message, OfferCard, Section, Source, StaffName } from './shapes.ts'

type View<T extends z.ZodType> = z.infer<T>

export function iso(date: Date): string {
  return date.toISOString()
}

export function sourceView(marker: string, clause: Clause, changesOn?: string | null): View<typeof Source> {
  return {
    marker,
    clauseId: clause.clauseId,
    title: clause.title,
    number: clause.number,
    heading: clause.heading,
    passage: clause.body,
    version: clause.version,
    effectiveFrom: clause.effectiveFrom,
    effectiveTo: clause.effectiveTo,
    ...(changesOn === undefined ? {} : { changesOn }),
  }
}

export async function offerCard(tx: Tx, offer: OfferRow): Promise<View<typeof OfferCard>> {
  const { terms } = offer
  const account = await accountOfOffer(tx, offer)
  const statement = await findCostStatement(tx, offer.id)
  const agreement = await findAgreement(tx, { offerId: offer.id })
  const open = offer.state === 'sent' || offer.state === 'countered'
  const expired = open && offer.valid_until !== null && offer.valid_until <= tx.now
  return {
    id: offer.id,
    state: expired ? 'expired' : offer.state,
    validUntil: offer.valid_until ? iso(offer.valid_until) : null,
    account: { product: account.product, maskedNumber: account.masked_number },
    shape: terms.shape,
    months: terms.months,
    schedule: terms.schedule,
    downPayment: downPaymentOf(terms),
    instalment: largestInstalment(terms),
    total: terms.total,
    financed: terms.financed,
    waived: terms.waived,
    planRateBp: terms.plan_rate_bp,
    aprNominalBp: terms.apr_nominal_bp,
    aprEffectiveBp: terms.apr_effective_bp,
    costStatement: statement
      ? { id: statement.id, confirmedAt: statement.confirmed_at ? iso(statement.confirmed_at) : null }
      : null,
    agreementId: agreement?.id ?? null,
  }
}

/** Messages as both sides see them, with sources resolved and offers as cards. */
export async function messageViews(
  tx: Tx,
  messages: Stored[],
  feedback: Map<string, boolean> = new Map(),
): Promise<View<typeof Message>[]> {
  const refs = await resolveRefs(
    tx,
    messages.flatMap((message) => message.citations.map((citation) => citation.ref)),
  )
  const offers = new Map((await readOffersOf(tx, messages)).map((offer) => [offer.id, offer]))
  const people = await staffNames(tx)
  return Promise.all(
    messages.map(async (message) => {
      const offer = message.kind === 'offer' ? offers.get(message.offer_id ?? '') : undefined
      const agreement =
        message.kind === 'agreement' && message.offer_id
          ? await findAgreement(tx, { offerId: message.offer_id })
          : undefined
      return {
        id: message.id,
        seq: message.seq,
        from: sender(message),
        kind: message.kind,
        text: message.text,
        aiWritten: message.ai_written,
        createdAt: iso(message.created_at),
        author: message.author_kind === 'staff' ? (people.get(message.author_id) ?? null) : null,
        sources: message.citations.flatMap(({ marker, ref }) => {
          const clause = refs.get(ref)
          return clause ? [sourceView(marker, clause)] : []
        }),
        offer: offer ? await offerCard(tx, offer) : null,
        agreement: agreement ? { id: agreement.id, state: agreement.state, number: agreement.number } : null,
        notice: message.notice,
        feedback: feedback.get(message.id) ?? null,
      }
    }),
  )
}

async function readOffersOf(tx: Tx, messages: Stored[]): Promise<OfferRow[]> {
  const ids = messages.flatMap((message) =>
    message.kind === 'offer' && message.offer_id ? [message.offer_id] : [],
  )
  return ids.length > 0 ? readOffers(tx, { ids }) : []
}

function sender(message: Stored): View<typeof Message>['from'] {
  if (message.author_kind === 'customer') return 'customer'
  if (message.author_kind === 'staff') return 'agent'
  return message.kind === 'assistant_answer' ? 'assistant' : 'bank'
}

async function staffNames(tx: Tx): Promise<Map<string, View<typeof StaffName>>> {
  const rows = await tx.query<{ id: string; name: string; role: View<typeof StaffName>['role'] }>(
    'select id, name, role from app.staff_names()',
  )
  return new Map(rows.map(({ id, name, role }) => [id, { name, role }]))
}

export async function handOffView(
  story: Story,
  tx: Tx,
  conversation: Conversation,
): Promise<View<typeof HandOff>> {
  const bank = await readBank(tx, localDate(tx.now, story.zone))
  const people = await staffNames(tx)
  const waiting = conversation.hand_off === 'requested' || conversation.hand_off === 'queued'
  return {
    state: conversation.hand_off,
    position: waiting ? await queuePosition(tx, conversation) : null,
    openHours: bank.openHours,
    agent: conversation.joined_by ? (people.get(conversation.joined_by) ?? null) : null,
  }
}

/** A letter as sections for a page: particulars first, then its numbered sections. */
export function sectionsOf(letter: LetterText): View<typeof Section>[] {
  const particulars = {
    heading: letter.title,
    paragraphs: [...(letter.notice ? [letter.notice] : []), ...letter.opening],
    table: {
      head: [],
      rows: [...letter.particulars, ...letter.glance].map(({ label, value }) => [label, value]),
    },
  }
  const sections = letter.sections.map((section) => ({
    heading: section.heading,
    paragraphs: section.paragraphs,
    ...(section.table
      ? {
          table: {
            head: section.table.columns.map((column) => column.label),
            rows: section.table.rows.map((row) => row.cells),
          },
        }
      : {}),
    ...(section.parts.length > 0
      ? { parts: section.parts.map(({ heading, items }) => ({ heading, items })) }
      : {}),
  }))
  return [particulars, ...sections]
}

export async function agreementView(
  story: Story,
  tx: Tx,
  agreement: AgreementRow,
): Promise<View<typeof AgreementView>> {
  const texts = await readLetterPair(story, tx, agreement.text_id)
  const forms = await readForms(story, tx)
  return {
    id: agreement.id,
    number: agreement.number,
    state: agreement.state,
    sections: { 'zh-Hans': sectionsOf(texts['zh-Hans']), en: sectionsOf(texts.en) },
    consent: forms.consent,
    sha256: { 'zh-Hans': agreement.pdf_zh_sha256, en: agreement.pdf_en_sha256 },
    confirmedAt: agreement.confirmed_at ? iso(agreement.confirmed_at) : null,
    followUps: await followUpViews(tx, agreement.id),
  }
}

export async function followUpViews(
  tx: Tx,
  agreementId: string,
): Promise<View<typeof AgreementView>['followUps']> {
  const followUps = await readFollowUps(tx, { agreementId })
  return followUps.flatMap(({ id, kind, code, due_at, state }) =>
    state === 'planned' ? [] : [{ id, kind, code, dueAt: iso(due_at), state }],
  )
}
