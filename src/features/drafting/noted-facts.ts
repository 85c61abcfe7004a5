import { amountText, dateText } from '../../platform/money.ts'
import { claimLabel } from '../analysis/claim-labels.ts'
import type { Matter } from '../analysis/read-matter.ts'
import type { CaseKind } from '../cases/model.ts'
import type { CaseFact } from '../cases/store.ts'
import type { Noted } from './brief-acknowledge.ts'

type Language = 'zh-Hans' | 'en'

const labels: Record<string, { 'zh-Hans': string; en: string }> = {
  cause: { 'zh-Hans': '遇到的情况', en: 'What happened' },
  monthly_income: { 'zh-Hans': '每月收入', en: 'Monthly income' },
  monthly_spending: { 'zh-Hans': '每月必需支出', en: 'Essential spending a month' },
  liquid_assets: { 'zh-Hans': '可以动用的存款', en: 'Savings within reach' },
  offered_instalment: { 'zh-Hans': '您希望每月还', en: 'What you could pay each month' },
  offered_down_payment: { 'zh-Hans': '您可以先付', en: 'What you could pay first' },
  requested_months: { 'zh-Hans': '您希望的期数', en: 'How long you would like' },
  requested_start: { 'zh-Hans': '您希望开始的日子', en: 'When you would like to begin' },
  topic: { 'zh-Hans': '反映的问题', en: 'What it is about' },
  charge: { 'zh-Hans': '问到的费用', en: 'The charge you asked about' },
  doubt: { 'zh-Hans': '您关心的', en: 'Your concern' },
}

/** What the customer has said, as it can be said back: figures with the facts behind them, codes in words. */
export function notedFacts(
  kind: CaseKind,
  facts: readonly CaseFact[],
  matter: Matter,
  language: Language,
): Noted[] {
  if (kind === 'credit_hardship') return facts.flatMap((fact) => notedFact(fact, language))
  const group = ({ complaint: 'topic', fee_waiver: 'charge', investment_consultation: 'doubt' } as const)[
    kind as 'complaint'
  ]
  if (!group) return []
  return matter.codes[group].map((one) => ({
    label: labels[group]![language],
    text: claimLabel(`${group}.${one.value}`, language),
    fact: null,
  }))
}

function notedFact({ id, name, value, messageId }: CaseFact, language: Language): Noted[] {
  const label = labels[name]?.[language]
  if (!label || messageId === null) return []
  if (name === 'cause') return [{ label, text: claimLabel(`cause.${value}`, language), fact: null }]
  const about = { id: `stated_${id}`, source: 'message', role: 'other', label: `${name} ${label}` } as const
  if (name === 'requested_start' && typeof value === 'string')
    return [{ label, text: dateText(value, language), fact: { ...about, kind: 'date', value } }]
  if (typeof value !== 'number') return []
  if (name === 'requested_months')
    return [
      {
        label,
        text: language === 'en' ? `${value} months` : `${value}个月`,
        fact: { ...about, kind: 'term', value, unit: 'month' },
      },
    ]
  return [
    { label, text: amountText(value, language), fact: { ...about, kind: 'amount', value, currency: 'CNY' } },
  ]
}
