import type { Instalment, StaffOffer } from '../shapes.ts'

/** Figures read off an offer's own rows for comparing; nothing is computed that the engine has not stated. */

/** The payment made at once, when the plan starts with one: row 0 of its schedule. */
export function downPaymentOf(offer: StaffOffer): Instalment | null {
  return offer.shape === 'down_payment' ? (offer.schedule[0] ?? null) : null
}

export function largestInstalment(offer: StaffOffer): number {
  const rows = downPaymentOf(offer) ? offer.schedule.slice(1) : offer.schedule
  return Math.max(0, ...rows.map((row) => row.amount))
}

/** What the plan costs the customer beyond what is financed: the interest of its rows. */
export function costToCustomer(offer: StaffOffer): number {
  return offer.schedule.reduce((sum, row) => sum + row.interest, 0)
}

export function waivedTotal({ waived }: StaffOffer): number {
  return waived.fees + waived.default_charges + waived.interest + waived.principal
}

const monthOf = (local: string) => Number(local.slice(0, 4)) * 12 + Number(local.slice(5, 7)) - 1

export type Bar = { x: number; principal: number; interest: number }

/**
 * The rows of a schedule as bars on a ruler shared by all offers: `x` counts months from the earliest payment of
 * any of them. Two payments in one month (a down payment and an instalment) stand side by side.
 */
export function bars(schedule: readonly Instalment[], first: string): Bar[] {
  const seen = new Map<number, number>()
  return schedule.map((row) => {
    const month = monthOf(row.date) - monthOf(first)
    const nth = seen.get(month) ?? 0
    seen.set(month, nth + 1)
    return { x: month + nth / 2, principal: row.principal, interest: row.interest }
  })
}

/** The ruler for comparing offers: from the earliest payment, how many months, up to what amount. */
export function ruler(offers: readonly StaffOffer[]): { first: string; months: number; most: number } {
  const rows = offers.flatMap((offer) => offer.schedule)
  const dates = rows.map((row) => row.date).sort()
  const [first, last] = [dates[0] ?? '2000-01-01', dates.at(-1) ?? '2000-01-01']
  return {
    first,
    months: monthOf(last) - monthOf(first) + 1,
    most: Math.max(1, ...rows.map((row) => row.amount)),
  }
}
