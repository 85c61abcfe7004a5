import { z } from 'zod'

/**
 * A customer of the bank and what the bank itself has on record. Names, contact details, evidence and
 * history are personal content: sealed under the customer's key, readable by whoever may see the customer.
 */
const Evidence = z.enum(['stated', 'document', 'bank'])
const IncomeRecord = z.object({
  monthly: z.int().nonnegative(),
  kind: z.enum(['salary', 'variable', 'other']),
  evidence: Evidence,
})
const SpendingRecord = z.object({
  monthly: z.int().nonnegative().nullable(),
  label: z.string(),
  evidence: Evidence,
})

/** What suitability needs of a customer, from the risk test and the bank's own records; money in minor units. */
const WealthRecord = z.object({
  rating: z.enum(['C1', 'C2', 'C3', 'C4', 'C5']),
  testedOn: z.string(),
  netAssets: z.int(),
  annualIncome: z.int().nonnegative(),
  holdings: z.array(
    z.object({
      productId: z.string(),
      value: z.int(),
      paid: z.int(),
      boughtOn: z.string(),
      redeemableFrom: z.string(),
    }),
  ),
})

/** An entry of the bank's history; `text` shows it in codes, `data` keeps what it says. */
const HistoryEntry = z.object({
  at: z.string(),
  kind: z.string(),
  text: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const Profile = z.object({
  name: z.string(),
  nameEn: z.string().nullable(),
  phone: z.string().nullable(),
  birthYear: z.int().nullable(),
  income: z.array(IncomeRecord),
  essential: z.array(SpendingRecord),
  priorityDebtsMonthly: z.int().nullable(),
  priorityLoanPartMonthly: z.int().nullable(),
  otherDebtServiceMonthly: z.int().nullable(),
  liquidAssets: z.int().nullable(),
  willingRecorded: z.boolean(),
  history: z.array(HistoryEntry),
  wealth: WealthRecord.nullable().optional(),
  about: z.object({ 'zh-Hans': z.string(), en: z.string() }),
})
export type Profile = z.infer<typeof Profile>

export const AccountRow = z.object({
  id: z.string(),
  customer_id: z.string(),
  product: z.string(),
  masked_number: z.string(),
  currency: z.string(),
  principal: z.int(),
  interest: z.int(),
  fees: z.int(),
  default_charges: z.int(),
  annual_rate_bp: z.coerce.number(),
  days_past_due: z.int(),
  maturity: z.string().nullable(),
  /** What it takes a month while kept to its contract, minor units; null when the bank's records do not say. */
  monthly_due: z.int().nonnegative().nullable(),
  as_of: z.string(),
})
export type AccountRow = z.infer<typeof AccountRow>

export const CustomerRow = z.object({
  id: z.string(),
  ref: z.string(),
  language: z.enum(['zh-Hans', 'en']),
  segment: z.string(),
  team_id: z.string(),
  demo: z.boolean(),
})
export type Customer = z.infer<typeof CustomerRow> & { profile: Profile }

/** The name to use in a language. */
export function nameIn(profile: Profile, language: 'zh-Hans' | 'en'): string {
  return language === 'en' ? (profile.nameEn ?? profile.name) : profile.name
}

export function totalOwed(account: AccountRow): number {
  return account.principal + account.interest + account.fees + account.default_charges
}
