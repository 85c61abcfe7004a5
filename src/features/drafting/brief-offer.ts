import { amountText, dateText, rateText } from '../../platform/money.ts'
import type { PromptLanguage } from '../../platform/prompts.ts'
import type { Fact } from '../guards/model.ts'
import { downPaymentOf, type OfferTerms } from '../offers/store.ts'
import { nameFact, type ReplyBrief, type Source, type Term, type Tone, type Voice } from './brief.ts'

const labels = {
  'zh-Hans': {
    financed: '安排金额',
    months: '期数',
    instalment: '每期还款',
    steps: '各期变化',
    first_due: '首期还款日',
    last_due: '最后一期还款日',
    total: '还款总额',
    apr_nominal: '名义年化利率',
    apr_effective: '实际年化利率',
    down_payment: '首付款',
    down_payment_due: '首付款截止日',
    waived: '减免',
    valid_until: '方案有效期至',
    number: '协议编号',
  },
  en: {
    financed: 'Amount in the arrangement',
    months: 'Months',
    instalment: 'Instalment',
    steps: 'How the instalments change',
    first_due: 'First payment',
    last_due: 'Last payment',
    total: 'Total repaid',
    apr_nominal: 'Nominal annual rate',
    apr_effective: 'Effective annual rate',
    down_payment: 'Down payment',
    down_payment_due: 'Down payment due by',
    waived: 'Waived',
    valid_until: 'Open until',
    number: 'Agreement number',
  },
} as const
type Label = keyof (typeof labels)['en']

type Role = NonNullable<Fact['role']>

/** The figures of an offer as facts for the guards: each with the one role it may be stated in. */
export function offerFacts(terms: OfferTerms): Fact[] {
  const amount = (id: string, value: number, role: Role): Fact => ({
    id,
    kind: 'amount',
    value,
    currency: 'CNY',
    role,
    source: 'engine',
  })
  const date = (id: string, value: string, role: Role): Fact => ({
    id,
    kind: 'date',
    value,
    role,
    source: 'engine',
  })
  const rate = (id: string, value: number, role: Role): Fact => ({
    id,
    kind: 'rate',
    value,
    role,
    source: 'engine',
  })
  const rows = instalmentsOf(terms)
  const down = downPaymentOf(terms)
  const waived = waivedIn(terms)
  return [
    amount('financed', terms.financed, 'financed'),
    amount('total', terms.total, 'total'),
    ...[...new Set(rows.map((row) => row.amount))].map((value, index) =>
      amount(`instalment_${index}`, value, 'instalment'),
    ),
    { id: 'months', kind: 'term', value: terms.months, role: 'months', source: 'engine' },
    date('first_due', rows[0]!.date, 'first_due'),
    date('last_due', rows.at(-1)!.date, 'last_due'),
    ...stepsIn(rows).map((row) => date(`from_${row.date}`, row.date, 'other')),
    rate('apr_nominal', terms.apr_nominal_bp, 'apr_nominal'),
    rate('apr_effective', terms.apr_effective_bp, 'apr_effective'),
    ...(down > 0
      ? [
          amount('down_payment', down, 'down_payment'),
          date('down_payment_due', terms.schedule[0]!.date, 'deadline'),
        ]
      : []),
    ...(waived > 0 ? [amount('waived', waived, 'waived')] : []),
  ]
}

/** The figures of an offer as they are shown, by name. Optional ones are there only where the plan has them. */
function offerTerms(terms: OfferTerms, language: PromptLanguage): Record<string, Term> {
  const rows = instalmentsOf(terms)
  const down = downPaymentOf(terms)
  const waived = waivedIn(terms)
  const steps = stepText(rows, language)
  return named(language, {
    financed: amountText(terms.financed, language),
    ...(down > 0
      ? {
          down_payment: amountText(down, language),
          down_payment_due: dateText(terms.schedule[0]!.date, language),
        }
      : {}),
    months: String(terms.months),
    instalment: amountText(rows[0]!.amount, language),
    ...(steps ? { steps } : {}),
    first_due: dateText(rows[0]!.date, language),
    last_due: dateText(rows.at(-1)!.date, language),
    total: amountText(terms.total, language),
    apr_nominal: rateText(terms.apr_nominal_bp),
    apr_effective: rateText(terms.apr_effective_bp),
    ...(waived > 0 ? { waived: amountText(waived, language) } : {}),
  })
}

