import { expect, it } from 'vitest'
import { fuseRankings } from './fuse-rankings.ts'

it('puts first what stands high in both rankings, and keeps what is in one', () => {
  const fused = fuseRankings([
    ['a', 'b', 'c'],
    ['d', 'b', 'a'],
  ])
  expect([...fused.keys()]).toEqual(['a', 'b', 'd', 'c'])
  expect(fused.get('a')).toBeCloseTo(1 / 61 + 1 / 63, 12)
  expect([...fuseRankings([['x', 'y'], []]).keys()]).toEqual(['x', 'y'])
})
