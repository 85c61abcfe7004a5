import type { Locale } from './language.ts'

/** Intl wants a region for day-before-month English dates, which cannot be misread beside Chinese ones. */
const intl = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'zh-CN')

/** Money from integer minor units, always with its two decimals: ¥12,345.00. */
export function money(minor: number, locale: Locale, currency = 'CNY'): string {
  return new Intl.NumberFormat(intl(locale), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(minor / 100)
}

/** Basis points as a percentage, with the two extra digits only where they carry something: 1825 → 18.25%. */
export function percent(bp: number, locale: Locale): string {
  return new Intl.NumberFormat(intl(locale), {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  }).format(bp / 10_000)
}

/** A whole number of percent, for shares of a few items: 0.85 → 85%. */
export function share(part: number, whole: number, locale: Locale): string {
  if (whole === 0) return '–'
  return new Intl.NumberFormat(intl(locale), { style: 'percent', maximumFractionDigits: 0 }).format(
    part / whole,
  )
}

export function count(n: number, locale: Locale): string {
  return new Intl.NumberFormat(intl(locale)).format(n)
}

/** A local date (`2026-11-23`), which belongs to no zone: shown as written, never shifted. */
export function date(local: string, locale: Locale): string {
  return new Intl.DateTimeFormat(intl(locale), {
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${local.slice(0, 10)}T00:00:00Z`))
}

/** An instant in the bank's zone: the time alone when it falls on the day of `now`, else day and time. */
export function moment(instant: string, locale: Locale, zone: string, now: number): string {
  const at = new Date(instant)
  const time = new Intl.DateTimeFormat(intl(locale), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at)
  const day = (ms: number | Date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(ms)
  if (day(at) === day(now)) return time
  const sameYear = day(at).slice(0, 4) === day(now).slice(0, 4)
  const dated = new Intl.DateTimeFormat(intl(locale), {
    year: sameYear ? undefined : 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: zone,
  }).format(at)
  return `${dated} ${time}`
}

/** An instant in full, to the second, for records. */
export function stamp(instant: string, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(intl(locale), {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(instant))
}

/** A length of time in its two largest units at most: 90 s → 1 min; 5 400 s → 1 h 30 min. */
export function duration(ms: number, locale: Locale): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const words = locale === 'en' ? [' d', ' h', ' min'] : [' 天', ' 小时', ' 分']
  if (d > 0) return `${d}${words[0]}${h > 0 ? ` ${h}${words[1]}` : ''}`
  if (h > 0) return `${h}${words[1]}${m > 0 ? ` ${m}${words[2]}` : ''}`
  return `${m}${words[2]}`
}

/** How much of a service target is left at `now`. `late` once it has passed, `close` within the last half-hour. */
export function countdown(dueAt: string, now: number): { ms: number; tone: 'late' | 'close' | 'calm' } {
  const ms = Date.parse(dueAt) - now
  return { ms, tone: ms < 0 ? 'late' : ms < 30 * 60_000 ? 'close' : 'calm' }
}
