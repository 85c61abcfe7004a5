import { expect, it } from 'vitest'
import { percentile, scoreRanking } from './score-ranking.ts'

it('scores by hand-worked figures', () => {
  const score = scoreRanking(['x', 'a', 'y', 'b'], new Set(['a', 'b', 'c']))
  expect(score.hit1).toBe(0)
  expect(score.r5).toBeCloseTo(2 / 3, 12)
  expect(score.mrr).toBe(0.5)
  const ideal = 1 + 1 / Math.log2(3) + 0.5
  expect(score.ndcg).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal, 12)
})

it('counts recall against what the list can hold', () => {
  const relevant = new Set(Array.from({ length: 40 }, (_, i) => `r${i}`))
  expect(scoreRanking([...relevant].slice(0, 10), relevant)).toEqual({
    hit1: 1,
    r5: 1,
    r10: 1,
    mrr: 1,
    ndcg: 1,
  })
  expect(scoreRanking([], relevant)).toEqual({ hit1: 0, r5: 0, r10: 0, mrr: 0, ndcg: 0 })
})

it('takes percentiles by nearest rank', () => {
  expect(percentile([3, 1, 2, 4], 0.5)).toBe(2)
  expect(percentile([3, 1, 2, 4], 0.95)).toBe(4)
  expect(percentile([], 0.5)).toBe(0)
})
