import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithinShare, roundHalfAway, shareDown, shareHalfUp } from './minor-units.ts'

const amount = fc.integer({ min: 0, max: 50_000_000_000_000 })
const rate = fc.integer({ min: 0, max: 1_000_000 })

describe('shares of an amount', () => {
  it('are exact at any size', () => {
    fc.assert(
      fc.property(
        amount,
        rate,
        fc.integer({ min: 10_000, max: 12_000_000 }),
        (whole, numerator, denominator) => {
          const product = BigInt(whole) * BigInt(numerator)
          const by = BigInt(denominator)
          expect(BigInt(shareDown(whole, numerator, denominator))).toBe(product / by)
          expect(BigInt(shareHalfUp(whole, numerator, denominator))).toBe((product * 2n + by) / (by * 2n))
        },
      ),
    )
  })

  it('compare to the cent', () => {
    expect(isWithinShare(50, 5000, 100)).toBe(true)
    expect(isWithinShare(51, 5000, 100)).toBe(false)
    expect(isWithinShare(5_000_000_000_001, 5000, 10_000_000_000_002)).toBe(true)
    expect(isWithinShare(5_000_000_000_002, 5000, 10_000_000_000_002)).toBe(false)
    expect(isWithinShare(0, 0, 0)).toBe(true)
  })
})

describe('roundHalfAway', () => {
  it.each([
    [1624.5, 1625],
    [-1624.5, -1625],
    [0.4, 0],
    [-0.4, 0],
  ])('%d is %i', (value, rounded) => {
    expect(roundHalfAway(value)).toBe(rounded)
  })
})