function named(language: PromptLanguage, texts: Partial<Record<Label, string>>): Record<string, Term> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, { label: labels[language][name as Label], text }]),
  )
}

/** What an approver reads first: the terms that are figures. */
function figuresIn(terms: Record<string, Term>): ReplyBrief['figures'] {
  return Object.entries(terms)
    .filter(([name]) => name !== 'steps')
    .map(([, { label, text }]) => ({ label, value: text }))
}

export type OfferInput = {
  voice: Voice
  tone: Tone
  variant: number
  terms: OfferTerms
  /** Local date after which the offer may no longer be accepted. */
  validUntil: string
  cause: string | null
  sources: Source[]
}

/** The brief of a reply that puts one admissible plan before the customer. */
export function briefOffer(input: OfferInput): ReplyBrief {
  const { voice, validUntil } = input
  const plan = offerTerms(input.terms, voice.language)
  const terms = { ...plan, ...named(voice.language, { valid_until: dateText(validUntil, voice.language) }) }
  return {
    scenario: 'offer',
    voice,
    tone: input.tone,
    variant: input.variant,
    terms,
    mustSay: Object.keys(terms).filter((name) => name !== 'last_due'),
    cause: input.cause,
    facts: [
      ...offerFacts(input.terms),
      { id: 'valid_until', kind: 'date', value: validUntil, role: 'deadline', source: 'engine' },
      nameFact(voice.name),
      ...voice.standing,
    ],
    promises: plan.waived ? [{ kind: 'waiver', fact: 'waived' }] : [],
    requires: ['cost_total', 'apr', 'objection', 'ai_label'],
    sources: input.sources,
    figures: figuresIn(plan),
  }
}

export type AgreementBriefInput = { voice: Voice; terms: OfferTerms; number: string; source: Source }

/** The brief of the message that carries the written agreement. */
export function briefAgreement({ voice, terms, number, source }: AgreementBriefInput): ReplyBrief {
  const plan = offerTerms(terms, voice.language)
  return {
    scenario: 'agreement',
    voice,
    tone: 'formal',
    variant: 0,
    terms: { ...plan, ...named(voice.language, { number }) },
    mustSay: ['number', 'months', 'instalment', 'first_due', 'total', 'apr_nominal', 'apr_effective'],
    cause: null,
    facts: [
      ...offerFacts(terms),
      nameFact(voice.name),
      { id: 'agreement_number', kind: 'count', value: number, source: 'record', label: 'agreement number' },
      ...voice.standing,
    ],
    promises: [],
    requires: ['cost_total', 'apr', 'objection', 'ai_label'],
    sources: [source],
    figures: figuresIn(plan),
  }
}

function instalmentsOf(terms: OfferTerms): OfferTerms['schedule'] {
  return terms.shape === 'down_payment' ? terms.schedule.slice(1) : terms.schedule
}

/** All that is waived, in minor units. */
function waivedIn(terms: OfferTerms): number {
  return Object.values(terms.waived).reduce((sum, value) => sum + value, 0)
}

/** The rows from which on another amount is due. */
function stepsIn(rows: OfferTerms['schedule']): OfferTerms['schedule'] {
  return rows.filter((row, index) => index > 0 && row.amount !== rows[index - 1]!.amount)
}

/** Says how the instalments change, where they do: the last one takes the rounding, a step takes its date. */
function stepText(rows: OfferTerms['schedule'], language: PromptLanguage): string {
  const zh = language === 'zh-Hans'
  return stepsIn(rows)
    .map((row) => {
      const last = row === rows.at(-1)
      const amount = amountText(row.amount, language)
      const date = dateText(row.date, language)
      if (last) return zh ? `最后一期还款 ${amount}。` : `The last instalment is ${amount}.`
      return zh ? `自 ${date} 起每期还款 ${amount}。` : `From ${date} each instalment is ${amount}.`
    })
    .join(zh ? '' : ' ')
}
