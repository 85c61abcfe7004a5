import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsToRepay, planRows, smallestInstalment } from './schedule.ts'

describe('smallestInstalment', () => {
  it('spreads a sum without interest into equal parts, the residue on the last', () => {
    expect(smallestInstalment({ financed: 120_000, rate_bp: 0, months: 12 })).toBe(10_000)
    const rows = planRows({ financed: 100_000, rate_bp: 0, months: 3 }, 33_334)
    expect(rows.map((row) => row.amount)).toEqual([33_334, 33_334, 33_332])
  })

  it('is the smallest: one unit less leaves a last instalment above the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 50_000_000 }),
        fc.integer({ min: 0, max: 360_000 }).map((units) => units / 100),
        fc.integer({ min: 1, max: 60 }),
        (financed, rate_bp, months) => {
          const terms = { financed, rate_bp, months }
          const instalment = smallestInstalment(terms)!
          const last = (first: number) => planRows(terms, first).at(-1)!.amount
          expect(last(instalment)).toBeLessThanOrEqual(instalment)
          if (months > 1) expect(last(instalment - 1)).toBeGreaterThan(instalment - 1)
        },
      ),
    )
  })

  it('cannot spread a few cents, nothing, or no time at all', () => {
    expect(smallestInstalment({ financed: 5, rate_bp: 0, months: 60 })).toBeNull()
    expect(smallestInstalment({ financed: 0, rate_bp: 1825, months: 12 })).toBeNull()
    expect(smallestInstalment({ financed: 100_000, rate_bp: 1825, months: 3, grace: 3 })).toBeNull()
  })

  it('is exact for sums beyond the safe product of balance and rate', () => {
    const terms = { financed: 40_000_000_000_000, rate_bp: 1825.25, months: 60 }
    const rows = planRows(terms, smallestInstalment(terms)!)
    let balance = 40_000_000_000_000n
    for (const row of rows) {
      expect(BigInt(row.interest)).toBe((balance * 182_525n * 2n + 12_000_000n) / 24_000_000n)
      balance -= BigInt(row.principal)
    }
    expect(balance).toBe(0n)
  })
})

describe('monthsToRepay', () => {
  it('counts an exact twelve as twelve', () => {
    const instalment = smallestInstalment({ financed: 1_000_000, rate_bp: 1825, months: 12 })!
    expect(monthsToRepay(1_000_000, 1825, instalment, 60)).toBe(12)
    expect(monthsToRepay(1_000_000, 1825, instalment - 1, 60)).toBe(13)
    expect(monthsToRepay(120_000, 0, 10_000, 60)).toBe(12)
  })

  it('never repays with less than the interest, nor beyond the cap', () => {
    expect(monthsToRepay(1_000_000, 1200, 10_000, 1200)).toBeNull()
    expect(monthsToRepay(600_000, 0, 10_000, 60)).toBe(60)
    expect(monthsToRepay(600_001, 0, 10_000, 60)).toBeNull()
  })
})

describe('planRows', () => {
  it('rounds the interest of a month half up to the unit', () => {
    // 1,200,000 at 1.25 bp a year is 12.5 a month.
    expect(planRows({ financed: 1_200_000, rate_bp: 1.25, months: 1 }, 1)[0]!.interest).toBe(13)
  })

  it('collects simple interest of grace months with the first instalment', () => {
    const rows = planRows({ financed: 1_200_000, rate_bp: 1000, months: 5, grace: 2 }, 400_000)
    expect(rows.map((row) => row.month)).toEqual([3, 4, 5])
    expect(rows[0]).toEqual({ month: 3, amount: 420_000, principal: 390_000, interest: 30_000 })
  })

  it('steps up by position', () => {
    const factorBp = (position: number) => 10_000 + 2000 * Math.min(Math.floor(position / 2), 1)
    const terms = { financed: 440_000, rate_bp: 0, months: 4, factorBp }
    expect(planRows(terms, smallestInstalment(terms)!).map((row) => row.amount)).toEqual([
      100_000, 100_000, 120_000, 120_000,
    ])
  })
})
