import { isVerified } from '../features/conversations/model.ts'
import type { ReplyBrief } from '../features/drafting/brief.ts'
import { briefSuitability } from '../features/drafting/brief-suitability.ts'
import type { ProductAsked } from '../features/drafting/draft-request.ts'
import { assessSuitability } from '../features/offers/assess-suitability.ts'
import type { OfferParameters } from '../features/offers/parameters.ts'
import type { RuleText } from '../features/offers/suitability-model.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import type { Ground } from './brief-plans.ts'
import { findSource } from './find-source.ts'
import type { CaseKnown } from './gather-case.ts'
import { offerParameters } from './propose-offers.ts'
import type { Product } from './read-products.ts'

/** Whether the product in question fits, or still fits, this customer; refuses while a figure it needs is unknown. */
export async function briefTheProduct(
  tx: Tx,
  { conversation, manner }: Ground,
  known: CaseKnown,
  asked: ProductAsked = {},
): Promise<ReplyBrief> {
  if (!isVerified(conversation, tx.now))
    throw new AppError('conflict', 'the customer has not verified who they are', {
      reason: 'verification_required',
    })
  const { wealth, birthYear } = known.profile
  if (!wealth || birthYear === null)
    throw new AppError('conflict', 'the customer has no risk test on record', { reason: 'no_risk_test' })
  const product = productFor(known, asked)
  const buying =
    asked.amount !== undefined || known.matter.codes.doubt.some(({ value }) => value === 'buying')
  const holding = buying ? undefined : wealth.holdings.find(({ productId }) => productId === product.id)
  const parameters = await offerParameters(tx, known.asOf)
  const { language } = manner.voice
  const locked = holding !== undefined && product.lock_in && holding.redeemableFrom > known.asOf
  const figures = holding ? neutral(product) : buyingFigures(known, product, asked)
  const verdict = assessSuitability(
    {
      id: known.of.id,
      as_of: known.asOf,
      customer: {
        rating: wealth.rating,
        tested_on: wealth.testedOn,
        age: Number(known.asOf.slice(0, 4)) - birthYear,
        net_assets: Math.max(0, wealth.netAssets),
        annual_income: wealth.annualIncome,
        horizon_months: figures.horizonMonths,
        liquidity_need: figures.liquidity,
      },
      product,
      amount: figures.amount,
    },
    parameters,
    known.products,
  )
  if (!('suitable' in verdict)) throw new AppError('invalid', verdict.message, { field: verdict.field })
  const source = await findSource(tx, 'suitability', { language, asOf: known.asOf, product: 'wealth' })
  if (!source)
    throw new AppError('conflict', 'no public clause in force speaks of suitability', { reason: 'no_clause' })
  const codes = (list: RuleText[]) => list.map(({ code }) => code)
  const told = holding ? heldCodes(codes(verdict.reasons), codes(verdict.disclosures)) : null
  return briefSuitability({
    ...manner,
    product: {
      name: product.name[language],
      issuer_rating: product.issuer_rating,
      seller_rating: product.seller_rating,
      term_months: product.term_months,
      redemption: product.redemption?.[language] ?? '',
    },
    customer: {
      rating: wealth.rating,
      testedOn: wealth.testedOn,
      expires: known.policy.testExpires!,
      horizonMonths: holding ? null : figures.horizonMonths,
    },
    reasons: told?.reasons ?? codes(verdict.reasons),
    disclosures: told?.disclosures ?? codes(verdict.disclosures),
    alternatives: holding ? [] : verdict.alternatives.flatMap((id) => nameOf(known, id, language)),
    holding: holding
      ? { value: holding.value, paid: holding.paid, redeemableFrom: holding.redeemableFrom, locked }
      : null,
    limits: limitsOf(parameters),
    source,
  })
}

function productFor(known: CaseKnown, asked: ProductAsked): Product {
  const holdings = known.profile.wealth?.holdings ?? []
  const id =
    asked.id ?? known.matter.product?.value ?? (holdings.length === 1 ? holdings[0]!.productId : undefined)
  const product = known.products.find((one) => one.id === id)
  if (product) return product
  if (asked.id !== undefined) throw new AppError('invalid', 'no such product', { field: '/product/id' })
  throw unknownFacts(['product'])
}

/** What buying is judged by; each unknown figure is a question, named in the refusal. */
function buyingFigures({ matter }: CaseKnown, product: Product, asked: ProductAsked) {
  const amount = asked.amount ?? matter.amount?.value
  const horizonMonths = asked.horizonMonths ?? matter.horizonMonths?.value
  const liquidity = asked.liquidity ?? matter.liquidity?.value
  const needed = product.lock_in
  const missing = [
    ...(amount === undefined ? ['amount'] : []),
    ...(needed && horizonMonths === undefined ? ['horizon'] : []),
    ...(needed && liquidity === undefined ? ['liquidity'] : []),
  ]
  if (missing.length > 0) throw unknownFacts(missing)
  return {
    amount: amount!,
    horizonMonths: horizonMonths ?? product.term_months,
    liquidity: liquidity ?? ('low' as const),
  }
}

/** Only ratings bear on what is held already: its sum and term were judged when it was bought. */
function neutral(product: Product) {
  return { amount: 1, horizonMonths: product.term_months, liquidity: 'low' as const }
}

function heldCodes(reasons: RuleText['code'][], disclosures: RuleText['code'][]) {
  return {
    reasons: reasons.filter((code) => code === 'risk_above'),
    disclosures: [
      ...disclosures.filter((code) => code === 'not_deposit' || code === 'higher_rating'),
      ...reasons.filter((code) => code === 'test_expired'),
    ],
  }
}

/** The field of the request that would tell each figure. */
const toldBy: Record<string, string> = {
  product: '/product/id',
  amount: '/product/amount',
  horizon: '/product/horizonMonths',
  liquidity: '/product/liquidity',
}

function unknownFacts(fields: string[]): AppError {
  return new AppError('conflict', `ask the customer first: ${fields.join(', ')}`, {
    reason: 'facts_missing',
    field: toldBy[fields[0]!]!,
    extra: { fields },
  })
}

function nameOf({ products }: CaseKnown, id: string, language: 'zh-Hans' | 'en'): string[] {
  const product = products.find((one) => one.id === id)
  return product ? [product.name[language]] : []
}

function limitsOf({ suitability }: OfferParameters) {
  return {
    shareBp: suitability.max_share_of_net_assets_bp,
    incomeMonths: suitability.max_months_of_income,
    careAge: suitability.care_from_age,
  }
}
