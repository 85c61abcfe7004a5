import { describe, expect, it } from 'vitest'
import { bootstrap, countInterval, shareInterval } from './confidence.ts'

const rounded = (interval: number[]) => interval.map((end) => Math.round(end * 1000) / 1000)

describe('intervals', () => {
  it('of a share are Wilson’s', () => {
    expect(rounded(shareInterval(0, 10))).toEqual([0, 0.278])
    expect(rounded(shareInterval(5, 10))).toEqual([0.237, 0.763])
    expect(rounded(shareInterval(10, 10))).toEqual([0.722, 1])
    expect(shareInterval(0, 0)).toEqual([0, 1])
  })

  it('of a count are Byar’s, near the exact ones of Poisson', () => {
    expect(rounded(countInterval(0))).toEqual([0, 3.668])
    const exact = [4.795, 18.39]
    countInterval(10).forEach((end, side) => {
      expect(Math.abs(end - exact[side]!)).toBeLessThan(0.02)
    })
  })

  it('of a mean come from resampling and shrink with the size', () => {
    const column = (size: number) => Float64Array.from({ length: size }, (_, index) => index % 2)
    const spread = (size: number) => {
      const { point, intervals } = bootstrap([column(size)], ([mean]) => ({ mean: mean! }), 1)
      expect(point.mean).toBe(0.5)
      return intervals.mean[1] - intervals.mean[0]
    }
    expect(spread(2500)).toBeCloseTo((2 * 1.96 * 0.5) / 50, 2)
    expect(spread(100)).toBeGreaterThan(4 * spread(2500))
  })
})
