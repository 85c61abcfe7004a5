import {
  type CostStatementInput,
  composeCostStatement,
  minimumReadingSeconds,
} from '../features/agreements/cost-statement-page.ts'
import { AgreementForms } from '../features/agreements/forms.ts'
import { type LetterPair, readLetterPair } from '../features/agreements/store.ts'
import { recordAudit } from '../features/audit/record.ts'
import { readCase } from '../features/cases/store.ts'
import { announceConversation } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { nameIn } from '../features/customers/model.ts'
import { readCustomer } from '../features/customers/store.ts'
import { downPaymentOf, type OfferRow } from '../features/offers/store.ts'
import { readBank } from '../features/policies/bank.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import type { Tx } from '../platform/db.ts'
import { AppError, found } from '../platform/errors.ts'
import { rateText } from '../platform/money.ts'
import { post } from '../platform/outbox.ts'
import { accountOfOffer } from './debt-of-case.ts'
import { type Story, today } from './story.ts'

const productNames: Record<string, { 'zh-Hans': string; en: string }> = {
  credit_card: { 'zh-Hans': '和衡信用卡', en: 'Heheng credit card' },
  consumer_loan: { 'zh-Hans': '和衡消费贷款', en: 'Heheng consumer loan' },
}

export async function readForms(story: Story, tx: Tx): Promise<AgreementForms> {
  return AgreementForms.parse((await readPolicyData(tx, 'agreement', today(story, tx))).data)
}

/** The parties and the account as letters print them; the number stays masked. */
export async function letterParties(story: Story, tx: Tx, offer: OfferRow) {
  const bank = await readBank(tx, today(story, tx))
  const customer = await readCustomer(story, tx, offer.customer_id)
  const account = await accountOfOffer(tx, offer)
  return {
    account,
    bank: { name: bank.name, hotline: bank.hotline, address: bank.address },
    customer: (language: 'zh-Hans' | 'en') => ({ name: nameIn(customer.profile, language), language }),
    language: customer.language,
    accountShown: {
      product: productNames[account.product] ?? { 'zh-Hans': account.product, en: account.product },
      masked_number: account.masked_number,
    },
  }
}

/** The cost statement of an offer in both languages, and how long it must be open before it is confirmed. */
export async function costStatementFor(
  story: Story,
  tx: Tx,
  offer: OfferRow,
): Promise<{ texts: LetterPair; readingSeconds: number }> {
  const forms = await readForms(story, tx)
  const { account, bank, customer, language, accountShown } = await letterParties(story, tx, offer)
  const { terms } = offer
  const interest = terms.schedule.reduce((sum, row) => sum + row.interest, 0)
  const contractRate = rateText(account.annual_rate_bp)
  const input = (letterLanguage: 'zh-Hans' | 'en'): CostStatementInput => ({
    number: offer.id.slice(-12).toUpperCase(),
    dated: today(story, tx),
    bank,
    customer: customer(letterLanguage),
    account: accountShown,
    currency: 'CNY',
    principal: terms.financed,
    months: terms.months,
    charges: forms.cost_statement.charges.map((charge, index) => ({
      ...charge,
      rate_bp: index === 0 ? terms.plan_rate_bp : null,
      amount: index === 0 ? interest : 0,
    })),
    total_cost: interest,
    total_repayable: terms.total - downPaymentOf(terms),
    apr_nominal_bp: terms.apr_nominal_bp,
    apr_effective_bp: terms.apr_effective_bp,
    contingent: forms.cost_statement.contingent.map((row) => ({
      ...row,
      standard: {
        'zh-Hans': row.standard['zh-Hans'].replace('{{contract_rate}}', contractRate),
        en: row.standard.en.replace('{{contract_rate}}', contractRate),
      },
    })),
    confirmation: forms.cost_statement.confirmation,
  })
  const texts = {
    'zh-Hans': composeCostStatement(input('zh-Hans'), 'zh-Hans'),
    en: composeCostStatement(input('en'), 'en'),
  }
  return {
    texts,
    readingSeconds: Math.min(90, minimumReadingSeconds(texts[language], forms.reading[language])),
  }
}

export type CostStatementRow = {
  id: string
  offer_id: string
  customer_id: string
  content_id: string
  minimum_reading_seconds: number
  opened_at: Date | null
  confirmed_at: Date | null
}

const columns = 'id, offer_id, customer_id, content_id, minimum_reading_seconds, opened_at, confirmed_at'

export async function findCostStatement(tx: Tx, offerId: string): Promise<CostStatementRow | undefined> {
  const rows = await tx.query<CostStatementRow>(
    `select ${columns} from app.cost_statements where offer_id = $1`,
    [offerId],
  )
  return rows[0]
}

/** Opens the statement of an offer; the reading time runs from the first opening. */
export async function openCostStatement(
  story: Story,
  tx: Tx,
  offerId: string,
): Promise<CostStatementRow & { texts: LetterPair }> {
  const statement = found(await findCostStatement(tx, offerId), 'cost statement')
  const texts = await readLetterPair(story, tx, statement.content_id)
  if (statement.opened_at) return { ...statement, texts }
  await tx.query('update app.cost_statements set opened_at = $2 where id = $1', [
    statement.id,
    tx.now.toISOString(),
  ])
  await recordAudit(tx, {
    action: 'cost_statement.opened',
    subject: ['cost_statement', statement.id],
    customerId: statement.customer_id,
    details: { offer: offerId },
  })
  return { ...statement, opened_at: tx.now, texts }
}

/** The customer confirms having read it; only then is the agreement written. */
export async function confirmCostStatement(tx: Tx, id: string): Promise<Date> {
  const rows = await tx.query<CostStatementRow>(
    `select ${columns} from app.cost_statements where id = $1 for update`,
    [id],
  )
  const statement = found(rows[0], 'cost statement')
  if (statement.confirmed_at) return statement.confirmed_at
  const readable =
    (statement.opened_at?.getTime() ?? Number.POSITIVE_INFINITY) + statement.minimum_reading_seconds * 1000
  if (readable > tx.now.getTime()) {
    const wait = statement.opened_at
      ? Math.ceil((readable - tx.now.getTime()) / 1000)
      : statement.minimum_reading_seconds
    throw new AppError('conflict', 'the reading time has not passed', {
      reason: 'reading_time',
      extra: { waitSeconds: wait },
    })
  }
  await tx.query('update app.cost_statements set confirmed_at = $2 where id = $1', [id, tx.now.toISOString()])
  const [offer] = await tx.query<{ case_id: string }>('select case_id from app.offers where id = $1', [
    statement.offer_id,
  ])
  const of = await readCase(tx, offer!.case_id)
  await recordAudit(tx, {
    action: 'cost_statement.confirmed',
    subject: ['cost_statement', id],
    caseId: of.id,
    customerId: statement.customer_id,
    details: { offer: statement.offer_id },
  })
  await post(tx, 'draft-agreement', { offer: statement.offer_id })
  await announceConversation(tx, await readConversation(tx, of.conversation_id))
  return tx.now
}
