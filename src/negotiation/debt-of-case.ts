import { readPlansKept } from '../features/agreements/plans-kept.ts'
import { missingFacts } from '../features/analysis/known-figures.ts'
import { type CaseDebt, findCaseDebt } from '../features/cases/case-debts.ts'
import { type Case, type CaseFact, readFacts } from '../features/cases/store.ts'
import { type AccountRow, type Profile, totalOwed } from '../features/customers/model.ts'
import { readAccounts, readCustomer } from '../features/customers/store.ts'
import type { NamedDebt } from '../features/drafting/name-debt.ts'
import { type DebtInQuestion, debtInQuestion } from '../features/offers/debt-in-question.ts'
import { otherDebtService } from '../features/offers/other-debts.ts'
import type { Tx } from '../platform/db.ts'
import { type Story, today } from './story.ts'

/** The debt a case is about, and who said so when there was a choice. */
export type DebtOfCase = DebtInQuestion & {
  chosen: CaseDebt | undefined
  /** A plan for it was accepted: it can no longer be another. */
  settled: boolean
}

/** An accepted offer settles which debt a case is about; before that the newest choice does. */
export async function debtOfCase(tx: Tx, of: Pick<Case, 'id' | 'kind' | 'customer_id'>): Promise<DebtOfCase> {
  if (of.kind === 'investment_consultation')
    return { account: undefined, choices: [], chosen: undefined, settled: false }
  const accounts = await readAccounts(tx, of.customer_id)
  const chosen = await findCaseDebt(tx, of.id)
  const [accepted] = await tx.query<{ account_id: string }>(
    `select account_id from app.offers where case_id = $1 and state = 'accepted'`,
    [of.id],
  )
  const id = accepted?.account_id ?? chosen?.account_id ?? null
  return { ...debtInQuestion(accounts, id), chosen, settled: accepted !== undefined }
}

/** The account an offer is for, whatever else its customer owes. */
export async function accountOfOffer(
  tx: Tx,
  offer: { account_id: string; customer_id: string },
): Promise<AccountRow> {
  const account = (await readAccounts(tx, offer.customer_id)).find(({ id }) => id === offer.account_id)
  if (!account) throw new Error(`the account ${offer.account_id} of an offer is not to be seen`)
  return account
}

export function namedDebt({ product, masked_number }: AccountRow): NamedDebt {
  return { product, ending: masked_number.slice(-4) }
}

/** The debt of an offer as a reply must name it; null where its customer owes on no other. */
export async function debtToName(
  tx: Tx,
  offer: { account_id: string; customer_id: string },
): Promise<NamedDebt | null> {
  const { choices } = debtInQuestion(await readAccounts(tx, offer.customer_id), null)
  return choices.length > 0 ? namedDebt(await accountOfOffer(tx, offer)) : null
}

/**
 * The profile with what all debts besides the one in question really take a month, plans in force included; null while
 * one of them is unknown.
 */
export async function profileFor(
  story: Story,
  tx: Tx,
  known: {
    customerId: string
    profile: Profile
    facts: readonly CaseFact[]
    debt: DebtInQuestion
  },
): Promise<Profile> {
  const { profile, facts } = known
  const { account, choices } = known.debt
  // Which are the others is not known before it is known which one it is.
  if (!account) return choices.length > 0 ? { ...profile, otherDebtServiceMonthly: null } : profile
  const others = (await readAccounts(tx, known.customerId)).filter(
    ({ id, product }) => id !== account.id && product !== 'wealth',
  )
  const plans = others.length > 0 ? await readPlansKept(tx, known.customerId, today(story, tx)) : []
  const stated = facts.find(({ name }) => name === 'other_debt_service_monthly')?.value
  return {
    ...profile,
    otherDebtServiceMonthly: otherDebtService({
      elsewhere: profile.otherDebtServiceMonthly,
      others: others.map((other) => ({
        product: other.product,
        owed: totalOwed(other),
        monthlyDue: other.monthly_due,
        plan: plans.findLast(({ accountId }) => accountId === other.id) ?? null,
      })),
      stated: typeof stated === 'number' ? stated : null,
    }),
  }
}

/** What records of accounts leave open, as fields of `questions`: which debt, and what the others take a month. */
export function openDebtQuestions(
  of: Pick<Case, 'kind'>,
  debt: DebtInQuestion,
  profile: Pick<Profile, 'otherDebtServiceMonthly'>,
): string[] {
  const planned = of.kind === 'credit_hardship'
  if (!debt.account)
    return debt.choices.length > 0 && (planned || of.kind === 'fee_waiver') ? ['which_debt'] : []
  return planned && profile.otherDebtServiceMonthly === null ? ['other_debt_service'] : []
}

/** What is missing before a plan can be worked out for a hardship case, in the order to ask. */
export async function missingOn(story: Story, tx: Tx, of: Case): Promise<string[]> {
  const debt = await debtOfCase(tx, of)
  const facts = await readFacts(story, tx, of)
  const customer = await readCustomer(story, tx, of.customer_id)
  const profile = await profileFor(story, tx, {
    customerId: of.customer_id,
    profile: customer.profile,
    facts,
    debt,
  })
  return [...openDebtQuestions(of, debt, profile), ...missingFacts(profile, facts)]
}
