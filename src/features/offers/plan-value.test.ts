import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hazardOf, planValue } from './plan-value.ts'
import { planRows, smallestInstalment } from './schedule.ts'

const policy = {
  base_bp: 100,
  load_slope: 1.5,
  load_pivot_bp: 3500,
  stated_income_bp: 12_500,
  down_payment_bp: 8000,
  cap_bp: 2500,
}

describe('planValue', () => {
  const rowsOf = (financed: number, months: number, grace = 0) => {
    const terms = { financed, rate_bp: 0, months, grace }
    return planRows(terms, smallestInstalment(terms)!)
  }

  it('is the sum financed when nothing is lost, discounted or charged, whatever the hazard', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 20_000_000 }),
        fc.integer({ min: 6, max: 60 }),
        fc.integer({ min: 0, max: 5 }),
        fc.double({ min: 0, max: 0.25, noNaN: true }),
        (financed, months, grace, hazard) => {
          const terms = {
            down_payment: 0,
            financed,
            rate_bp: 0,
            rows: rowsOf(financed, months, grace),
            revived: 0,
          }
          const rates = { hazard, discount: 0, recovery: 1, lag: 0 }
          expect(planValue(terms, rates)).toBeCloseTo(financed, 4)
        },
      ),
    )
  })

  it('follows the formula for two months by hand', () => {
    const terms = { down_payment: 500, financed: 2000, rate_bp: 0, rows: rowsOf(2000, 2), revived: 100 }
    const kept = (0.9 * 1000) / 1.1 + (0.81 * 1000) / 1.1 ** 2
    const broken = (0.1 * 0.5 * 2100) / 1.1 ** 4 + (0.09 * 0.5 * 1100) / 1.1 ** 5
    expect(planValue(terms, { hazard: 0.1, discount: 0.1, recovery: 0.5, lag: 3 })).toBeCloseTo(
      500 + kept + broken,
      9,
    )
  })
})

describe('hazardOf', () => {
  const plain = { load_bp: 3500, stated_income: false, down_payment: false }
  it.each([
    [plain, 0.01],
    [{ ...plain, load_bp: 5500 }, 0.01 * Math.exp(0.3)],
    [{ ...plain, stated_income: true }, 0.0125],
    [{ ...plain, down_payment: true }, 0.008],
    [{ ...plain, load_bp: 50_000 }, 0.25],
  ])('%j breaks with %d a month', (terms, hazard) => {
    expect(hazardOf(terms, policy)).toBeCloseTo(hazard, 12)
  })
})
