import { describe, expect, it } from 'vitest'
import { annualRate, monthlyRate } from './annual-rate.ts'

const monthly = (amounts: number[]) => amounts.map((amount, index) => ({ month: index + 1, amount }))

describe('annualRate', () => {
  it('knows the rate of one payment a year later', () => {
    const rate = annualRate(100_000, [{ month: 12, amount: 112_000 }])
    expect(rate).toMatchObject({ apr_effective_bp: 1200, below_financed: false })
    expect(rate.apr_nominal_bp).toBe(Math.round((1.12 ** (1 / 12) - 1) * 12 * 10_000))
  })

  it('is one per cent a month for the textbook annuity', () => {
    // 12 payments of 88.8488 repay 1000 at 1 % a month.
    expect(annualRate(10_000_000_000, monthly(Array(12).fill(888_487_887))).apr_nominal_bp).toBe(1200)
  })

  it('is zero when payments add up to the sum, and says when they do not reach it', () => {
    expect(annualRate(120_000, monthly(Array(12).fill(10_000)))).toEqual({
      apr_nominal_bp: 0,
      apr_effective_bp: 0,
      below_financed: false,
    })
    const less = annualRate(120_000, monthly(Array(12).fill(9_900)))
    expect(less.below_financed).toBe(true)
    expect(less.apr_nominal_bp).toBeLessThan(0)
  })

  it('finds extreme roots inside the bracket and refuses those outside', () => {
    expect(monthlyRate(100, [{ month: 1, amount: 199 }])).toBeCloseTo(0.99, 10)
    expect(monthlyRate(100, [{ month: 1, amount: 2 }])).toBeCloseTo(-0.98, 10)
    expect(() => monthlyRate(100, [{ month: 1, amount: 201 }])).toThrow(RangeError)
    expect(() => monthlyRate(100, [])).toThrow(RangeError)
  })
})
