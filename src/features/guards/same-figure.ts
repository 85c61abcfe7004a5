import type { Figure } from './figures.ts'

/** The figure as a plain number, for forms that carry the same number in another shape. */
function plain(figure: Figure): number | null {
  switch (figure.kind) {
    case 'bare':
    case 'count':
      return figure.value
    case 'months':
      return figure.months
    case 'days':
      return figure.days
    case 'day_of_month':
      return figure.day
    default:
      return null
  }
}

/** Whether two figures, of two texts, state the same quantity: a bare number equals any form of that number. */
export function sameFigure(a: Figure, b: Figure): boolean {
  if (a.kind === 'date' && a.after && b.kind !== 'date') return sameFigure(a.after as Figure, b)
  if (b.kind === 'date' && b.after && a.kind !== 'date') return sameFigure(a, b.after as Figure)
  if (a.kind === b.kind) {
    switch (a.kind) {
      case 'amount':
        return b.kind === 'amount' && a.minor === b.minor && a.currency === b.currency
      case 'rate':
        return (
          b.kind === 'rate' && Math.abs(a.bp - b.bp) < 1e-6 && (samePer(a.per, b.per) || a.bp <= leastYearly)
        )
      case 'date':
        return (
          b.kind === 'date' &&
          (a.date === b.date ||
            (a.after !== null && b.after !== null && sameFigure(a.after as Figure, b.after as Figure)))
        )
      case 'clock':
        return b.kind === 'clock' && a.minutes % 1440 === b.minutes % 1440
      case 'month_of_year':
        return b.kind === 'month_of_year' && a.month === b.month && (a.year ?? b.year) === (b.year ?? a.year)
      case 'year':
        return b.kind === 'year' && a.year === b.year
      case 'code':
        return b.kind === 'code' && a.code === b.code
    }
  }
  if ((a.kind === 'months' && b.kind === 'days') || (a.kind === 'days' && b.kind === 'months')) return false
  if (a.kind === 'amount' || b.kind === 'amount') {
    const [amount, other] = a.kind === 'amount' ? [a, b] : [b as Figure & { kind: 'amount' }, a]
    return (
      amount.currency === 'CNY' &&
      (other.kind === 'bare' || (other.kind === 'count' && !other.unit)) &&
      plain(other)! * 100 === amount.minor
    )
  }
  const left = plain(a)
  return left !== null && left === plain(b)
}

/** No rate so small runs by the year, so its period needs no saying (basis points). */
const leastYearly = 10

type Per = 'year' | 'month' | 'day' | 'once'

function samePer(a: Per, b: Per): boolean {
  const yearly = (per: Per) => per === 'year' || per === 'once'
  return a === b || (yearly(a) && yearly(b))
}
