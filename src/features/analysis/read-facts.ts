import { readChineseNumeral } from '../../platform/language/chinese-numerals.ts'
import { findEnglishNumerals } from '../../platform/language/english-numerals.ts'
import { foldText } from '../../platform/language/fold-text.ts'
import type { Span } from '../../platform/language/quantities.ts'
import { splitSentences } from '../../platform/language/sentences.ts'
import type { Signal } from '../cases/model.ts'
import { type CounterTerms, readCounterTerms } from './read-counter-terms.ts'
import { type FigureRole, interestWords, roleOf } from './read-figure-cues.ts'
import type { Reading } from './read-message.ts'
import { readSignals } from './read-signals.ts'

/**
 * What a message says for an income-and-expenditure statement, each with the span it was read from. Sums are minor
 * units a month, as stated; nothing is filled in. `interests` lie beneath the `position`, the sentence that asks.
 */
export type Facts = {
  income: { monthly: number; kind: 'salary' | 'variable' | 'other'; span: Span }[]
  essential: { monthly: number; label: string; span: Span }[]
  debtService: { monthly: number; label: string; span: Span }[]
  owed: { minor: number; span: Span }[]
  liquidAssets?: { minor: number; span: Span }
  instalment?: { minor: number; span: Span }
  firstPayment?: { minor: number; span: Span }
  months?: { months: number; span: Span }
  firstDue?: { date: string; span: Span }
  dependants?: { count: number; span: Span }
  cause?: { signal: Signal; span: Span }
  position?: { span: Span }
  interests: { interest: string; span: Span }[]
  counter: CounterTerms | null
}

/** Reads the figures and reasons of a message whose `reading` is known. */
export function readFacts(text: string, reading: Reading): Facts {
  const folded = foldText(text)
  const facts: Facts = {
    income: [],
    essential: [],
    debtService: [],
    owed: [],
    interests: readInterests(folded),
    counter: null,
  }
  let previous: FigureRole | undefined
  reading.amounts.forEach((amount, i) => {
    if (amount.currency !== 'CNY') return
    const { before, after } = surroundings(folded, reading.amounts, i)
    const replaces =
      /^[^，。]{0,3}(?:降|减|跌|变|涨|改|缩)?[^，。]{0,2}(?:到|成|只剩|剩)|^ (?:down )?to /.test(before)
    const told = replaces && previous && roleOf(before, '') === undefined ? previous : roleOf(before, after)
    const lowered = replaces && told?.as === 'debt_service' && asksForPlan(reading)
    const role = lowered
      ? { as: 'instalment' as const }
      : (told ?? roleInPlan(before, after, previous, reading))
    if (role)
      place(
        facts,
        role,
        yearly(before, after) ? Math.floor(amount.minor / 12) : amount.minor,
        amount.span,
        replaces,
      )
    previous = role
  })
  const { terms, spans } = readCounterTerms(folded, reading, facts)
  facts.counter = Object.keys(terms).length > 0 ? terms : null
  if (terms.months !== undefined) facts.months = { months: terms.months, span: spans.months! }
  if (terms.start !== undefined) facts.firstDue = { date: terms.start, span: spans.start! }
  const dependants = readDependants(folded)
  if (dependants) facts.dependants = dependants
  const cause = readCause(text, reading.signals)
  if (cause) facts.cause = cause
  const position = splitSentences(text).find(([from, to]) => asks.test(folded.slice(from, to)))
  if (position) facts.position = { span: position }
  return facts
}

/** A sum a month without a cue: an instalment beside the other terms of a plan, else what a debt named before costs. */
function roleInPlan(
  before: string,
  after: string,
  previous: FigureRole | undefined,
  reading: Reading,
): FigureRole | undefined {
  const monthly = /(?:每个?月|一个月)(?:要|得|还要)?(还)?$/.exec(before)
  if (!monthly && !/^ ?(?:a|per|each|every|\/) ?month\b|^ monthly/.test(after)) return undefined
  if (previous?.as === 'owed' && monthly?.[1]) return { as: 'debt_service', label: 'other_debt' }
  const planned = reading.terms.length + reading.dates.length > 0 && asksForPlan(reading)
  return previous?.as === 'first_payment' || planned ? { as: 'instalment' } : undefined
}

const asksForPlan = (reading: Reading) =>
  reading.intents.some((one) => one === 'plan_request' || one === 'counter_offer')

