import { amountText, rateText } from '../../platform/money.ts'
import { careSignals, holdSignals, type Signal } from '../cases/model.ts'
import type { Case, CaseFact, CaseSignal } from '../cases/store.ts'
import type { Message } from '../conversations/model.ts'
import { type AccountRow, type Profile, totalOwed } from '../customers/model.ts'
import { missingFacts, statementOf } from './known-figures.ts'
import type { Analysis, Claim, Evidence } from './model.ts'
import { causeLabels, labelOf, questions } from './questions.ts'

export type AnalysisInput = {
  language: 'zh-Hans' | 'en'
  of: Pick<Case, 'kind'>
  profile: Profile
  account: AccountRow | undefined
  messages: Pick<Message, 'id' | 'direction' | 'text'>[]
  facts: CaseFact[]
  signals: CaseSignal[]
  /** Clauses that bear on the matter on the day, best first. */
  clauses: { ref: string; title: string; number: string; heading: string }[]
}

const words = {
  'zh-Hans': {
    nature: {
      credit_hardship: '客户表示难以按原约定还款，请求调整还款安排。',
      investment_consultation: '客户对理财产品有疑问。',
      complaint: '客户提出投诉。',
      fee_waiver: '客户请求减免费用。',
      general: '客户有一般性问题。',
    },
    owed: (total: string, days: number, rate: string) =>
      `欠款合计 ${total}，逾期 ${days} 天，合同年利率 ${rate}。`,
    disposable: (left: string) => `按已知收支，每月可支配余额约 ${left}（未计本笔欠款）。`,
    interest: '客户愿意还款，希望月供在承受范围内。',
    history: (n: number) => `近期与本行往来记录 ${n} 条。`,
    risk: '若无可行安排，逾期可能继续加深；以负担得起的安排换取持续还款，对双方都更好。',
    rule: (title: string, number: string, heading: string) => `适用《${title}》第${number}条（${heading}）。`,
  },
  en: {
    nature: {
      credit_hardship:
        'The customer says the agreed repayments are hard to keep and asks for another arrangement.',
      investment_consultation: 'The customer has doubts about a wealth product.',
      complaint: 'The customer complains.',
      fee_waiver: 'The customer asks for a fee to be waived.',
      general: 'The customer has a general question.',
    },
    owed: (total: string, days: number, rate: string) =>
      `Total owed ${total}, ${days} days past due, contract rate ${rate} a year.`,
    disposable: (left: string) => `On known figures about ${left} is left each month (before this debt).`,
    interest: 'The customer is willing to repay and wants an instalment that can be kept.',
    history: (n: number) => `${n} recent entries in the bank's records.`,
    risk: 'Without a workable plan the arrears are likely to deepen; an affordable one keeps payments coming, which serves both.',
    rule: (title: string, number: string, heading: string) =>
      `"${title}", clause ${number} (${heading}) applies.`,
  },
}

const effects: Record<'care' | 'hold' | 'route', { 'zh-Hans': string; en: string }> = {
  care: { 'zh-Hans': '暂停催收，优先处理', en: 'collection on hold, handled first' },
  hold: {
    'zh-Hans': '在人工核实并记录前不得提出方案',
    en: 'no offer until a person has recorded a clearance',
  },
  route: { 'zh-Hans': '需由人工按相应流程处理', en: 'a person handles it on its own path' },
}

/** Draws up the analysis from what is known; pure, so the same facts always give the same analysis. */
export function analyseCase(input: AnalysisInput): Analysis {
  const { language } = input
  return {
    language,
    claims: [...matter(input), ...figures(input), ...background(input)],
    questions: missingFacts(input.profile, input.facts).map((field) => ({
      field,
      text: questions[field]?.[language] ?? field,
    })),
    forces: input.signals
      .filter((signal) => signal.cleared_at === null)
      .map(({ signal }) => ({ signal, effect: effectOf(signal), text: effects[effectOf(signal)][language] })),
  }
}

export function effectOf(signal: Signal): 'care' | 'hold' | 'route' {
  if (holdSignals.includes(signal)) return 'hold'
  return careSignals.includes(signal) ? 'care' : 'route'
}

