import { addDays, addMonths, compareDays, type Day, isDay, weekday } from './calendar.ts'
import type { Tense } from './date-tense.ts'

/**
 * A month and day without a year: the next such day, or the last one when spoken of as past. `mixed` takes the nearer
 * of the two, and `open` looks back only to a day of the last month.
 */
export function nearestYear(month: number, day: number, today: Day, tense: Tense): Day | undefined {
  const last = firstDay(month, day, today, -1)
  const next = firstDay(month, day, today, 1)
  if (tense === 'past' || tense === 'future' || !last || !next) return tense === 'past' ? last : next
  const back = daysBetween(last, today)
  return back <= (tense === 'open' ? 31 : daysBetween(today, next) - 1) && back > 0 ? last : next
}

function firstDay(month: number, day: number, today: Day, step: 1 | -1): Day | undefined {
  for (let shift = 0; shift <= 8; shift++) {
    const candidate = { year: today.year + step * shift, month, day }
    if (isDay(candidate) && compareDays(candidate, today) * step >= 0) return candidate
  }
  return undefined
}

function daysBetween(from: Day, to: Day): number {
  const stamp = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day)
  return Math.round((stamp(to) - stamp(from)) / 86_400_000)
}

/** The first such month and day on or after `from`: the later end of a stretch of time. */
export function firstFrom(from: Day, month: number, day: number): Day | undefined {
  return firstDay(month, day, from, 1)
}

/** A day of the month without a month: the next such day, or the last one when spoken of as past. */
export function nearestMonth(day: number, today: Day, past: boolean): Day | undefined {
  for (let shift = 0; shift <= 12; shift++) {
    const { year, month } = addMonths({ ...today, day: 1 }, past ? -shift : shift)
    const candidate = { year, month, day }
    if (isDay(candidate) && (past ? compareDays(candidate, today) <= 0 : compareDays(candidate, today) >= 0))
      return candidate
  }
  return undefined
}

/** A weekday without a week: the coming one, or the last one when spoken of as past; never today. */
export function nearestWeekday(wanted: number, today: Day, past: boolean): Day {
  const ahead = (wanted - weekday(today) + 7) % 7 || 7
  return addDays(today, past ? (ahead === 7 ? -7 : ahead - 7) : ahead)
}
