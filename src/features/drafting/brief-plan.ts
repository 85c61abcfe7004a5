import { amountText, dateText, rateText } from '../../platform/money.ts'
import type { PromptLanguage } from '../../platform/prompts.ts'
import type { Fact } from '../guards/model.ts'
import { downPaymentOf, type OfferTerms } from '../offers/store.ts'
import type { Point, ReplyBrief, Term } from './brief.ts'

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

/**
 * The figures of an offer as facts for the guards: each with the one role it may be stated in. Of several offers
 * told side by side each has its number, and its figures may stand only where that option is being told.
 */
export function offerFacts(terms: OfferTerms, option?: number): Fact[] {
  const named = (id: string): string => (option === undefined ? id : `option_${option}_${id}`)
  const amount = (id: string, value: number, role: Role): Fact => ({
    id: named(id),
    kind: 'amount',
    value,
    currency: 'CNY',
    role,
    source: 'engine',
  })
  const date = (id: string, value: string, role: Role): Fact => ({
    id: named(id),
    kind: 'date',
    value,
    role,
    source: 'engine',
  })
  const rate = (id: string, value: number, role: Role): Fact => ({
    id: named(id),
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
    { id: named('months'), kind: 'term', value: terms.months, role: 'months', source: 'engine' },
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
export function offerTerms(terms: OfferTerms, language: PromptLanguage): Record<string, Term> {
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

export function named(language: PromptLanguage, texts: Partial<Record<Label, string>>): Record<string, Term> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, { label: labels[language][name as Label], text }]),
  )
}

/** What an approver reads first: the terms that are figures. */
export function figuresIn(terms: Record<string, Term>): ReplyBrief['figures'] {
  return Object.entries(terms)
    .filter(([name]) => name !== 'steps')
    .map(([, { label, text }]) => ({ label, value: text }))
}

/** The lines in which one plan is told, in order; `option` when it stands beside others. */
export function planPoints(terms: OfferTerms, option?: number): Point[] {
  const own = option === undefined ? {} : { option }
  const steps = stepsIn(instalmentsOf(terms)).length > 0
  return [
    ...(downPaymentOf(terms) > 0 ? [{ say: 'plan.down_payment', ...own }] : []),
    { say: 'plan.instalments', ...own },
    ...(steps ? [{ say: 'plan.steps', ...own }] : []),
    { say: 'plan.dates', ...own },
    ...(waivedIn(terms) > 0 ? [{ say: 'plan.waived', ...own }] : []),
    { say: 'plan.cost', ...own },
  ]
}

/** Terms of one of several plans: each name carries the number of its option. */
export function numbered(
  terms: Record<string, Term>,
  option: number,
  language: PromptLanguage,
): Record<string, Term> {
  const of = language === 'en' ? `option ${option}` : `方案${option}`
  return Object.fromEntries(
    Object.entries(terms).map(([name, { label, text }]) => [
      `${name}_${option}`,
      { label: language === 'en' ? `${label}, ${of}` : `${of}${label}`, text },
    ]),
  )
}

export function instalmentsOf(terms: OfferTerms): OfferTerms['schedule'] {
  return terms.shape === 'down_payment' ? terms.schedule.slice(1) : terms.schedule
}

/** All that is waived, in minor units. */
export function waivedIn(terms: OfferTerms): number {
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
      if (last) return zh ? `最后一期还款 ${amount}` : `The last instalment is ${amount}`
      return zh ? `自 ${date} 起每期还款 ${amount}` : `From ${date} each instalment is ${amount}`
    })
    .join(zh ? '；' : '. ')
}
