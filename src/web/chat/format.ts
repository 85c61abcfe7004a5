import type { Language } from './shapes.ts'

const zone = 'Asia/Shanghai'
const locale = (language: Language) => (language === 'en' ? 'en-GB' : 'zh-CN')

/** Minor units of CNY as the reader writes money: ¥1,234.56. */
export function money(language: Language, minor: number): string {
  return new Intl.NumberFormat(locale(language), {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  }).format(minor / 100)
}

/** Basis points a year as a percentage with two decimals: 725 → 7.25%. */
export function percent(language: Language, bp: number): string {
  return new Intl.NumberFormat(locale(language), { style: 'percent', minimumFractionDigits: 2 }).format(
    bp / 1e4,
  )
}

/** A local date (2026-12-15) in full. */
export function date(language: Language, iso: string): string {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(iso),
  )
}

/** A local date, short enough for a table. */
export function shortDate(language: Language, iso: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale(language), parts).format(new Date(iso))
}

/** An instant as date and time in the bank's zone. */
export function moment(language: Language, iso: string): string {
  const parts = { dateStyle: 'medium', timeStyle: 'short', timeZone: zone } as const
  return new Intl.DateTimeFormat(locale(language), parts).format(new Date(iso))
}

/** The clock time of an instant in the bank's zone. */
export function clock(language: Language, iso: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone } as const
  return new Intl.DateTimeFormat(locale(language), parts).format(new Date(iso))
}

/** The bank's local date of an instant, ISO. */
export function dayOf(iso: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone } as const
  return new Intl.DateTimeFormat('sv-SE', parts).format(new Date(iso))
}
