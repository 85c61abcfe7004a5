import { amountText, dateText, rateText } from '../../platform/money.ts'
import type { Fact } from '../guards/model.ts'
import type { RuleText } from '../offers/suitability-model.ts'
import {
  type Manner,
  type Point,
  personFacts,
  personTerms,
  type ReplyBrief,
  type Source,
  voiceFacts,
} from './brief.ts'

export type SuitabilityBriefInput = Manner & {
  product: {
    name: string
    issuer_rating: string
    seller_rating: string
    term_months: number
    /** How and when money comes back, in the customer's language. */
    redemption: string
  }
  /** `C1` to `C5`, and the local dates of the test and of its end. */
  customer: { rating: string; testedOn: string; expires: string; horizonMonths: number | null }
  /** Codes of the reasons against and of what must be disclosed, from the engine. */
  reasons: RuleText['code'][]
  disclosures: RuleText['code'][]
  /** Names of products that do fit. */
  alternatives: string[]
  /** What is held already, minor units; null when buying is in question. */
  holding: { value: number; paid: number; redeemableFrom: string; locked: boolean } | null
  /** Limits of policy that reasons and disclosures name. */
  limits: { shareBp: number; incomeMonths: number; careAge: number }
  source: Source
}

const labels = {
  'zh-Hans': {
    product: '产品',
    product_level: '产品风险等级',
    customer_rating: '风险承受能力',
    tested_on: '测评日期',
    expires: '测评到期日',
    issuer_rating: '发行方评级',
    seller_rating: '本行评级',
    share: '净资产占比上限',
    income_months: '收入月数上限',
    horizon: '资金可用期限（月）',
    term: '产品期限（月）',
    care_age: '特别关照的年龄',
    held: '目前持有金额',
    cost_paid: '买入金额',
    redeemable_from: '最早赎回日',
    redemption: '赎回规则',
    alternative: '相符的产品',
  },
  en: {
    product: 'Product',
    product_level: 'Risk level of the product',
    customer_rating: 'Risk rating',
    tested_on: 'Assessed on',
    expires: 'Assessment ran out',
    issuer_rating: 'Issuer rating',
    seller_rating: 'Bank rating',
    share: 'Share of net assets',
    income_months: 'Months of income',
    horizon: 'Horizon in months',
    term: 'Term in months',
    care_age: 'Age of extra care',
    held: 'Value held',
    cost_paid: 'Price paid',
    redeemable_from: 'Redeemable from',
    redemption: 'How to redeem',
    alternative: 'Matching product',
  },
}
type Label = keyof (typeof labels)['en']

/**
 * The brief of an answer on a wealth product: the verdict with every reason, what must be disclosed, products that
 * match by name. It neither recommends nor forecasts, and leaves the decision with the customer (S3, S4, S5).
 */
export function briefSuitability(input: SuitabilityBriefInput): ReplyBrief {
  const { voice, tone, variant, cause, product, customer, holding, source } = input
  const { language } = voice
  const date = (iso: string) => dateText(iso, language)
  const level = [product.issuer_rating, product.seller_rating].sort().at(-1)!
  const figures: Partial<Record<Label, string>> = {
    product: product.name,
    product_level: level,
    customer_rating: customer.rating,
    tested_on: date(customer.testedOn),
    expires: date(customer.expires),
    issuer_rating: product.issuer_rating,
    seller_rating: product.seller_rating,
    share: rateText(input.limits.shareBp),
    income_months: String(input.limits.incomeMonths),
    care_age: String(input.limits.careAge),
    term: String(product.term_months),
    ...(customer.horizonMonths === null ? {} : { horizon: String(customer.horizonMonths) }),
    ...(holding
      ? {
          held: amountText(holding.value, language),
          cost_paid: amountText(holding.paid, language),
          redeemable_from: date(holding.redeemableFrom),
          redemption: product.redemption,
        }
      : {}),
  }
  const said = saidIn(input)
  const terms = Object.fromEntries(
    Object.entries(figures)
      .filter(([name]) => said.has(name))
      .map(([name, text]) => [name, { label: labels[language][name as Label], text }]),
  )
  const names = Object.fromEntries(
    input.alternatives.map((text, index) => [
      `alternative_${index + 1}`,
      { label: labels[language].alternative, text },
    ]),
  )
  return {
    scenario: 'suitability',
    voice,
    tone,
    variant,
    terms: { ...terms, ...names, ...personTerms(voice) },
    mustSay: ['product', 'product_level', 'customer_rating', ...(said.has('expires') ? ['expires'] : [])],
    cause,
    outline: outlineFor(input, Object.keys(names)),
    facts: [
      ...factsFor(input, level).filter((fact) => said.has(fact.id)),
      ...[product.name, ...input.alternatives, ...(holding ? [product.redemption] : [])].map(
        (value, index): Fact => ({ id: `wording_${index}`, kind: 'url', value, source: 'policy' }),
      ),
      ...voiceFacts(voice),
      ...personFacts(voice),
    ],
    promises: [],
    requires: ['objection', 'ai_label'],
    sources: [source],
    figures: Object.values(terms).map(({ label, text }) => ({ label, value: text })),
  }
}

