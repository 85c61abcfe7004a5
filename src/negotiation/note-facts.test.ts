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
