import { roundHalfAway } from './minor-units.ts'

export type Payment = { month: number; amount: number }

/**
 * The monthly rate at which later payments are worth the sum financed on day 0 (rules.md 6, APR): the root of
 * `financed = Σ x_t / (1+i)^t` in (−0.99, 1), to 1e-12; |i| < 1e-9 is 0. Throws RangeError without a root there.
 */
export function monthlyRate(financed: number, payments: readonly Payment[]): number {
  let low = -0.99
  let high = 1
  if (surplus(low).value < 0 || surplus(high).value > 0) throw new RangeError('no rate in (−0.99, 1)')
  let rate = 0.01
  for (let round = 0; round < 200; round++) {
    const { value, slope } = surplus(rate)
    if (value > 0) low = rate
    else high = rate
    const newton = rate - value / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - rate) < 1e-13) break
    rate = next
  }
  return Math.abs(rate) < 1e-9 ? 0 : rate

  /** Present value at a rate less the sum financed, and its derivative; the value falls as the rate rises. */
  function surplus(at: number): { value: number; slope: number } {
    let value = -financed
    let slope = 0
    let discount = 1
    let month = 0
    for (const payment of payments) {
      while (month < payment.month) {
        discount /= 1 + at
        month++
      }
      const worth = payment.amount * discount
      value += worth
      slope -= (month * worth) / (1 + at)
    }
    return { value, slope }
  }
}

export type AnnualRate = {
  apr_nominal_bp: number
  apr_effective_bp: number
  /** True when less is paid than was financed: the rate is negative and the page must say so. */
  below_financed: boolean
}

/** Annual all-in rate in basis points, nominal (12·i) and effective ((1+i)^12 − 1), every charge included (H5, H7). */
export function annualRate(financed: number, payments: readonly Payment[]): AnnualRate {
  const monthly = monthlyRate(financed, payments)
  return {
    apr_nominal_bp: roundHalfAway(monthly * 120_000),
    apr_effective_bp: roundHalfAway(((1 + monthly) ** 12 - 1) * 10_000),
    below_financed: payments.reduce((total, payment) => total + payment.amount, 0) < financed,
  }
}
