import { amountText, dateText } from '../../platform/money.ts'
import type { OfferTerms } from '../offers/store.ts'
import { type Manner, personFacts, personTerms, type ReplyBrief, type Source, voiceFacts } from './brief.ts'
import { instalmentsOf, named, offerFacts, offerTerms } from './brief-plan.ts'

export type FollowUpInput = Manner & {
  number: string
  terms: OfferTerms
  /** Local date today: what is due next is counted from it. */
  today: string
  /** The instalment that has not arrived, by its due date; null for a return visit. */
  missed: string | null
  /** The clause on difficulty during a plan, or on a missed instalment. */
  source: Source | null
}

const labels = {
  'zh-Hans': {
    next_due: '下一还款日',
    next_amount: '下一期应还',
    missed_due: '未到账一期的还款日',
    missed_amount: '未到账金额',
  },
  en: {
    next_due: 'Next due date',
    next_amount: 'Next payment',
    missed_due: 'Due date of the payment not received',
    missed_amount: 'Amount not received',
  },
}

/** The brief of a contact after the agreement: a return visit, or a payment that has not arrived. */
export function briefFollowUp(input: FollowUpInput): ReplyBrief {
  const { voice, tone, variant, cause, number, today, source } = input
  const { language } = voice
  const rows = instalmentsOf(input.terms)
  const next = rows.find((row) => row.date >= today)
  const missed = rows.find((row) => row.date === input.missed)
  const plan = offerTerms(input.terms, language)
  const term = (label: keyof (typeof labels)['en'], text: string) => ({
    label: labels[language][label],
    text,
  })
  const terms: ReplyBrief['terms'] = {
    ...named(language, { number }),
    months: plan.months!,
    last_due: plan.last_due!,
    ...(next
      ? {
          next_due: term('next_due', dateText(next.date, language)),
          next_amount: term('next_amount', amountText(next.amount, language)),
        }
      : {}),
    ...(missed
      ? {
          missed_due: term('missed_due', dateText(missed.date, language)),
          missed_amount: term('missed_amount', amountText(missed.amount, language)),
        }
      : {}),
  }
  return {
    scenario: 'follow_up',
    voice,
    tone,
    variant,
    terms: { ...terms, ...personTerms(voice) },
    mustSay: Object.keys(terms).filter((name) => name !== 'last_due' && name !== 'months'),
    cause,
    outline: [
      [{ say: missed ? 'missed' : 'visit' }, ...(missed ? [{ say: 'paid_already' }] : [])],
      [{ say: 'agreed' }, { say: next ? 'next' : 'all_past' }],
      ...(source ? [[{ say: 'rule', source: 0 }]] : []),
      [{ say: 'change' }, ...(missed ? [] : [{ say: 'rate' }])],
      [{ say: 'person' }],
    ],
    facts: [
      ...offerFacts(input.terms),
      ...[next, missed].flatMap((row, index) =>
        row
          ? [{ id: `row_${index}`, kind: 'date', value: row.date, role: 'other', source: 'engine' } as const]
          : [],
      ),
      { id: 'agreement_number', kind: 'count', value: number, source: 'record', label: 'agreement number' },
      ...voiceFacts(voice),
      ...personFacts(voice),
    ],
    promises: [],
    requires: ['objection', 'ai_label'],
    sources: source ? [source] : [],
    figures: Object.values(terms).map(({ label, text }) => ({ label, value: text })),
  }
}
