import type { PromptLanguage } from '../../platform/prompts.ts'
import type { ReplyBrief } from './brief.ts'

/** A debt as replies name it: its product and the last digits of its account. */
export type NamedDebt = { product: string; ending: string }

const products: Record<string, Record<PromptLanguage, string>> = {
  credit_card: { 'zh-Hans': '信用卡', en: 'credit card' },
  consumer_loan: { 'zh-Hans': '消费贷款', en: 'consumer loan' },
}

const words: Record<
  PromptLanguage,
  { label: string; other: string; text: (product: string, ending: string) => string }
> = {
  'zh-Hans': { label: '哪一笔欠款', other: '欠款', text: (product, ending) => `${product}（尾号${ending}）` },
  en: { label: 'which debt', other: 'debt', text: (product, ending) => `${product} ending in ${ending}` },
}

/** A debt in words: 消费贷款（尾号1853）, "consumer loan ending in 1853". */
export function debtText({ product, ending }: NamedDebt, language: PromptLanguage): string {
  const { other, text } = words[language]
  return text(products[product]?.[language] ?? other, ending)
}

/** The same brief, saying at once which debt it is about: whoever owes on several must not have to guess. */
export function withDebt(brief: ReplyBrief, debt: NamedDebt | null): ReplyBrief {
  if (!debt) return brief
  const { language } = brief.voice
  const [first, ...rest] = brief.outline
  return {
    ...brief,
    terms: { ...brief.terms, debt: { label: words[language].label, text: debtText(debt, language) } },
    mustSay: ['debt', ...brief.mustSay],
    outline: [first ?? [], [{ say: 'debt' }], ...rest],
    facts: [
      ...brief.facts,
      { id: 'debt', kind: 'count', value: debt.ending, source: 'account', label: words[language].label },
    ],
  }
}
