import { expect, test } from 'vitest'
import { amountDigits, amountText, dateText, rateText } from '../../platform/money.ts'
import { amountInCapitals } from './letter-format.ts'

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [100_000, '1,000.00'],
  [123_456_789, '1,234,567.89'],
  [-50_520, '-505.20'],
])('%i minor units are written %s', (minor, written) => {
  expect(amountDigits(minor)).toBe(written)
})

test('a sentence gives the unit as its language does', () => {
  expect(amountText(215_000, 'zh-Hans')).toBe('2,150.00元')
  expect(amountText(215_000, 'en')).toBe('CNY 2,150.00')
})

test.each([
  [0, '0.00%'],
  [5, '0.05%'],
  [980, '9.80%'],
  [1825.5, '18.255%'],
  [1025.34, '10.2534%'],
  [12_000, '120.00%'],
])('%f basis points are written %s', (bp, written) => {
  expect(rateText(bp)).toBe(written)
})

test('dates are written out without leading zeros', () => {
  expect(dateText('2028-02-09', 'zh-Hans')).toBe('2028年2月9日')
  expect(dateText('2028-02-09', 'en')).toBe('9 February 2028')
})

test.each([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [1_005, '壹拾元零伍分'],
  [1_234_560, '壹万贰仟叁佰肆拾伍元陆角整'],
  [1_000_100, '壹万零壹元整'],
  [10_000_000, '壹拾万元整'],
  [100_000_078, '壹佰万元柒角捌分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [1_050_000_000, '壹仟零伍拾万元整'],
  [10_001_000_000, '壹亿零壹万元整'],
  [123_045_600, '壹佰贰拾叁万零肆佰伍拾陆元整'],
])('%i minor units in capitals are %s', (minor, capitals) => {
  expect(amountInCapitals(minor)).toBe(capitals)
})