function matter(input: AnalysisInput): Claim[] {
  const say = words[input.language]
  const claims: Claim[] = []
  const first = input.messages.find((message) => message.direction === 'in')
  if (first) claims.push({ aspect: 'nature', text: say.nature[input.of.kind], evidence: [quoteOf(first)] })
  const cause = input.facts.find((fact) => fact.name === 'cause')
  if (cause) {
    claims.push({
      aspect: 'cause',
      text: causeLabels[cause.value]?.[input.language] ?? String(cause.value),
      grade: cause.grade,
      evidence: evidenceOf(cause, input),
    })
  }
  const willing = input.facts.find((fact) => fact.name === 'willing' && fact.value === 'yes')
  if (willing) claims.push({ aspect: 'interest', text: say.interest, evidence: evidenceOf(willing, input) })
  return claims
}

function figures(input: AnalysisInput): Claim[] {
  const { language, account, facts } = input
  const say = words[language]
  const claims: Claim[] = []
  if (account) {
    const total = totalOwed(account)
    const text = say.owed(
      amountText(total, language),
      account.days_past_due,
      rateText(account.annual_rate_bp),
    )
    claims.push({
      aspect: 'effect',
      text,
      amount: total,
      grade: 'bank',
      evidence: [{ from: 'record', record: account.id, label: account.masked_number }],
    })
  }
  for (const fact of facts) {
    if (typeof fact.value !== 'number' || fact.name === 'requested_months' || fact.name === 'dependants')
      continue
    claims.push({
      aspect: 'figure',
      text: `${labelOf(fact.name, language)}${language === 'en' ? ': ' : '：'}${amountText(fact.value, language)}`,
      amount: fact.value,
      grade: fact.grade,
      evidence: evidenceOf(fact, input),
    })
  }
  const left = leftEachMonth(input)
  if (left !== undefined) {
    claims.push({
      aspect: 'figure',
      text: say.disposable(amountText(left, language)),
      amount: left,
      evidence: [
        { from: 'record', record: 'income-and-expenditure', label: labelOf('monthly_income', language) },
      ],
    })
  }
  return claims
}

function leftEachMonth({ profile, facts }: AnalysisInput): number | undefined {
  const statement = statementOf(profile, facts)
  const spending = statement.essential.map((item) => item.monthly)
  const { priorityDebtsMonthly, otherDebtServiceMonthly } = statement
  if (statement.income.length === 0 || spending.length === 0 || spending.includes(null)) return undefined
  if (priorityDebtsMonthly === null || otherDebtServiceMonthly === null) return undefined
  const income = statement.income
    .map((item) => (item.kind === 'variable' ? Math.floor((item.monthly * 8) / 10) : item.monthly))
    .reduce((sum, monthly) => sum + monthly, 0)
  const out = spending.reduce<number>((sum, monthly) => sum + (monthly ?? 0), 0)
  return income - out - priorityDebtsMonthly - otherDebtServiceMonthly
}

function background(input: AnalysisInput): Claim[] {
  const say = words[input.language]
  const claims: Claim[] = []
  const { history } = input.profile
  if (history.length > 0) {
    claims.push({
      aspect: 'history',
      text: say.history(history.length),
      evidence: history.slice(-3).map((entry) => ({ from: 'record', record: entry.kind, label: entry.text })),
    })
  }
  if (input.account && input.of.kind === 'credit_hardship') {
    claims.push({
      aspect: 'risk',
      text: say.risk,
      evidence: [{ from: 'record', record: input.account.id, label: input.account.masked_number }],
    })
  }
  for (const clause of input.clauses) {
    claims.push({
      aspect: 'rule',
      text: say.rule(clause.title, clause.number, clause.heading),
      evidence: [{ from: 'clause', ref: clause.ref }],
    })
  }
  return claims
}

function evidenceOf(fact: CaseFact, { messages }: AnalysisInput): Evidence[] {
  const message = messages.find((one) => one.id === fact.messageId)
  return [message ? quoteOf(message) : { from: 'record', record: fact.id, label: fact.name }]
}

function quoteOf(message: Pick<Message, 'id' | 'text'>): Evidence {
  return { from: 'message', messageId: message.id, quote: message.text.slice(0, 160) }
}
