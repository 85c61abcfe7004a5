import { z } from 'zod'
import { Minor, type Refusal } from './model.ts'

const customerRatings = ['C1', 'C2', 'C3', 'C4', 'C5'] as const
export const productRatings = ['R1', 'R2', 'R3', 'R4', 'R5'] as const

const ProductRating = z.enum(productRatings)
const Months = z.int().min(0).max(1200)

/** A product with uncertain return as far as suitability needs it (S1, S2); terms in months. */
export const RatedProduct = z.object({
  id: z.string().min(1),
  issuer_rating: ProductRating,
  seller_rating: ProductRating,
  term_months: Months,
  lock_in: z.boolean(),
  /** Least amount sold, minor units; only for choosing alternatives. */
  min_amount: Minor.optional(),
})
export type RatedProduct = z.infer<typeof RatedProduct>

export const SuitabilityInput = z
  .object({
    id: z.string().min(1).max(200),
    as_of: z.iso.date(),
    customer: z.object({
      rating: z.enum(customerRatings),
      tested_on: z.iso.date(),
      age: z.int().min(16).max(110),
      net_assets: Minor,
      annual_income: Minor,
      horizon_months: Months,
      liquidity_need: z.enum(['low', 'medium', 'high']),
    }),
    product: RatedProduct,
    amount: Minor.min(1),
  })
  .refine(({ as_of, customer }) => customer.tested_on <= as_of, {
    path: ['customer', 'tested_on'],
    error: 'the risk test lies in the future',
  })
export type SuitabilityInput = z.infer<typeof SuitabilityInput>

export const suitabilityReasons = [
  'test_expired',
  'risk_above',
  'share_of_assets',
  'months_of_income',
  'liquidity',
  'horizon',
] as const
export const suitabilityDisclosures = [
  'not_deposit',
  'own_test',
  'higher_rating',
  'locked',
  'early_exit',
  'care',
] as const
type SuitabilityCode = (typeof suitabilityReasons)[number] | (typeof suitabilityDisclosures)[number]

/** A sentence with the rule it comes from, in Chinese and in English; `code` says which it is. */
export type RuleText = { rule: string; code: SuitabilityCode; text: string; text_en: string }

type SuitabilityVerdict = {
  id: string
  suitable: boolean
  /** Every reason against; empty when suitable. */
  reasons: RuleText[]
  disclosures: RuleText[]
  /** Ids of products that do fit the same customer and amount; a list to ask about, never a recommendation. */
  alternatives: string[]
}
export type SuitabilityResult = SuitabilityVerdict | Refusal
