import { z } from 'zod'
import { Bilingual } from './letter-text.ts'

const Accrual = z.object({ charged: z.boolean(), text: Bilingual })
const Clauses = z.array(Bilingual).min(1)
const Side = z.object({ rights: Clauses, duties: Clauses, breach: Clauses })
const Pace = z.object({ charactersPerSecond: z.number().positive(), minimumSeconds: z.int().positive() })

/** The bank's own words for agreements and cost statements and what it books afterwards: policy data `agreement`. */
export const AgreementForms = z.object({
  offer_valid_days: z.int().positive(),
  reading: z.object({ 'zh-Hans': Pace, en: Pace }),
  repayment: z.object({ method: Bilingual, account: Bilingual }),
  accrual: z.object({ annual_fee: Accrual, interest: Accrual, other: Accrual }),
  undertaking: Bilingual,
  parties: z.object({ customer: Side, bank: Side }),
  other_matters: Clauses,
  objection: Clauses,
  consent: Bilingual,
  cost_statement: z.object({
    charges: z.array(z.object({ name: Bilingual, method: Bilingual, recipient: Bilingual })).length(2),
    contingent: z
      .array(z.object({ name: Bilingual, trigger: Bilingual, standard: Bilingual, recipient: Bilingual }))
      .min(1),
    confirmation: Bilingual,
  }),
  follow_ups: z.array(
    z.object({
      code: z.string().regex(/^[a-z_]+$/),
      kind: z.enum(['reminder', 'return_visit']),
      from: z.enum(['first_due', 'last_due']),
      days: z.int().optional(),
      months: z.int().optional(),
    }),
  ),
})
export type AgreementForms = z.infer<typeof AgreementForms>
