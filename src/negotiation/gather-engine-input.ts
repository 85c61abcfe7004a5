import { statementOf } from '../features/analysis/known-figures.ts'
import { type Case, readFacts, readSignals } from '../features/cases/store.ts'
import { type AccountRow, totalOwed } from '../features/customers/model.ts'
import { readAccounts, readCustomer } from '../features/customers/store.ts'
import type { Talk } from '../features/offers/arrange-offers.ts'
import { type Exchange, readExchanges, readPriorWaivers } from '../features/offers/concession-store.ts'
import type { OffersInput, PlanRequest } from '../features/offers/model.ts'
import type { OfferParameters } from '../features/offers/parameters.ts'
import { reciprocationOf } from '../features/offers/reciprocation.ts'
import { requestedTerms } from '../features/offers/requested-terms.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { profileFor } from './debt-of-case.ts'
import { type Story, today } from './story.ts'

/** Everything the offer engine is asked about one debt of a case, as of today. */
export async function engineInput(
  story: Story,
  tx: Tx,
  of: Case,
  account: AccountRow,
  parameters: OfferParameters,
): Promise<OffersInput> {
  const asOf = today(story, tx)
  const facts = await readFacts(story, tx, of)
  const profile = await profileFor(story, tx, {
    customerId: of.customer_id,
    profile: (await readCustomer(story, tx, of.customer_id)).profile,
    facts,
    debt: { account, choices: [] },
  })
  const statement = statementOf(profile, facts)
  const signals = await readSignals(tx, of.id)
  const debts = (await readAccounts(tx, of.customer_id)).filter((one) => one.product !== 'wealth')
  return {
    id: of.id,
    as_of: asOf,
    currency: account.currency as 'CNY',
    product: account.product as OffersInput['product'],
    debt: {
      principal: account.principal,
      interest: account.interest,
      fees: account.fees,
      default_charges: account.default_charges,
      annual_rate_bp: account.annual_rate_bp,
      days_past_due: account.days_past_due,
      ...(account.maturity ? { maturity: account.maturity } : {}),
    },
    customer: {
      income: statement.income,
      essential: statement.essential,
      priority_debts_monthly: statement.priorityDebtsMonthly,
      ...(statement.priorityLoanPartMonthly === null
        ? {}
        : { priority_loan_part_monthly: statement.priorityLoanPartMonthly }),
      other_debt_service_monthly: statement.otherDebtServiceMonthly,
      liquid_assets: statement.liquidAssets,
      willing: statement.willing,
      ...(profile.birthYear ? { age: Number(asOf.slice(0, 4)) - profile.birthYear } : {}),
      signals: signals.map((signal) => signal.signal),
      cleared: signals.filter((signal) => signal.cleared_at !== null).map((signal) => signal.signal),
    },
    request: requestedTerms(facts),
    other_owed: debts.filter((one) => one.id !== account.id).reduce((sum, one) => sum + totalOwed(one), 0),
    prior_waivers: await readPriorWaivers(tx, {
      customerId: of.customer_id,
      caseId: of.id,
      since: daysBefore(tx.now, parameters.authority.waiver_window_months * 31 + 1),
      zone: story.zone,
    }),
  }
}

/** What was put to the customer on this debt within the window, and what they have given since the last of it. */
export async function talkOn(
  story: Story,
  tx: Tx,
  of: Case,
  account: AccountRow,
  request: PlanRequest | null,
  parameters: OfferParameters,
): Promise<Pick<Talk, 'history' | 'received'>> {
  const { window_days } = parameters.creditPlans.concession
  const exchanges = await readExchanges(tx, account.id, daysBefore(tx.now, window_days + 1))
  const last = exchanges.at(-1)
  const facts = await readFacts(story, tx, of)
  // Ids grow with time: what the case learned after the run whose offer the customer has in hand.
  const learned = last ? facts.filter((fact) => fact.id > last.offer_set_id) : []
  return {
    history: exchanges.map((exchange) => stepOf(story, exchange)),
    received: last ? reciprocationOf(last.request, request, learned) : null,
  }
}

function stepOf(story: Story, { sent_at, value, received }: Exchange): Talk['history'][number] {
  return { date: localDate(sent_at, story.zone), pv_offered: value, received, accepted: received !== null }
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
