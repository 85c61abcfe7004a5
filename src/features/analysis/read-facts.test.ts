import { expect, test } from 'vitest'
import { readFacts } from './read-facts.ts'
import { readMessage } from './read-message.ts'

const at = '2026-11-25T10:00:00+08:00'
const read = (text: string) => readFacts(text, readMessage({ text, at }))

test.each([
  '我一个月工资6000元，房租2500元，吃饭1800元，每月最多还1200，想分36期，从下个月15号开始还，违约金能免一半吗？我有两个孩子要养',
  '我一個月工資6000元，房租2500元，吃飯1800元，每月最多還1200，想分36期，從下個月15號開始還，違約金能免一半嗎？我有兩個孩子要養',
  'I take home 6,000 yuan a month, rent is 2,500, food 1,800. I can pay 1,200 a month over 36 months from 15 December. Please waive half of the late fees. I have two kids.',
])('a statement and a counter-offer are read alike in each language: %s', (text) => {
  const facts = read(text)
  expect(facts.income).toMatchObject([{ monthly: 600_000, kind: 'salary' }])
  expect(facts.essential).toMatchObject([
    { monthly: 250_000, label: 'rent' },
    { monthly: 180_000, label: 'food' },
  ])
  expect(facts.counter).toEqual({ months: 36, instalment: 120_000, waive_fees_bp: 5000, start: '2026-12-15' })
  expect(facts.dependants?.count).toBe(2)
})

test('of an income that fell the later sum stands, and a first payment is no instalment', () => {
  const text = '工资从9000降到4000，欠了8万，先还5000，其余分24期'
  const facts = read(text)
  expect(facts.income.map(({ monthly, span }) => [monthly, text.slice(...span)])).toEqual([[400_000, '4000']])
  expect(facts.owed).toMatchObject([{ minor: 8_000_000 }])
  expect(facts.counter).toEqual({ months: 24, first_payment: 500_000 })
  expect(facts.cause?.signal).toBe('income_drop')
})

test('a rejected term, a pause and a past spell are no requested term', () => {
  expect(read('48期还是太短，能不能再长点，60期。失业三个月了').counter).toEqual({ months: 60 })
  expect(read('能宽限三个月吗').counter).toBeNull()
})

test('what lies beneath the position is told apart from it', () => {
  const text = '能不能分24期？我怕上征信'
  const facts = read(text)
  expect(text.slice(...facts.position!.span)).toBe('能不能分24期？')
  expect(facts.interests).toMatchObject([{ interest: 'keep_credit_record' }])
})
