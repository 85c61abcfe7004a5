import { describe, expect, it } from 'vitest'
import { isResidentId, passesLuhn } from '../../src/platform/language/identifiers.ts'
import { generateConversations } from './generate.ts'
import { measureMasking, overMasked, wilson } from './measure.ts'
import { measuredFrames } from './measured-frames.ts'
import { plainMeasured } from './plain-measured.ts'

const measured = measureMasking(measuredFrames, 20261123, 300)

describe('masking of 300 generated conversations', () => {
  it('lets no number with a checksum and nothing of the customer’s own record escape', () => {
    const { checksum, own } = measured.slots
    expect(checksum.planted).toBeGreaterThan(200)
    expect(own.planted).toBeGreaterThan(400)
    expect([...checksum.examples, ...own.examples]).toEqual([])
  })

  it('hides at least 98 of 100 names of other people', () => {
    const { planted, escaped } = measured.slots.name
    expect(planted).toBeGreaterThan(1000)
    expect((planted - escaped) / planted).toBeGreaterThanOrEqual(0.98)
  })

  it('leaves every amount, rate, date and term as it was, and gives every turn back', () => {
    expect(measured.terms.planted).toBeGreaterThan(900)
    expect(measured.terms.examples).toEqual([])
    expect(measured.notGivenBack).toBe(0)
  })

  it('touches fewer than 2 of 100 sentences in which nobody is named', () => {
    expect(plainMeasured.length).toBeGreaterThanOrEqual(300)
    expect(overMasked(plainMeasured).length / plainMeasured.length).toBeLessThan(0.02)
  })
})

describe('the generator', () => {
  it('plants numbers whose checksums hold, and nothing it does not count', () => {
    const planted = generateConversations(measuredFrames, 7, 60).flatMap(({ turns }) => turns)
    for (const { text, planted: all } of planted) {
      expect(text).not.toMatch(/[{}]/)
      for (const { gap, parts, text: shown } of all) {
        expect(text).toContain(shown)
        if (/[cC]ard$/.test(gap)) expect(passesLuhn(parts[0]!)).toBe(true)
        if (gap === 'ownId') expect(isResidentId(parts[0]!)).toBe(true)
      }
    }
  })
})

describe('the measure', () => {
  it('finds what a masker leaves: with the mask off, everything escapes', () => {
    const all = measureMasking(measuredFrames, 7, 40, (text) => text)
    for (const { escaped, planted } of Object.values(all.slots)) expect(escaped).toBe(planted)
  })

  it('knows Wilson’s interval', () => {
    const [low, high] = wilson(98, 100)
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.930', '0.994'])
  })
})
