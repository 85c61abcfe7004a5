/** How each missing fact is asked for, and how each known one is called. */
export const questions: Record<string, { 'zh-Hans': string; en: string }> = {
  which_debt: {
    'zh-Hans': '您说的是哪一笔欠款？告诉我们产品（比如信用卡、消费贷款）或账号后四位就可以。',
    en: 'Which debt is this about? The product (a credit card, say, or a consumer loan) or the last four digits will do.',
  },
  other_debt_service: {
    'zh-Hans': '除了这一笔，您其他的贷款和信用卡每月一共要还多少？',
    en: 'Apart from this debt, how much do your other loans and cards take each month in all?',
  },
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
  what_happened: {
    'zh-Hans': '这件事是什么时候、怎样发生的？',
    en: 'When did this happen, and how?',
  },
  wanted_outcome: {
    'zh-Hans': '您希望这件事怎样解决？',
    en: 'What would put this right for you?',
  },
  charge: { 'zh-Hans': '您说的是账单上的哪一笔费用？', en: 'Which charge on the statement do you mean?' },
  charge_story: {
    'zh-Hans': '这笔费用是怎么产生的，比如还款晚了，还是自动扣款没成功？',
    en: 'How did the charge come about: a late payment, say, or an automatic payment that failed?',
  },
  product: { 'zh-Hans': '您想了解的是哪一款产品？', en: 'Which product would you like to know about?' },
  amount: { 'zh-Hans': '您打算投入大约多少钱？', en: 'Roughly how much are you thinking of putting in?' },
  horizon: {
    'zh-Hans': '这笔钱您打算放多久不用？',
    en: 'For how long can you do without this money?',
  },
  liquidity: {
    'zh-Hans': '放进去以后，您有没有可能随时要用这笔钱？',
    en: 'Might you need this money at any time while it is invested?',
  },
  matter: { 'zh-Hans': '您想办的是哪一件事？', en: 'What would you like us to do for you?' },
}

/** Why each thing is asked, as the customer is told. */
export const questionReasons: Record<string, { 'zh-Hans': string; en: string }> = {
  which_debt: {
    'zh-Hans': '每一笔的金额和条件不同，要分开核算',
    en: 'each debt has its own sums and terms and is worked out on its own',
  },
  other_debt_service: {
    'zh-Hans': '其他的还款也要先留出来，方案才还得起',
    en: 'what the others take comes off first, so that you can keep up the plan',
  },
  cause: { 'zh-Hans': '原因不同，能用的帮扶也不同', en: 'the help we can give depends on the cause' },
  monthly_income: {
    'zh-Hans': '用来算每期还多少您承受得起',
    en: 'so that the instalments stay within your means',
  },
  monthly_spending: {
    'zh-Hans': '必要的生活开支要先留出来',
    en: 'what you need to live on comes first',
  },
  offered_instalment: {
    'zh-Hans': '先照着您的想法来核算',
    en: 'so that we begin with what suits you',
  },
  willing: { 'zh-Hans': '这是办理分期的一个前提', en: 'it is one of the conditions for a plan' },
  what_happened: { 'zh-Hans': '方便我们调取对应的记录', en: 'so that we find the right records' },
  wanted_outcome: { 'zh-Hans': '好对着您的诉求来处理', en: 'so that we work towards what you want' },
  charge: { 'zh-Hans': '每一种费用的规则不一样', en: 'each kind of charge has its own rule' },
  charge_story: { 'zh-Hans': '经过不同，适用的规则也不同', en: 'the rule depends on what happened' },
  product: { 'zh-Hans': '每款产品的风险和规则不同', en: 'each product has its own risk and rules' },
  amount: {
    'zh-Hans': '要看金额和您的财务状况是否相称',
    en: 'the amount has to be in proportion to your means',
  },
  horizon: { 'zh-Hans': '有些产品有封闭期', en: 'some products are locked in' },
  liquidity: {
    'zh-Hans': '随时要用的钱不适合放进封闭的产品',
    en: 'money you may need soon does not belong in a locked-in product',
  },
  matter: { 'zh-Hans': '好转给合适的人来办', en: 'so that it reaches the right person' },
}

export const factLabels: Record<string, { 'zh-Hans': string; en: string }> = {
  cause: { 'zh-Hans': '困难原因', en: 'Cause' },
  monthly_income: { 'zh-Hans': '每月收入', en: 'Monthly income' },
  income_kind: { 'zh-Hans': '收入类型', en: 'Kind of income' },
  monthly_spending: { 'zh-Hans': '每月必需支出', en: 'Essential spending a month' },
  liquid_assets: { 'zh-Hans': '可动用资金', en: 'Liquid assets' },
  other_debt_service_monthly: { 'zh-Hans': '其他债务每月还款', en: 'Other debts a month' },
  offered_instalment: { 'zh-Hans': '客户提出的每期还款', en: 'Instalment the customer offers' },
  offered_down_payment: { 'zh-Hans': '客户提出的首付', en: 'Down payment the customer offers' },
  requested_months: { 'zh-Hans': '客户希望的期数', en: 'Months the customer asks for' },
  requested_start: { 'zh-Hans': '客户希望的首期日', en: 'First due date the customer asks for' },
  requested_fee_waiver_bp: {
    'zh-Hans': '客户希望减免的费用比例',
    en: 'Share of fees the customer asks to be waived',
  },
  requested_interest_waiver_bp: {
    'zh-Hans': '客户希望减免的利息比例',
    en: 'Share of interest the customer asks to be waived',
  },
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
