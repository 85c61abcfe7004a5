/** Local ISO dates (YYYY-MM-DD) by calendar arithmetic alone: no clock, no zone. */

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** The same day `months` later (or earlier), clamped to the end of a shorter month. */
export function addMonths(date: string, months: number): string {
  const day = Number(date.slice(8, 10))
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(day, daysInMonth(year, month)), 2)}`
}

/** The date `days` later (or earlier). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export type HolidayPolicy = {
  /** `none` leaves a due date where it falls; `following` moves it to the next working day. */
  shift: 'none' | 'following'
  holidays: readonly string[]
  /** Weekend days on which the bank works because of an official swap. */
  working_weekends: readonly string[]
}

function isWorkingDay(date: string, policy: HolidayPolicy): boolean {
  if (policy.holidays.includes(date)) return false
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return (weekday !== 0 && weekday !== 6) || policy.working_weekends.includes(date)
}

/** The date itself, or the next working day where policy shifts due dates. */
function shiftHoliday(date: string, policy: HolidayPolicy): string {
  if (policy.shift === 'none') return date
  let shifted = date
  while (!isWorkingDay(shifted, policy)) shifted = addDays(shifted, 1)
  return shifted
}

/** Due date of month `month` (1 is the first due date itself): month ends clamp, and a long month restores the day. */
export function dueDate(firstDue: string, month: number, policy: HolidayPolicy): string {
  return shiftHoliday(addMonths(firstDue, month - 1), policy)
}
