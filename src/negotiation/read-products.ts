import { z } from 'zod'
import { productRatings, RatedProduct } from '../features/offers/suitability-model.ts'
import { readPolicyData } from '../features/policies/policy-data.ts'
import type { Tx } from '../platform/db.ts'

const Pair = z.object({ zh: z.string(), en: z.string() })
const WealthProduct = RatedProduct.extend({
  name: Pair,
  aliases: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  redemption: Pair.optional(),
})
const Products = z.object({ wealth: z.array(WealthProduct), insurance: z.array(WealthProduct) })

/** A product with an uncertain return as the bank sells it; `level` is the higher of its two ratings (S2). */
export type Product = z.infer<typeof RatedProduct> & {
  name: { 'zh-Hans': string; en: string }
  names: string[]
  level: number
  redemption: { 'zh-Hans': string; en: string } | null
}

export async function readProducts(tx: Tx, asOf: string): Promise<Product[]> {
  const { wealth, insurance } = Products.parse((await readPolicyData(tx, 'products', asOf)).data)
  return [...wealth, ...insurance].map(({ name, aliases, redemption, ...rated }) => ({
    ...rated,
    name: { 'zh-Hans': name.zh, en: name.en },
    names: [name.zh, name.en, ...aliases.zh, ...aliases.en],
    level:
      Math.max(productRatings.indexOf(rated.issuer_rating), productRatings.indexOf(rated.seller_rating)) + 1,
    redemption: redemption ? { 'zh-Hans': redemption.zh, en: redemption.en } : null,
  }))
}
