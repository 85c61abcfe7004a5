import { addMonths } from './calendar.ts'
import { isWithinShare, shareDown } from './minor-units.ts'
import type { OfferParameters } from './parameters.ts'
import { refusal } from './refusal.ts'
import {
  productRatings,
  type RatedProduct,
  type RuleText,
  SuitabilityInput,
  type SuitabilityResult,
} from './suitability-model.ts'

type Policy = OfferParameters['suitability']

/**
 * Whether a product with uncertain return fits a customer (S1–S5, S7; contracts.md, `suitability`): every reason against,
 * what must be disclosed, and products that do fit, the least risky first. Never advice to buy. Pure; an input that breaks
 * the schema is refused with its field.
 */
export function assessSuitability(
  input: unknown,
  parameters: OfferParameters,
  products: readonly RatedProduct[],
): SuitabilityResult {
  const parsed = SuitabilityInput.safeParse(input)
  if (!parsed.success) return refusal(input, parsed.error)
  const given = parsed.data
  const policy = parameters.suitability
  const reasons = reasonsAgainst(given, policy)
  return {
    id: given.id,
    suitable: reasons.length === 0,
    reasons,
    disclosures: disclosuresFor(given, policy),
    alternatives: reasons.length === 0 ? [] : alternatives(given, policy, products),
  }
}

/** The higher of the issuer's and the seller's rating, as 1 to 5 (S2). */
function riskLevel({ issuer_rating, seller_rating }: RatedProduct): number {
  return Math.max(productRatings.indexOf(issuer_rating), productRatings.indexOf(seller_rating)) + 1
}

/** First date on which the test no longer counts; 29 February ends on 28 February a year later. */
function testExpires(testedOn: string, policy: Policy): string {
  return addMonths(testedOn, policy.test_valid_months)
}

function reasonsAgainst({ as_of, customer, product, amount }: SuitabilityInput, policy: Policy): RuleText[] {
  const reasons: RuleText[] = []
  const against = (rule: string, code: RuleText['code'], text: string, text_en: string) =>
    reasons.push({ rule, code, text, text_en })
  const level = riskLevel(product)
  const expires = testExpires(customer.tested_on, policy)
  if (as_of >= expires)
    against(
      'S7',
      'test_expired',
      `风险测评已于${expires}到期，须由客户本人重新完成测评。`,
      `The risk test ran out on ${expires}; the customer has to take it again in person.`,
    )
  if (level > Number(customer.rating[1]))
    against(
      'S3',
      'risk_above',
      `产品风险等级R${level}高于客户风险承受能力${customer.rating}。`,
      `The product's risk level R${level} is above the customer's tolerance ${customer.rating}.`,
    )
  if (!isWithinShare(amount, policy.max_share_of_net_assets_bp, customer.net_assets))
    against(
      'S3',
      'share_of_assets',
      `金额超过净资产的${policy.max_share_of_net_assets_bp / 100}%，与财务状况明显不符。`,
      `The amount is more than ${policy.max_share_of_net_assets_bp / 100}% of net assets, out of line with the customer's means.`,
    )
  if (amount > shareDown(customer.annual_income, policy.max_months_of_income, 12))
    against(
      'S3',
      'months_of_income',
      `金额超过${policy.max_months_of_income}个月的收入，与财务状况明显不符。`,
      `The amount is more than ${policy.max_months_of_income} months of income, out of line with the customer's means.`,
    )
  if (product.lock_in && customer.liquidity_need === 'high')
    against(
      'S3',
      'liquidity',
      '客户资金流动性需求高，而产品有封闭期。',
      'The customer may need the money at any time, and the product is locked in.',
    )
  if (product.lock_in && customer.horizon_months < product.term_months)
    against(
      'S3',
      'horizon',
      `客户可投资期限${customer.horizon_months}个月，短于封闭期${product.term_months}个月。`,
      `The customer's horizon of ${customer.horizon_months} months is shorter than the locked-in term of ${product.term_months}.`,
    )
  return reasons
}

function disclosuresFor({ customer, product }: SuitabilityInput, policy: Policy): RuleText[] {
  const disclosures: RuleText[] = [
    {
      rule: 'S4',
      code: 'not_deposit',
      text: '本产品不是存款，收益不确定，可能损失本金；过往业绩不代表未来表现。',
      text_en:
        'This product is not a deposit; its return is uncertain and principal may be lost. Past results say nothing about future ones.',
    },
    {
      rule: 'S5',
      code: 'own_test',
      text: '风险测评须由客户本人如实完成，任何人不得代填或提示。',
      text_en: 'The customer takes the risk test alone and truthfully; nobody may fill it in or prompt.',
    },
  ]
  const disclose = (rule: string, code: RuleText['code'], text: string, text_en: string) =>
    disclosures.push({ rule, code, text, text_en })
  if (product.issuer_rating !== product.seller_rating)
    disclose(
      'S2',
      'higher_rating',
      `发行方评级${product.issuer_rating}，销售方评级${product.seller_rating}，按较高者R${riskLevel(product)}匹配。`,
      `The issuer rates it ${product.issuer_rating}, the seller ${product.seller_rating}; the higher one, R${riskLevel(product)}, counts.`,
    )
  if (product.lock_in && customer.liquidity_need === 'medium')
    disclose(
      'S3',
      'locked',
      `封闭期${product.term_months}个月内不能赎回。`,
      `The money cannot be taken out during the ${product.term_months} months of lock-in.`,
    )
  if (!product.lock_in && customer.horizon_months < product.term_months)
    disclose(
      'S3',
      'early_exit',
      `产品期限${product.term_months}个月，长于客户可投资期限${customer.horizon_months}个月；提前赎回可能有费用或损失。`,
      `The product runs ${product.term_months} months, longer than the customer's horizon of ${customer.horizon_months}; leaving early may cost a fee or a loss.`,
    )
  if (customer.age >= policy.care_from_age)
    disclose(
      'S7',
      'care',
      `客户年满${policy.care_from_age}岁：放慢节奏、逐项说明，由第二名人员在场，并可邀请家人陪同。`,
      `The customer is ${policy.care_from_age} or older: take time, explain each point, have a second member of staff present, and offer that family may attend.`,
    )
  return disclosures
}

function alternatives(given: SuitabilityInput, policy: Policy, products: readonly RatedProduct[]): string[] {
  return products
    .filter((product) => product.id !== given.product.id && (product.min_amount ?? 0) <= given.amount)
    .filter((product) => reasonsAgainst({ ...given, product }, policy).length === 0)
    .sort((a, b) => riskLevel(a) - riskLevel(b) || a.id.localeCompare(b.id))
    .slice(0, policy.alternatives_count)
    .map((product) => product.id)
}
