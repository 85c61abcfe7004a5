/** A local calendar day; months count from 1. */
export type Day = { year: number; month: number; day: number }

/** The local day and zone written in an ISO instant with offset. */
export function localDay(at: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(at)
  if (!match) throw new RangeError(`not an ISO instant: ${at}`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

/** How many days a month has; month may run past 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether such a day exists. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** `YYYY-MM-DD`. */
export function formatDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** A day moved by whole days. */
export function addDays(from: Day, days: number): Day {
  const moved = new Date(Date.UTC(from.year, from.month - 1, from.day + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** A day moved by whole months, held at the month's last day. */
export function addMonths(from: Day, months: number): Day {
  const index = from.year * 12 + from.month - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) }
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() || 7
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}
