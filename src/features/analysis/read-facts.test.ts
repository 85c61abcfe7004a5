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

test.each([
  ['房贷还剩80万，月供4300', { owed: [80_000_000], debtService: [430_000] }],
  [
    '信用卡欠你们4万6，别的网贷还欠12万，每月要还3500',
    { owed: [4_600_000, 12_000_000], debtService: [350_000] },
  ],
  ['花呗每月还600，借呗每月900', { debtService: [60_000, 90_000] }],
  ['借了亲戚5万，每月还人家1000', { owed: [5_000_000], debtService: [100_000] }],
  ['兼职每月挣1500，主业4800', { income: [150_000, 480_000] }],
  ['我和老婆加起来一个月1万1', { income: [1_100_000] }],
  ['爸妈每月要给1000生活费，交通费300', { essential: [100_000, 30_000] }],
  ['after rent I have 1,000 left to live on', {}],
  ['rent from my flat is 2,500', { income: [250_000] }],
  ['the shop takes 30,000 a month', {}],
  ['I owe you 46,000 and another 30,000 to other banks', { owed: [4_600_000, 3_000_000] }],
])('what each sum stands for: %s', (text, expected) => {
  const { income, essential, debtService, owed } = read(text)
  expect({
    income: income.map((item) => item.monthly),
    essential: essential.map((item) => item.monthly),
    debtService: debtService.map((item) => item.monthly),
    owed: owed.map((item) => item.minor),
  }).toEqual({ income: [], essential: [], debtService: [], owed: [], ...expected })
})

test.each([
  ['先还5000，剩下的分24期，每期800', { first_payment: 500_000, months: 24, instalment: 80_000 }],
  ['首付给3000，其余每月600，还两年', { first_payment: 300_000, months: 24, instalment: 60_000 }],
  ['想12月10号开始还，每月2000', { start: '2026-12-10', instalment: 200_000 }],
  ['太高了，1800太多，1300可以', { instalment: 130_000 }],
  ['想把月供从3900降到2500', { instalment: 250_000 }],
  ['每月最多拿1200，期限48个月', { instalment: 120_000, months: 48 }],
  [
    'I could put down 5,000 now and do 700 a month after that',
    { first_payment: 500_000, instalment: 70_000 },
  ],
  ['half the late fees off and 24 instalments, please', { waive_fees_bp: 5000, months: 24 }],
  ['1,800 is too much, 1,300 is what I can do', { instalment: 130_000 }],
])('the terms asked for: %s', (text, expected) => expect(read(text).counter).toEqual(expected))
