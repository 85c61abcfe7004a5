import type { Figure } from './figures.ts'

/** A day named by its weekday or its number in the month alone may lie on either side of today. */
export type ShortDay = 'weekday' | 'day' | null

const weekday =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?|(?:周|星期|礼拜)[一二三四五六日天])$/
const dayOfMonth = /^(?:the )?\d{1,2}(?:st|nd|rd|th)$|^\d{1,2}\s?号$/

/** How a folded date leaves its week or month unsaid. */
export function shortDay(shown: string): ShortDay {
  if (weekday.test(shown)) return 'weekday'
  return dayOfMonth.test(shown) ? 'day' : null
}

const milliseconds = 86_400_000
const dayOf = (date: string) => Math.round(Date.parse(date.slice(0, 10)) / milliseconds)

/** Whether two ISO dates fall on the same day of the week. */
export function sameWeekday(a: string, b: string): boolean {
  return (dayOf(a) - dayOf(b)) % 7 === 0
}

/** "Your call on Monday", "the letter of the 9th": the nearest such day before or after today. */
export function mayBeDay(figure: Figure & { kind: 'date' }, date: string, today: string): boolean {
  const ahead = dayOf(date) - dayOf(today)
  if ((figure.tense === 'past' && ahead > 0) || (figure.tense === 'future' && ahead < 0)) return false
  const away = Math.abs(ahead)
  if (figure.short === 'weekday') return away <= 7 && sameWeekday(figure.date, date)
  return figure.short === 'day' && away <= 31 && figure.date.slice(8) === date.slice(8, 10)
}

/** "Friday the 9th", "9日(周五)": nothing but a bracket, a comma or "that is" between the two. */
const beside = /^[\s,(]*(?:the |that is,? |i\.e\.,? |即|也就是)?$/

/** Whether a date is named by its weekday, no number beside it. */
export function isWeekday(folded: string, figure: Figure): boolean {
  const shown = folded.slice(...figure.span)
  return /day\b|周|星期|礼拜/.test(shown) && !/\d|[日号]$/.test(shown.replace(/(?<=[周期拜])日$/, ''))
}

/** Whether two dates of a text name one day, one of them by its weekday. */
export function namesSameDay(folded: string, a: Figure, b: Figure): boolean {
  if (a.kind !== 'date' || b.kind !== 'date' || a.span[0] >= b.span[0]) return false
  return isWeekday(folded, a) !== isWeekday(folded, b) && beside.test(folded.slice(a.span[1], b.span[0]))
}
