/** How each missing fact is asked for, and how each known one is called. */
export const questions: Record<string, { 'zh-Hans': string; en: string }> = {
  cause: { 'zh-Hans': '还款变得困难，主要是什么原因？', en: 'What has made repaying difficult?' },
  monthly_income: {
    'zh-Hans': '您现在每月到手的收入大约是多少？',
    en: 'How much do you take home each month now?',
  },
  monthly_spending: {
    'zh-Hans': '您家里每月必需的生活支出大约是多少？',
    en: 'How much does your household need for essentials each month?',
  },
  offered_instalment: {
    'zh-Hans': '您觉得每月还多少比较踏实，或者希望分多少期？',
    en: 'What monthly payment could you keep up, or over how many months would you like to repay?',
  },
  willing: {
    'zh-Hans': '您是否愿意在能力范围内继续归还这笔欠款？',
    en: 'Are you willing to repay this debt as far as you can?',
  },
}

export const factLabels: Record<string, { 'zh-Hans': string; en: string }> = {
  cause: { 'zh-Hans': '困难原因', en: 'Cause' },
  monthly_income: { 'zh-Hans': '每月收入', en: 'Monthly income' },
  income_kind: { 'zh-Hans': '收入类型', en: 'Kind of income' },
  monthly_spending: { 'zh-Hans': '每月必需支出', en: 'Essential spending a month' },
  liquid_assets: { 'zh-Hans': '可动用资金', en: 'Liquid assets' },
  offered_instalment: { 'zh-Hans': '客户提出的每期还款', en: 'Instalment the customer offers' },
  offered_down_payment: { 'zh-Hans': '客户提出的首付', en: 'Down payment the customer offers' },
  requested_months: { 'zh-Hans': '客户希望的期数', en: 'Months the customer asks for' },
  requested_start: { 'zh-Hans': '客户希望的首期日', en: 'First due date the customer asks for' },
  requested_fee_waiver_bp: {
    'zh-Hans': '客户希望减免费用和违约金的比例',
    en: 'Share of fees and default charges the customer asks to have waived',
  },
  requested_interest_waiver_bp: {
    'zh-Hans': '客户希望减免利息的比例',
    en: 'Share of interest the customer asks to have waived',
  },
  direct_debit: { 'zh-Hans': '愿意自动扣款', en: 'Agrees to direct debit' },
  willing: { 'zh-Hans': '还款意愿', en: 'Willing to repay' },
  dependants: { 'zh-Hans': '需抚养人数', en: 'Dependants' },
}

/** What a customer's situation is called as the cause of a difficulty. */
export const causeLabels: Record<string, { 'zh-Hans': string; en: string }> = {
  job_loss: { 'zh-Hans': '失去工作或停业', en: 'Lost work or closed a business' },
  income_drop: { 'zh-Hans': '收入下降', en: 'Income has fallen' },
  illness: { 'zh-Hans': '患病或受伤', en: 'Illness or injury' },
  bereavement: { 'zh-Hans': '亲人去世', en: 'A death in the family' },
  disaster: { 'zh-Hans': '遭遇灾害', en: 'A disaster' },
  overindebted: { 'zh-Hans': '多笔债务负担过重', en: 'Too much debt in several places' },
}

export function labelOf(name: string, language: 'zh-Hans' | 'en'): string {
  return factLabels[name]?.[language] ?? name
}
