import { mayBeDay } from './date-readings.ts'
import type { ClaimedRoles } from './detect-role.ts'
import type { Figure } from './figures.ts'
import { topicsOfFact } from './label-topics.ts'
import type { Fact, FactRole } from './model.ts'

const number = (value: Fact['value']) =>
  typeof value === 'number' ? value : Number(value.replaceAll(',', ''))
const digitsOf = (value: Fact['value']) => String(value).replace(/\D/g, '')

/** Roles for which a rounded figure is never good enough (contracts.md, `guard`). */
const exactRoles = new Set<FactRole>(['instalment', 'total', 'apr_nominal', 'apr_effective'])

function termUnit(fact: Fact): 'month' | 'day' | null {
  if (fact.unit) return fact.unit
  if (fact.role === 'months') return 'month'
  const written = `${fact.label ?? ''} ${typeof fact.value === 'string' ? fact.value : ''}`.toLowerCase()
  if (/天|日|\bdays?\b|\bp\d+d\b/.test(written)) return 'day'
  return /个月|月数|期数|\bmonths?\b|\bp\d+m\b/.test(written) ? 'month' : null
}

function termValue(fact: Fact): number {
  if (typeof fact.value === 'number') return fact.value
  return Number(/\d+/.exec(fact.value)?.[0] ?? Number.NaN)
}

/** A day or month rate may not stand for a yearly one: beyond these no bank's daily or monthly rate goes. */
function perFits(per: 'year' | 'month' | 'day' | 'once', fact: Fact, value: number): boolean {
  if (per === 'year' || per === 'once') return true
  if (fact.role === 'apr_nominal' || fact.role === 'apr_effective') return false
  const label = (fact.label ?? '').toLowerCase()
  if (per === 'day') return /日|天|day|daily/.test(label) || value <= 15
  return /月|month/.test(label) || value <= 300
}

/** Counts that may be told as a percentage. */
const isShare = /%|percent|per cent|share|ratio|rate|discount|比|率|占|折|成/i
/** What a number of months never counts. */
const things =
  /^(?:样|件|份|张|笔|条|项|次|人|口|位|名|封|趟|遍|家|papers?|documents?|letters?|calls?|people|persons?|visits?|options?|ways?|points?|questions?|cards?|copies)$/

/** Whether a figure equals a fact; `approximate` widens to 1 % where the fact's role allows it. */
export function equalsFact(figure: Figure, fact: Fact, approximate: boolean, today: string): boolean {
  const value = number(fact.value)
  const near = (stated: number) => {
    if (!approximate) return Math.abs(stated - value) < 1e-6
    return (
      !(fact.role && exactRoles.has(fact.role)) && Math.abs(stated - value) <= Math.abs(value) * 0.01 + 1e-6
    )
  }
  switch (figure.kind) {
    case 'amount':
      return (
        fact.kind === 'amount' &&
        (fact.currency ?? 'CNY').toUpperCase() === figure.currency &&
        near(figure.minor)
      )
    case 'rate':
      if (fact.kind === 'count')
        return near(figure.bp / 100) && figure.per === 'once' && isShare.test(fact.label ?? '%')
      return fact.kind === 'rate' && near(figure.bp) && perFits(figure.per, fact, value)
    case 'date':
      if (fact.kind !== 'date')
        return figure.after !== null && equalsFact(figure.after as Figure, fact, approximate, today)
      return isSameDay(figure, String(fact.value).slice(0, 10), today)
    case 'months':
      if (fact.kind === 'count')
        return (
          value === figure.months || (value * 12 === figure.months && /年|\byears?\b/.test(fact.label ?? ''))
        )
      return fact.kind === 'term' && termUnit(fact) !== 'day' && termValue(fact) === figure.months
    case 'days':
      if (fact.kind === 'count') return value === figure.days
      if (fact.kind === 'date') return daysFrom(today, String(fact.value)) === figure.days
      return fact.kind === 'term' && termUnit(fact) !== 'month' && termValue(fact) === figure.days
    case 'count':
      if (fact.kind === 'count') return near(figure.value)
      if (fact.kind === 'term') return termValue(fact) === figure.value && !things.test(figure.unit ?? '')
      return figure.unit === 'ordinal' ? false : bareFits(figure.value, fact, near)
    case 'bare':
      return bareFits(figure.value, fact, near) || endsWithDigits(figure.raw, fact)
    case 'clock':
      return typeof fact.value === 'string' && clocksIn(fact.value).includes(figure.minutes)
    case 'day_of_month':
      if (fact.kind === 'date') return Number(String(fact.value).slice(8, 10)) === figure.day
      return (fact.kind === 'count' || fact.kind === 'term') && value === figure.day
    case 'month_of_year':
      if (fact.kind === 'count') return value === figure.month && figure.year === undefined
      if (fact.kind !== 'date') return false
      if (figure.year !== undefined && Number(String(fact.value).slice(0, 4)) !== figure.year) return false
      return Number(String(fact.value).slice(5, 7)) === figure.month
    case 'year':
      return (
        (fact.kind === 'date' && Number(String(fact.value).slice(0, 4)) === figure.year) ||
        value === figure.year
      )
    case 'code':
      return `${fact.value} ${fact.label ?? ''}`.toUpperCase().includes(figure.code)
  }
}

function bareFits(stated: number, fact: Fact, near: (value: number) => boolean): boolean {
  const value = number(fact.value)
  if (fact.kind === 'count') return value === stated
  if (fact.kind === 'term') return termValue(fact) === stated
  if (fact.kind === 'amount') return near(Math.round(stated * 100))
  return fact.kind === 'rate' && Math.abs(value - stated * 100) < 1e-6
}

/** The tail of a card or reference number may stand for the whole. */
function endsWithDigits(raw: string, fact: Fact): boolean {
  if (typeof fact.value !== 'string' || fact.kind === 'date' || raw.length < 3) return false
  const digits = digitsOf(fact.value)
  return digits.length >= raw.length && digits.endsWith(raw.replace(/\D/g, ''))
}

function clocksIn(text: string): number[] {
  return [...text.matchAll(/(\d{1,2}):(\d{2})/g)].map((match) => Number(match[1]) * 60 + Number(match[2]))
}

function daysFrom(today: string, date: string): number {
  return Math.round((Date.parse(date.slice(0, 10)) - Date.parse(today.slice(0, 10))) / 86_400_000)
}

/** A day written without its year may be the one before or after today, whichever the fact has. */
function isSameDay(figure: Figure & { kind: 'date' }, date: string, today: string): boolean {
  if (figure.date === date || mayBeDay(figure, date, today)) return true
  return figure.yearless && figure.date.slice(5) === date.slice(5) && Math.abs(daysFrom(today, date)) <= 366
}

/**
 * Whether a fact may stand where the words claim `claimed`. A fact without a role fits anywhere, and so does
 * one whose rivals are none: words contradict a fact only where another fact holds the role they claim. `told`:
 * what the phrase speaks of; a fact whose label is about that needs no role.
 */
export function fitsRole(
  fact: Fact,
  claimed: ClaimedRoles,
  facts: readonly Fact[],
  told: ReadonlySet<string>,
): boolean {
  if (!claimed || claimed.length === 0 || !fact.role || claimed.includes(fact.role)) return true
  const held = facts.some((other) => other.kind === fact.kind && other.role && claimed.includes(other.role))
  // A wish of the customer's is monthly too, and no instalment for that.
  const shared = (topic: string) => told.has(topic) && !(topic === 'monthly' && fact.source === 'message')
  if (fact.role === 'other') return !held || [...topicsOfFact(fact)].some(shared)
  return !held
}
