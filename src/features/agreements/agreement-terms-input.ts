import { z } from 'zod'
import { Bilingual, LetterLanguage } from './letter-text.ts'

const Minor = z.int().nonnegative()
const BasisPoints = z.number().min(0)
const LocalDate = z.iso.date()
const words = z.string().trim().min(1)

export const Bank = z.object({ name: Bilingual, hotline: words, address: Bilingual })
export const Customer = z.object({ name: words, language: LetterLanguage })
export const Account = z.object({
  product: Bilingual,
  masked_number: words.refine((number) => number.includes('*') && number.replace(/\D/g, '').length <= 10, {
    error: 'an account number is printed masked: some * and at most 10 digits',
  }),
})

const Accrual = z.object({ charged: z.boolean(), text: Bilingual })
const Clauses = z.array(Bilingual).min(1)
const Side = z.object({ rights: Clauses, duties: Clauses, breach: Clauses })

/** The part of an offer a customer may see; value to the bank, load, stress and authority are left behind here. */
export const AgreedOffer = z.object({
  shape: z.enum(['level', 'step_up', 'grace', 'down_payment']),
  months: z.int().positive(),
  schedule: z.array(z.object({ date: LocalDate, amount: Minor, principal: Minor, interest: Minor })).min(1),
  total: Minor,
  financed: Minor,
  waived: z.object({ fees: Minor, default_charges: Minor, interest: Minor, principal: Minor }),
  plan_rate_bp: BasisPoints,
  apr_nominal_bp: BasisPoints,
  apr_effective_bp: BasisPoints,
})
export type AgreedOffer = z.infer<typeof AgreedOffer>

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

const repaidBy = (offer: AgreedOffer) => sum(offer.schedule.map((row) => row.principal))

/** The first row when it is paid before the plan covers anything (ARCHITECTURE, "Schedule": row 0, outside `financed`). */
export function downPayment(offer: AgreedOffer): AgreedOffer['schedule'][number] | null {
  return repaidBy(offer) === offer.financed ? null : offer.schedule[0]!
}

/** Contradictions between given figures: a letter whose own numbers disagree is refused, never corrected. */
function contradictions(input: z.infer<typeof Fields>): { path: (string | number)[]; message: string }[] {
  const { balance, offer, accrual } = input
  const found: { path: (string | number)[]; message: string }[] = []
  const owed = sum([balance.principal, balance.interest, balance.fees, balance.default_charges])
  if (owed !== balance.total)
    found.push({ path: ['balance', 'total'], message: 'components do not add up to it' })
  if (sum(offer.schedule.map((row) => row.amount)) !== offer.total)
    found.push({ path: ['offer', 'total'], message: 'rows of the schedule do not add up to it' })
  if (repaidBy(offer) !== balance.total - sum(Object.values(offer.waived)))
    found.push({ path: ['offer', 'schedule'], message: 'does not repay the balance less what is waived' })
  if (repaidBy(offer) - (downPayment(offer)?.amount ?? 0) !== offer.financed)
    found.push({
      path: ['offer', 'financed'],
      message: 'is not what the schedule repays after a down payment',
    })
  offer.schedule.forEach((row, index) => {
    const path = ['offer', 'schedule', index]
    if (row.amount !== row.principal + row.interest)
      found.push({ path, message: 'amount is not its two parts' })
    const before = offer.schedule[index - 1]
    if (before && row.date <= before.date) found.push({ path, message: 'date is not after the row before' })
  })
  if (accrual.interest.charged !== offer.schedule.some((row) => row.interest > 0))
    found.push({ path: ['accrual', 'interest'], message: 'says otherwise than the schedule' })
  if (input.valid_until < input.dated)
    found.push({ path: ['valid_until'], message: 'is before the agreement date' })
  return found
}

const Fields = z.object({
  number: words,
  dated: LocalDate,
  valid_until: LocalDate,
  bank: Bank,
  customer: Customer,
  account: Account,
  balance: z.object({
    as_of: LocalDate,
    currency: z.literal('CNY'),
    principal: Minor,
    interest: Minor,
    fees: Minor,
    default_charges: Minor,
    total: Minor,
  }),
  offer: AgreedOffer,
  repayment: z.object({ method: Bilingual, account: Bilingual }),
  accrual: z.object({ annual_fee: Accrual, interest: Accrual, other: Accrual }),
  undertaking: Bilingual,
  parties: z.object({ customer: Side, bank: Side }),
  other_matters: Clauses,
  objection: Clauses,
  citations: z.array(z.object({ title: Bilingual, number: words, version: words })).min(1),
  consent: Bilingual,
})

/**
 * Everything an agreement states, given by the caller: amounts in integer minor units, rates in basis points a
 * year, ISO local dates. Parsing fails where given figures contradict each other.
 */
export const AgreementInput = Fields.superRefine((input, ctx) => {
  for (const { path, message } of contradictions(input)) ctx.addIssue({ code: 'custom', path, message })
})
export type AgreementInput = z.infer<typeof AgreementInput>
