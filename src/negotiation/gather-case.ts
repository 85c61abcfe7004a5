import type { AnalysisInput } from '../features/analysis/analysis-input.ts'
import { readMatter } from '../features/analysis/read-matter.ts'
import { type Case, readFacts, readSignals } from '../features/cases/store.ts'
import type { Conversation } from '../features/conversations/model.ts'
import { readMessages } from '../features/conversations/store.ts'
import type { AccountRow, Customer } from '../features/customers/model.ts'
import { readAccounts, readCustomer } from '../features/customers/store.ts'
import { addDays, addMonths } from '../features/offers/calendar.ts'
import { localDate, zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { type ContactRules, readContactRules } from './contact-rules.ts'
import { debtOfCase, openDebtQuestions, profileFor } from './debt-of-case.ts'
import { offerParameters } from './propose-offers.ts'
import { type Product, readProducts } from './read-products.ts'
import { type Story, today } from './story.ts'

/** Everything known of a case on the day, but for the clauses: what its analysis and its replies start from. */
export type CaseKnown = Omit<AnalysisInput, 'clauses' | 'products'> & {
  customer: Customer
  accounts: AccountRow[]
  products: Product[]
  contact: ContactRules
}

export async function gatherCase(
  story: Story,
  tx: Tx,
  of: Case,
  conversation: Conversation,
): Promise<CaseKnown> {
  const asOf = today(story, tx)
  const local = (at: Date) => localDate(at, story.zone)
  const customer = await readCustomer(story, tx, of.customer_id)
  const accounts = await readAccounts(tx, of.customer_id)
  const messages = await readMessages(story, tx, conversation.id)
  const products = await readProducts(tx, asOf)
  const contact = await readContactRules(tx, asOf)
  const { suitability } = await offerParameters(tx, asOf)
  const facts = await readFacts(story, tx, of)
  const debt = await debtOfCase(tx, of)
  const { account } = debt
  const profile = await profileFor(story, tx, {
    customerId: of.customer_id,
    profile: customer.profile,
    facts,
    debt,
  })
  const opened = local(of.opened_at)
  const tested = customer.profile.wealth?.testedOn
  const inbound = messages.filter((message) => message.direction === 'in')
  const last = messages.filter((message) => message.kind !== 'notice').at(-1)
  return {
    language: conversation.language,
    asOf,
    of: { id: of.id, kind: of.kind, opened, due: of.due_at ? local(of.due_at) : null },
    profile,
    account,
    alsoOpen: openDebtQuestions(of, debt, profile),
    messages,
    waitingSince: last?.direction === 'in' ? local(last.created_at) : null,
    matter: readMatter(
      inbound.map(({ id, text, created_at }) => ({ id, text, at: zonedInstant(created_at, story.zone) })),
      products,
    ),
    facts,
    signals: await readSignals(tx, of.id),
    records: await readRecords(tx, of, local),
    policy: {
      decideBy: addDays(opened, contact.decideDays),
      testExpires: tested ? addMonths(tested, suitability.test_valid_months) : null,
      careFromAge: suitability.care_from_age,
    },
    customer,
    accounts,
    products,
    contact,
  }
}

const remembered = 5

/** Earlier cases, agreements and scores of the customer, the newest first. */
async function readRecords(tx: Tx, of: Case, local: (at: Date) => string): Promise<AnalysisInput['records']> {
  const cases = await tx.query<{ id: string; kind: string; opened_at: Date; close_reason: string | null }>(
    `select id, kind, opened_at, close_reason from app.cases where customer_id = $1 and id <> $2
     order by opened_at desc limit ${remembered}`,
    [of.customer_id, of.id],
  )
  const agreements = await tx.query<{ id: string; number: string; state: string }>(
    `select id, number, state from app.agreements where customer_id = $1 order by id desc limit ${remembered}`,
    [of.customer_id],
  )
  const ratings = await tx.query<{ id: string; score: number }>(
    `select conversation_id as id, score from app.conversation_ratings where customer_id = $1
     order by conversation_id desc limit ${remembered}`,
    [of.customer_id],
  )
  return {
    cases: cases.map(({ id, kind, opened_at, close_reason }) => ({
      id,
      kind,
      opened: local(opened_at),
      closed: close_reason,
    })),
    agreements,
    ratings,
  }
}
