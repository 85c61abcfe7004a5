import { composeAgreement } from '../features/agreements/agreement-terms.ts'
import type { AgreementInput } from '../features/agreements/agreement-terms-input.ts'
import { UnprintableCharacter } from '../features/agreements/fonts.ts'
import type { AgreementForms } from '../features/agreements/forms.ts'
import { type RenderedLetter, renderLetter } from '../features/agreements/letter-pdf.ts'
import { findAgreement, type LetterPair, readAgreement } from '../features/agreements/store.ts'
import { recordAudit } from '../features/audit/record.ts'
import { readCase } from '../features/cases/store.ts'
import { postMessage } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { storeContent } from '../features/customers/contents.ts'
import { totalOwed } from '../features/customers/model.ts'
import type { Source } from '../features/drafting/brief.ts'
import { briefAgreement } from '../features/drafting/brief-offer.ts'
import { composeReminder } from '../features/drafting/compose-reply.ts'
import { debtText, withDebt } from '../features/drafting/name-debt.ts'
import { followUpDates } from '../features/follow-ups/plan-dates.ts'
import { type PlannedFollowUp, planFollowUps } from '../features/follow-ups/store.ts'
import { type OfferRow, readOffer } from '../features/offers/store.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import { zonedInstant } from '../platform/clock.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { validity, voiceFor } from './brief-reply.ts'
import { findCostStatement, letterParties, readForms } from './cost-statement.ts'
import { debtToName, namedDebt } from './debt-of-case.ts'
import { sourceOf } from './find-source.ts'
import { keepComposed } from './prepare-draft.ts'
import { type Story, today } from './story.ts'

type Prepared = {
  offer: OfferRow
  forms: AgreementForms
  number: string
  /** The debt as reminders name it, in the language of each. */
  debt: Record<'zh-Hans' | 'en', string>
  texts: LetterPair
  createdAt: string
  source: Source
}

/**
 * Writes the agreement of an accepted offer whose cost statement is confirmed: gathers, renders both PDFs
 * outside any transaction, then keeps the bytes with the follow-ups and a draft for a person to approve.
 * Running it again finds the agreement made.
 */
export async function draftAgreement(story: Story, offerId: string): Promise<void> {
  const actor = system('agreement')
  const prepared = await story.db.withActor(actor, (tx) => prepare(story, tx, offerId))
  if (!prepared) return
  const { texts, createdAt } = prepared
  const pdfs = {
    'zh-Hans': await render(texts['zh-Hans'], createdAt),
    en: await render(texts.en, createdAt),
  }
  await story.db.withActor(actor, (tx) => keep(story, tx, prepared, pdfs))
}

async function render(text: LetterPair['en'], createdAt: string): Promise<RenderedLetter> {
  return renderLetter(text, { createdAt }).catch((error) => {
    if (!(error instanceof UnprintableCharacter)) throw error
    throw new AppError('invalid', `the letter cannot print ${error.characters.join(' ')}`, {
      reason: 'unprintable',
      extra: { characters: error.characters },
    })
  })
}

async function prepare(story: Story, tx: Tx, offerId: string): Promise<Prepared | undefined> {
  const offer = await readOffer(tx, offerId)
  if (await findAgreement(tx, { offerId })) return undefined
  if (offer.state !== 'accepted' || !(await findCostStatement(tx, offerId))?.confirmed_at) {
    throw new AppError(
      'conflict',
      'no agreement before the offer is accepted and its cost statement confirmed',
    )
  }
  const asOf = today(story, tx)
  const forms = await readForms(story, tx)
  const { account, bank, customer, accountShown, language } = await letterParties(story, tx, offer)
  const number = `HH-${asOf.replaceAll('-', '')}-${offer.id.replaceAll('-', '').slice(-6).toUpperCase()}`
  const { validUntil } = await validity(story, tx)
  const clauses = await Promise.all([searchFor(tx, asOf, 'zh'), searchFor(tx, asOf, 'en')])
  const [zh, en] = clauses
  if (!zh || !en) throw new AppError('conflict', 'no public clause in force supports an agreement')
  const input = (letterLanguage: 'zh-Hans' | 'en'): AgreementInput => ({
    number,
    dated: asOf,
    valid_until: validUntil,
    bank,
    customer: customer(letterLanguage),
    account: accountShown,
    balance: {
      as_of: account.as_of,
      currency: 'CNY',
      principal: account.principal,
      interest: account.interest,
      fees: account.fees,
      default_charges: account.default_charges,
      total: totalOwed(account),
    },
    offer: { ...offer.terms, shape: offer.terms.shape as AgreementInput['offer']['shape'] },
    repayment: forms.repayment,
    accrual: {
      ...forms.accrual,
      interest: { ...forms.accrual.interest, charged: offer.terms.schedule.some((row) => row.interest > 0) },
    },
    undertaking: forms.undertaking,
    parties: forms.parties,
    other_matters: forms.other_matters,
    objection: forms.objection,
    citations: [
      { title: { 'zh-Hans': zh.title, en: en.title }, number: zh.number, version: String(zh.version) },
    ],
    consent: forms.consent,
  })
  return {
    offer,
    forms,
    number,
    debt: {
      'zh-Hans': debtText(namedDebt(account), 'zh-Hans'),
      en: debtText(namedDebt(account), 'en'),
    },
    texts: {
      'zh-Hans': composeAgreement(input('zh-Hans'), 'zh-Hans'),
      en: composeAgreement(input('en'), 'en'),
    },
    createdAt: zonedInstant(tx.now, story.zone),
    source: sourceOf(language === 'en' ? en : zh),
  }
}

