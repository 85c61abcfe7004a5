import { amountText, dateText, rateText } from '../../platform/money.ts'
import { fillPrompt, type Prompt, type PromptLanguage } from '../../platform/prompts.ts'
import type { Fact, GuardInputLoose } from '../guards/model.ts'
import { downPaymentOf, largestInstalment, type OfferTerms } from '../offers/store.ts'

/** A text with everything the guards need to hold it against. */
export type Composed = {
  text: string
  facts: Fact[]
  promises: GuardInputLoose['promises']
  requires: GuardInputLoose['requires']
  citations: { marker: string; ref: string }[]
  figures: { label: string; value: string }[]
}

export type Voice = {
  language: PromptLanguage
  name: string
  label: string
  objection: string
  /** What the bank's standing sentences state: its hotline and the periods in them. */
  standing: Fact[]
}

const labels = {
  'zh-Hans': {
    financed: '安排金额',
    months: '期数',
    instalment: '每期还款',
    first: '首期还款日',
    last: '最后一期还款日',
    total: '还款总额',
    nominal: '名义年化利率',
    effective: '实际年化利率',
    down: '首付款',
    waived: '减免',
  },
  en: {
    financed: 'Amount in the arrangement',
    months: 'Months',
    instalment: 'Instalment',
    first: 'First payment',
    last: 'Last payment',
    total: 'Total repaid',
    nominal: 'Nominal annual rate',
    effective: 'Effective annual rate',
    down: 'Down payment',
    waived: 'Waived',
  },
} as const

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
  const rows = terms.shape === 'down_payment' ? terms.schedule.slice(1) : terms.schedule
  const down = downPaymentOf(terms)
  const facts: Fact[] = [
    amount('financed', terms.financed, 'financed'),
    amount('total', terms.total, 'total'),
    ...[...new Set(rows.map((row) => row.amount))].map((value, index) =>
      amount(`instalment_${index}`, value, 'instalment'),
    ),
    { id: 'months', kind: 'term', value: terms.months, role: 'months', source: 'engine' },
    { id: 'first_due', kind: 'date', value: rows[0]!.date, role: 'first_due', source: 'engine' },
    { id: 'last_due', kind: 'date', value: rows.at(-1)!.date, role: 'last_due', source: 'engine' },
    ...stepsIn(rows).map(
      (row): Fact => ({
        id: `from_${row.date}`,
        kind: 'date',
        value: row.date,
        role: 'other',
        source: 'engine',
      }),
    ),
    { id: 'apr_nominal', kind: 'rate', value: terms.apr_nominal_bp, role: 'apr_nominal', source: 'engine' },
    {
      id: 'apr_effective',
      kind: 'rate',
      value: terms.apr_effective_bp,
      role: 'apr_effective',
      source: 'engine',
    },
  ]
  if (down > 0) {
    facts.push(amount('down_payment', down, 'down_payment'))
    facts.push({
      id: 'down_payment_due',
      kind: 'date',
      value: terms.schedule[0]!.date,
      role: 'deadline',
      source: 'engine',
    })
  }
  const waived = Object.values(terms.waived).reduce((sum, value) => sum + value, 0)
  if (waived > 0) facts.push(amount('waived', waived, 'waived'))
  return facts
}

function offerFigures(terms: OfferTerms, language: PromptLanguage): Composed['figures'] {
  const say = labels[language]
  const rows = terms.shape === 'down_payment' ? terms.schedule.slice(1) : terms.schedule
  const waived = Object.values(terms.waived).reduce((sum, value) => sum + value, 0)
  const down = downPaymentOf(terms)
  return [
    { label: say.financed, value: amountText(terms.financed, language) },
    ...(down > 0 ? [{ label: say.down, value: amountText(down, language) }] : []),
    { label: say.months, value: String(terms.months) },
    { label: say.instalment, value: amountText(largestInstalment(terms), language) },
    { label: say.first, value: dateText(rows[0]!.date, language) },
    { label: say.last, value: dateText(rows.at(-1)!.date, language) },
    { label: say.total, value: amountText(terms.total, language) },
    { label: say.nominal, value: rateText(terms.apr_nominal_bp) },
    { label: say.effective, value: rateText(terms.apr_effective_bp) },
    ...(waived > 0 ? [{ label: say.waived, value: amountText(waived, language) }] : []),
  ]
}

const nameFact = (name: string): Fact => ({
  id: 'name',
  kind: 'name',
  value: name,
  subject: 'customer',
  source: 'record',
})

export type Cited = { ref: string; title: string; number: string; heading: string }

export type OfferReply = {
  voice: Voice
  terms: OfferTerms
  /** Local date after which the offer may no longer be accepted. */
  validUntil: string
  cause: string | null
  clause: Cited
}

