import { describe, expect, it } from 'vitest'
import { coverageOf, questionUnits } from './coverage.ts'
import { termIndex } from './term-vectors.ts'
import { tokenize } from './tokens.ts'

const stats = { documents: 100, frequency: () => 10 }
const context = { widenings: [], lang: 'zh' as const, stats }
const coverage = (question: string, clause: string) => {
  const has = new Set(tokenize(clause).map(termIndex))
  return coverageOf(questionUnits(question), context, (index) => has.has(index))
}

describe('coverage', () => {
  it('is whole when the clause has the subject, whatever the wording around it', () => {
    expect(coverage('请问违约金怎么收', '违约金按月计收')).toBe(1)
    expect(coverage('违约金减免', '违约金按月计收')).toBeCloseTo(0.6, 10)
    expect(coverage('what is the late fee?', 'A late fee applies')).toBe(1)
  })

  it('is nothing for characters shared without their neighbours', () => {
    expect(coverage('今天天气怎么样', '今年起，当天还清气候贷款')).toBe(0)
  })

  it('does not count words of any talk', () => {
    expect(coverage('can I get it now', 'You can get it now')).toBe(0)
    expect(coverage('我可以要吗', '我可以要')).toBe(0)
  })

  it('weighs words no clause has most', () => {
    const rare = {
      ...context,
      stats: { documents: 100, frequency: (i: number) => (i === termIndex('fee') ? 50 : 0) },
    }
    const share = coverageOf(questionUnits('zorble fee'), rare, (index) => index === termIndex('fee'))
    expect(share).toBeLessThan(0.2)
  })
})