async function searchFor(tx: Tx, asOf: string, lang: 'zh' | 'en') {
  const question =
    lang === 'zh'
      ? '书面协议 载明事项 分期还款协议 内容'
      : 'written agreement contents instalment plan states'
  const { hits } = await searchClauses(tx, { question, asOf, audience: 'public', lang, limit: 1 })
  return hits[0]
}

async function keep(
  story: Story,
  tx: Tx,
  { offer, forms, number, debt, texts, source }: Prepared,
  pdfs: Record<'zh-Hans' | 'en', RenderedLetter>,
): Promise<void> {
  const of = await readCase(tx, offer.case_id)
  const conversation = await readConversation(tx, of.conversation_id, true)
  if (await findAgreement(tx, { offerId: offer.id })) return
  const store = (content: string | Uint8Array, type: string) =>
    storeContent(story, tx, offer.customer_id, content, type)
  const id = newId()
  const pdfZh = await store(pdfs['zh-Hans'].bytes, 'application/pdf')
  const pdfEn = await store(pdfs.en.bytes, 'application/pdf')
  await tx.query(
    `insert into app.agreements (id, case_id, customer_id, offer_id, number, text_id, pdf_zh_id, pdf_en_id,
       pdf_zh_sha256, pdf_en_sha256) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      of.id,
      of.customer_id,
      offer.id,
      number,
      await store(JSON.stringify(texts), 'application/json'),
      pdfZh,
      pdfEn,
      pdfs['zh-Hans'].sha256,
      pdfs.en.sha256,
    ],
  )
  await recordAudit(tx, {
    action: 'agreement.drafted',
    subject: ['agreement', id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { offer: offer.id, zh: pdfs['zh-Hans'].sha256, en: pdfs.en.sha256 },
  })
  const voice = await voiceFor(story, tx, conversation)
  const planned = await plan(story, tx, { offer, forms, number, debt, voice })
  await planFollowUps(tx, { id, case_id: of.id, customer_id: of.customer_id }, planned)
  await postMessage(tx, conversation, {
    direction: 'out',
    kind: 'notice',
    notice: 'agreement_coming',
    offerId: offer.id,
    caseId: of.id,
  })
  await keepComposed(story, tx, {
    of,
    conversation: await readConversation(tx, conversation.id),
    kind: 'agreement',
    offerId: offer.id,
    agreementId: id,
    brief: withDebt(
      briefAgreement({ voice, terms: offer.terms, number, source }),
      await debtToName(tx, offer),
    ),
    attachments: [pdfZh, pdfEn, ...planned.flatMap((followUp) => followUp.content_id ?? [])],
  })
}

async function plan(
  story: Story,
  tx: Tx,
  {
    offer,
    forms,
    number,
    debt,
    voice,
  }: Pick<Prepared, 'offer' | 'forms' | 'number' | 'debt'> & { voice: Awaited<ReturnType<typeof voiceFor>> },
): Promise<PlannedFollowUp[]> {
  const rows = offer.terms.shape === 'down_payment' ? offer.terms.schedule.slice(1) : offer.terms.schedule
  const span = { firstDue: rows[0]!.date, lastDue: rows.at(-1)!.date }
  const planned: PlannedFollowUp[] = []
  for (const { code, kind, dueAt } of followUpDates(forms.follow_ups, span, story.zone, tx.now)) {
    const words =
      kind === 'reminder'
        ? composeReminder(story.prompts.get('payment-reminder'), voice, rows[0]!, {
            number,
            debt: debt[voice.language],
          })
        : null
    planned.push({
      code,
      kind,
      due_at: dueAt,
      content_id: words ? await storeContent(story, tx, offer.customer_id, words) : null,
    })
  }
  return planned
}

/** Follows the delivery of an approved agreement message: the customer may now confirm it. */
export async function deliverAgreement(tx: Tx, agreementId: string): Promise<void> {
  const agreement = await readAgreement(tx, agreementId, true)
  if (agreement.state !== 'drafted') return
  await tx.query(`update app.agreements set state = 'delivered' where id = $1`, [agreementId])
  await recordAudit(tx, {
    action: 'agreement.delivered',
    subject: ['agreement', agreementId],
    caseId: agreement.case_id,
    customerId: agreement.customer_id,
  })
}