/** Names of the figures this answer states. */
function saidIn({ reasons, disclosures, holding }: SuitabilityBriefInput): Set<string> {
  const by: Partial<Record<RuleText['code'], string[]>> = {
    test_expired: ['expires'],
    share_of_assets: ['share'],
    months_of_income: ['income_months'],
    horizon: ['horizon', 'term'],
    higher_rating: ['issuer_rating', 'seller_rating'],
    locked: ['term'],
    early_exit: ['term', 'horizon'],
    care: ['care_age'],
  }
  return new Set([
    'product',
    'product_level',
    'customer_rating',
    'tested_on',
    ...[...reasons, ...disclosures].flatMap((code) => by[code] ?? []),
    ...(holding ? ['held', 'cost_paid', 'redemption', ...(holding.locked ? ['redeemable_from'] : [])] : []),
  ])
}

function outlineFor({ reasons, disclosures, holding }: SuitabilityBriefInput, names: string[]): Point[][] {
  const fits = reasons.length === 0
  const verdict = holding
    ? fits
      ? 'verdict.holding_match'
      : 'verdict.holding_mismatch'
    : fits
      ? 'verdict.suitable'
      : 'verdict.unsuitable'
  return [
    [{ say: 'opening.investment_consultation' }],
    [
      { say: 'about' },
      ...(holding ? [{ say: 'holding' }, { say: holding.locked ? 'redeem.locked' : 'redeem.open' }] : []),
    ],
    [{ say: verdict }, ...reasons.map((code) => ({ say: `reason.${code}` }))],
    [{ say: 'must_know' }, ...disclosures.map((code) => ({ say: `disclosure.${code}` }))],
    ...(names.length > 0
      ? [[{ say: 'alternatives' }, ...names.map((item) => ({ say: 'alternative', item }))]]
      : fits || holding
        ? []
        : [[{ say: 'no_alternative' }]]),
    [
      { say: 'basis', source: 0 },
      { say: holding ? 'decide.holding' : fits ? 'decide' : 'decide.unsuitable' },
    ],
    [{ say: 'person' }],
  ]
}

function factsFor({ product, customer, holding, limits }: SuitabilityBriefInput, level: string): Fact[] {
  const code = (id: string, value: string): Fact => ({ id, kind: 'url', value, source: 'engine' })
  const amount = (id: string, value: number, label: string): Fact => ({
    id,
    kind: 'amount',
    value,
    currency: 'CNY',
    role: 'other',
    source: 'account',
    label,
  })
  const date = (id: string, value: string): Fact => ({
    id,
    kind: 'date',
    value,
    role: 'other',
    source: 'record',
  })
  const months = (id: string, value: number): Fact => ({
    id,
    kind: 'term',
    value,
    unit: 'month',
    role: 'other',
    source: 'policy',
  })
  return [
    code('product_level', level),
    code('customer_rating', customer.rating),
    code('issuer_rating', product.issuer_rating),
    code('seller_rating', product.seller_rating),
    date('tested_on', customer.testedOn),
    date('expires', customer.expires),
    { id: 'share', kind: 'rate', value: limits.shareBp, role: 'other', source: 'policy' },
    months('income_months', limits.incomeMonths),
    months('term', product.term_months),
    ...(customer.horizonMonths === null ? [] : [months('horizon', customer.horizonMonths)]),
    {
      id: 'care_age',
      kind: 'term',
      value: limits.careAge,
      role: 'other',
      source: 'policy',
      label: 'age 年龄',
    },
    ...(holding
      ? [
          amount('held', holding.value, 'value held 持有金额'),
          amount('cost_paid', holding.paid, 'price paid 买入金额'),
          date('redeemable_from', holding.redeemableFrom),
        ]
      : []),
  ]
}
