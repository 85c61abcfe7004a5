import { statementOf } from '../features/analysis/known-figures.ts'
import { recordAudit } from '../features/audit/record.ts'
import { announceCase, moveCase } from '../features/cases/open-case.ts'
import { type Case, readFacts, readSignals } from '../features/cases/store.ts'
import { storeContent } from '../features/customers/contents.ts'
import { totalOwed } from '../features/customers/model.ts'
import { readAccounts, readCustomer } from '../features/customers/store.ts'
import { computeOffers } from '../features/offers/compute-offers.ts'
import { type OfferParameters, parametersAsOf } from '../features/offers/parameters.ts'
import { insertOfferSet } from '../features/offers/store.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { accountOf } from './analyse-problem.ts'
import { type Story, today } from './story.ts'

/** The engine's parameters in force today; `unavailable` when the bank has filed none. */
export async function offerParameters(tx: Tx, asOf: string): Promise<OfferParameters> {
  const [authority, creditPlans, suitability] = [
    (await readPolicyData(tx, 'authority', asOf)).data,
    (await readPolicyData(tx, 'credit_plans', asOf)).data,
    (await readPolicyData(tx, 'suitability', asOf)).data,
  ]
  const parameters = parametersAsOf({ authority, creditPlans, suitability }, asOf)
  if (!parameters) throw new AppError('unavailable', `no engine parameters are in force on ${asOf}`)
  return parameters
}

/** Runs the offer engine on what the case knows and keeps its whole answer, an empty one included. */
export async function proposeOffers(
  story: Story,
  tx: Tx,
  of: Case,
): Promise<{ of: Case; setId: string; found: number }> {
  const asOf = today(story, tx)
  const customer = await readCustomer(story, tx, of.customer_id)
  const accounts = await readAccounts(tx, of.customer_id)
  const account = accountOf(of, accounts)
  if (!account) throw new AppError('conflict', 'there is no debt in this case to make an offer on')
  const statement = statementOf(customer.profile, await readFacts(story, tx, of))
  const signals = await readSignals(tx, of.id)
  const parameters = await offerParameters(tx, asOf)
  const input = {
    id: of.id,
    as_of: asOf,
    currency: account.currency,
    product: account.product,
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
      ...(customer.profile.birthYear ? { age: Number(asOf.slice(0, 4)) - customer.profile.birthYear } : {}),
      signals: signals.map((signal) => signal.signal),
      cleared: signals.filter((signal) => signal.cleared_at !== null).map((signal) => signal.signal),
    },
    request: statement.request,
    other_owed: accounts
      .filter((other) => other.id !== account.id && other.product !== 'wealth')
      .reduce((sum, other) => sum + totalOwed(other), 0),
  }
  const result = computeOffers(input, parameters)
  const setId = await insertOfferSet(tx, {
    caseId: of.id,
    customerId: of.customer_id,
    inputId: await storeContent(story, tx, of.customer_id, JSON.stringify(input), 'application/json'),
    result: { ...result, parameters: { version: parameters.version, hash: parameters.hash } },
    approvals: (authority) => parameters.authority.rows.find((row) => row.role === authority)!,
  })
  const found = result.outcome === 'offers' ? result.offers.length : 0
  await recordAudit(tx, {
    action: 'offers.computed',
    subject: ['offer_set', setId],
    caseId: of.id,
    customerId: of.customer_id,
    details: { outcome: result.outcome, offers: found, parameters: parameters.hash },
  })
  await announceCase(tx, of)
  const moved = of.stage === 'analysis' && found > 0 ? await moveCase(tx, of, 'proposal') : of
  return { of: moved, setId, found }
}
