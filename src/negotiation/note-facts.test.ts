import { expect, test } from 'vitest'
import { readMessage } from '../features/analysis/read-message.ts'
import { statedIn } from './note-facts.ts'

const at = '2026-11-23T10:00:00+08:00'
const stated = (text: string) =>
  Object.fromEntries(statedIn(text, readMessage({ text, at })).map(({ name, value }) => [name, value]))

test('a figure is kept under the name it was stated for', () => {
  expect(stated('我上个月被裁员了，现在每月收入4500元，每个月大概能还1000元，希望分24期')).toMatchObject({
    cause: 'job_loss',
    monthly_income: 450_000,
    offered_instalment: 100_000,
    requested_months: 24,
    willing: 'yes',
  })
})

test('English is read alike', () => {
  expect(stated('I lost my job. I can manage 1,800 yuan a month and I am willing to repay.')).toMatchObject({
    cause: 'job_loss',
    offered_instalment: 180_000,
    willing: 'yes',
  })
})

test('one item of spending never replaces the whole', () => {
  expect(stated('我每月房租2500元')).not.toHaveProperty('monthly_spending')
})

test('silence on willingness is not willingness', () => {
  expect(stated('我上个月被裁员了')).not.toHaveProperty('willing')
})

test('what is asked to be waived is kept as a share', () => {
  expect(stated('违约金能不能减免一半？利息全免可以吗')).toMatchObject({
    requested_fee_waiver_bp: 5000,
    requested_interest_waiver_bp: 10_000,
  })
})

test.each([
  ['我愿意开通自动扣款，每月还1500元', true],
  ['可以签代扣', true],
  ['I can manage 1,500 a month and I agree to set up a direct debit.', true],
  ['昨天莫名其妙被自动扣款了', false],
  ['我同意，但不要自动扣款', false],
  ['Why was there a direct debit on my card?', false],
])('a direct debit is offered by who says so: %s', (text, offered) => {
  expect('direct_debit' in stated(text)).toBe(offered)
})
