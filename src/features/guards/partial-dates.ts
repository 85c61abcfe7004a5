import { readChineseNumeral } from '../../platform/language/chinese-numerals.ts'
import type { Span } from '../../platform/language/quantities.ts'
import type { Figure } from './figures.ts'
import { hourOf } from './read-clocks.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'

/** "15 日内", "延长至 30 日" count days; "每月 15 日" names one. */
function isSpanOfDays(folded: string, start: number, end: number): boolean {
  if (/每个?月的?\s?$/.test(folded.slice(0, start))) return false
  return (
    /^\s?(?:之内|以内|内|后|之后|有效)/.test(folded.slice(end)) ||
    /(?:超过|延长至|延长到|延长|长达|最长|最多|满|为期|不足|再延|共)\s?$/.test(folded.slice(0, start))
  )
}

/** Days without a month, months without a day, years: what a folded text names of a date in part. */
export function readPartialDates(folded: string, instant: string): Figure[] {
  const figures = readSlashDates(folded, instant)
  const put = (match: RegExpMatchArray, make: (span: Span) => Figure) => {
    const at = match.index ?? 0
    figures.push(make([at, at + match[0].length]))
  }
  for (const match of folded.matchAll(
    /(?:(\d{4})\s?年\s?)?(?<![\d.])(1[0-2]|0?[1-9])\s?月(?!\d|供|份?额)份?/g,
  )) {
    const year = match[1] ? Number(match[1]) : undefined
    put(match, (span) => ({
      kind: 'month_of_year',
      month: Number(match[2]),
      ...(year ? { year } : {}),
      span,
    }))
  }
  for (const match of folded.matchAll(new RegExp(`(?<![a-z])(${monthWord}),?\\s(\\d{4})(?!\\d)`, 'g'))) {
    const month = monthNames.indexOf(match[1]!.slice(0, 3)) + 1
    put(match, (span) => ({ kind: 'month_of_year', month, year: Number(match[2]), span }))
  }
  for (const match of folded.matchAll(
    /(?<!\p{Script=Han}月)([一二三四五六七八九]?[十百][零一二三四五六七八九十]*)日/gu,
  )) {
    const days = readChineseNumeral(match[1]!)
    if (days && isSpanOfDays(folded, match.index, match.index + match[0].length))
      put(match, (span) => ({ kind: 'days', days, span }))
  }
  for (const match of folded.matchAll(/(?<![\d.])(3[01]|[12]\d|[1-9])\s?[日号](?!\d)/g)) {
    const lasts = match[0].endsWith('日') && isSpanOfDays(folded, match.index, match.index + match[0].length)
    if (lasts) put(match, (span) => ({ kind: 'days', days: Number(match[1]), span }))
    else put(match, (span) => ({ kind: 'day_of_month', day: Number(match[1]), span }))
  }
  for (const match of folded.matchAll(
    /(?<=每个?月(?:的)?)([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/g,
  )) {
    const day = hourOf(match[1]!)
    if (day) put(match, (span) => ({ kind: 'day_of_month', day, span }))
  }
  for (const match of folded.matchAll(
    /(?<![\d.,])(3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=\s?(?:$|[,.;)]|day\b|of (?:each|every|the) month|each|every|and|to|or|at|in))/g,
  )) {
    put(match, (span) => ({ kind: 'day_of_month', day: Number(match[1]), span }))
  }
  for (const match of folded.matchAll(
    /(?<=\b(?:of|on|by|from|since|until|till|before|after|to) the )(3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?! (?:of|floor|time|payment|repayment|instal?lment|month|year|birthday|century|party|and last|day\b))/g,
  )) {
    put(match, (span) => ({ kind: 'day_of_month', day: Number(match[1]), span }))
  }
  for (const match of folded.matchAll(/(?<![\d.,¥$])(?:19|20)\d{2}(?:\s?年|(?=[ ,.)]|$))/g)) {
    put(match, (span) => ({ kind: 'year', year: Number.parseInt(match[0], 10), span }))
  }
  return figures
}

/** "消费日 11/08", "due 12/05": a month and a day where a date is announced. */
function readSlashDates(folded: string, instant: string): Figure[] {
  const announced =
    /(?:日期?|\b(?:date|due|dated|posted|on|by|until|from|to))[\s:|]{1,8}((1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9]))(?![\d/])/dg
  return [...folded.matchAll(announced)].map((match): Figure => {
    const [month, day] = [match[2]!, match[3]!].map((part) => part.padStart(2, '0'))
    const date = `${instant.slice(0, 4)}-${month}-${day}`
    return {
      kind: 'date',
      date,
      tense: 'open',
      short: null,
      yearless: true,
      loose: 0,
      after: null,
      span: match.indices![1]!,
    }
  })
}