const asks =
  /能不能|能否|可不可以|可以[^，。]*吗|想(?!不开)|希望|要求|申请|行吗|行不行|帮我|请|\b(?:can|could|would|may) (?:i|you|we)\b|\bi(?:'d| would) like\b|\bi want\b|\bplease\b/

function surroundings(
  folded: string,
  amounts: Reading['amounts'],
  i: number,
): { before: string; after: string } {
  const [start, end] = amounts[i]!.span
  const from = amounts[i - 1]?.span[1] ?? 0
  const to = amounts[i + 1]?.span[0] ?? folded.length
  const before =
    folded
      .slice(from, start)
      .split(/[。！？!?；;\n]|\.(?=\s)/)
      .at(-1) ?? ''
  const after = folded.slice(end, to).split(/[，。！？,!?；;\n]|\.(?=\s|$)| and | but /)[0] ?? ''
  return { before: before.slice(-32), after: after.slice(0, 24) }
}

function yearly(before: string, after: string): boolean {
  return (
    /年薪|年收入|一年(?:的)?(?:收入|工资|挣|赚)|\b(?:annual|yearly)\b[^.]{0,12}$/.test(before) ||
    /^ ?(?:一年|每年|\/年|a year|per year|annually)/.test(after)
  )
}

function place(facts: Facts, role: FigureRole, minor: number, span: Span, replaces: boolean): void {
  const push = <T>(list: T[], item: T) =>
    replaces && list.length > 0 ? list.splice(-1, 1, item) : list.push(item)
  if (role.as === 'income') push(facts.income, { monthly: minor, kind: role.kind, span })
  if (role.as === 'essential') push(facts.essential, { monthly: minor, label: role.label, span })
  if (role.as === 'debt_service') push(facts.debtService, { monthly: minor, label: role.label, span })
  if (role.as === 'owed') push(facts.owed, { minor, span })
  if (role.as === 'assets') facts.liquidAssets ??= { minor, span }
  if (role.as === 'instalment') facts.instalment = { minor, span }
  if (role.as === 'first_payment') facts.firstPayment ??= { minor, span }
}

function readInterests(folded: string): Facts['interests'] {
  return Object.entries(interestWords).flatMap(([interest, words]) => {
    const match = [...folded.matchAll(words)][0]
    return match ? [{ interest, span: [match.index, match.index + match[0].length] as Span }] : []
  })
}

const people = '孩子|小孩|娃|儿子|女儿|老人|父母|学生|宝宝'

function readDependants(folded: string): Facts['dependants'] {
  const chinese = new RegExp(`(\\d|[一两俩二三仨四五六])个?(?:未成年的?|上学的?|小)?(?:${people})`, 'g')
  let count = 0
  let span: Span | undefined
  const add = (number: number, from: number, to: number) => {
    count += number
    span = span ? [span[0], to] : [from, to]
  }
  for (const m of folded.matchAll(chinese))
    add(readChineseNumeral(m[1]!) ?? 0, m.index, m.index + m[0].length)
  const household = /一家([三四五六七八\d])口/.exec(folded)
  if (!span && household)
    add((readChineseNumeral(household[1]!) ?? 1) - 1, household.index, household.index + household[0].length)
  for (const m of folded.matchAll(
    /\b(\d|a|one|two|three|four|five|six) (?:\w+ )?(?:kids?|child(?:ren)?|sons?|daughters?|dependants?|dependents?|elderly parents?)\b/g,
  )) {
    const number = m[1] === 'a' ? 1 : (findEnglishNumerals(m[1]!)[0]?.value ?? Number(m[1]))
    add(number, m.index, m.index + m[0].length)
  }
  return span && count > 0 ? { count, span } : undefined
}

/** The first sentence that tells why paying is hard. */
function readCause(text: string, signals: readonly Signal[]): Facts['cause'] {
  const causes: Signal[] = [
    'job_loss',
    'income_drop',
    'illness',
    'bereavement',
    'disaster',
    'claims_fraud',
    'overindebted',
  ]
  if (!causes.some((signal) => signals.includes(signal))) return undefined
  for (const [from, to] of splitSentences(text)) {
    const said = readSignals(text.slice(from, to))
    const signal = causes.find((one) => said.includes(one) && signals.includes(one))
    if (signal) return { signal, span: [from, to] }
  }
  return undefined
}