/** The reply that puts one offer before the customer: every figure from the engine, none from here. */
export function composeOfferReply(prompt: Prompt, input: OfferReply): Composed {
  const { voice, terms } = input
  const { language } = voice
  const zh = language === 'zh-Hans'
  const rows = terms.shape === 'down_payment' ? terms.schedule.slice(1) : terms.schedule
  const down = downPaymentOf(terms)
  const waived = Object.values(terms.waived).reduce((sum, value) => sum + value, 0)
  const amounts = [...new Set(rows.map((row) => row.amount))]
  const text = fillPrompt(prompt, language, {
    name: voice.name,
    opening: opening(language, input.cause),
    marker: '[1]',
    title: input.clause.title,
    number: input.clause.number,
    heading: input.clause.heading,
    financed: amountText(terms.financed, language),
    months: String(terms.months),
    instalment: amountText(rows[0]!.amount, language),
    schedule_line: steps(rows, amounts, language),
    down_payment_line:
      down === 0
        ? ''
        : zh
          ? `首付款为 ${amountText(down, language)}，请在 ${dateText(terms.schedule[0]!.date, language)} 前支付。`
          : `The down payment is ${amountText(down, language)}, to be paid by ${dateText(terms.schedule[0]!.date, language)}.`,
    first_due: dateText(rows[0]!.date, language),
    last_due: dateText(rows.at(-1)!.date, language),
    total: amountText(terms.total, language),
    apr_nominal: rateText(terms.apr_nominal_bp),
    apr_effective: rateText(terms.apr_effective_bp),
    waived_line:
      waived === 0
        ? ''
        : zh
          ? `本行为您减免 ${amountText(waived, language)}。`
          : `We waive ${amountText(waived, language)} for you.`,
    valid_until: dateText(input.validUntil, language),
    objection: voice.objection,
    label: voice.label,
  })
  return {
    text,
    facts: [
      ...offerFacts(terms),
      { id: 'valid_until', kind: 'date', value: input.validUntil, role: 'deadline', source: 'engine' },
      nameFact(voice.name),
      ...voice.standing,
    ],
    promises: waived > 0 ? [{ kind: 'waiver', fact: 'waived' }] : [],
    requires: ['cost_total', 'apr', 'objection', 'ai_label'],
    citations: [{ marker: '[1]', ref: input.clause.ref }],
    figures: offerFigures(terms, language),
  }
}

function opening(language: PromptLanguage, cause: string | null): string {
  if (language === 'en') {
    return cause
      ? 'Thank you for telling us what has happened. We understand that this is a hard time, and we looked into it at once.'
      : 'Thank you for telling us about your situation. We have looked into it.'
  }
  return cause
    ? '感谢您把遇到的变化告诉我们。这段时间不容易，我们第一时间核对了您的情况。'
    : '感谢您把情况告诉我们，我们已经核对过。'
}

/** The rows from which on another amount is due. */
function stepsIn(rows: OfferTerms['schedule']): OfferTerms['schedule'] {
  return rows.filter((row, index) => index > 0 && row.amount !== rows[index - 1]!.amount)
}

/** Says how the instalments change, where they do: the last one takes the rounding, a step takes its date. */
function steps(rows: OfferTerms['schedule'], amounts: number[], language: PromptLanguage): string {
  const zh = language === 'zh-Hans'
  if (amounts.length === 1) return ''
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

export type AgreementReply = { voice: Voice; terms: OfferTerms; number: string; clause: { ref: string } }

/** The message that carries the written agreement. */
export function composeAgreementReply(
  prompt: Prompt,
  { voice, terms, number, clause }: AgreementReply,
): Composed {
  const rows = terms.shape === 'down_payment' ? terms.schedule.slice(1) : terms.schedule
  const { language } = voice
  return {
    text: fillPrompt(prompt, language, {
      name: voice.name,
      number,
      months: String(terms.months),
      instalment: amountText(rows[0]!.amount, language),
      first_due: dateText(rows[0]!.date, language),
      total: amountText(terms.total, language),
      apr_nominal: rateText(terms.apr_nominal_bp),
      apr_effective: rateText(terms.apr_effective_bp),
      marker: '[1]',
      objection: voice.objection,
      label: voice.label,
    }),
    facts: [
      ...offerFacts(terms),
      nameFact(voice.name),
      { id: 'agreement_number', kind: 'count', value: number, source: 'record', label: 'agreement number' },
      ...voice.standing,
    ],
    promises: [],
    requires: ['cost_total', 'apr', 'objection', 'ai_label'],
    citations: [{ marker: '[1]', ref: clause.ref }],
    figures: offerFigures(terms, language),
  }
}

/** An agent's question to the customer; it states nothing. */
export function composeQuestion(prompt: Prompt, voice: Voice, question: string): Composed {
  return {
    text: fillPrompt(prompt, voice.language, { name: voice.name, question, label: voice.label }),
    facts: [nameFact(voice.name)],
    promises: [],
    requires: ['ai_label'],
    citations: [],
    figures: [],
  }
}

/** What a due-date reminder will say; approved together with the agreement it belongs to. */
export function composeReminder(
  prompt: Prompt,
  voice: Voice,
  row: { date: string; amount: number },
  number: string,
): string {
  return fillPrompt(prompt, voice.language, {
    name: voice.name,
    number,
    due: dateText(row.date, voice.language),
    amount: amountText(row.amount, voice.language),
    label: voice.label,
  })
}
