import { expect, test } from 'vitest'
import { readMatter } from './read-matter.ts'

const products = [
  { id: 'twin-bridge', names: ['和衡·双桥均衡配置', '双桥', 'twin bridge'] },
  { id: 'twin-bridge-18', names: ['双桥18', 'twin bridge 18'] },
]
const read = (...texts: string[]) =>
  readMatter(
    texts.map((text, index) => ({ id: `m${index + 1}`, text, at: '2026-11-24T10:00:00+08:00' })),
    products,
  )
const codes = (group: 'topic' | 'wanted' | 'charge' | 'story' | 'doubt', ...texts: string[]) =>
  read(...texts).codes[group].map((one) => one.value)

test.each([
  ['催收一天打好几个电话，我要投诉，请你们道歉', ['collection_conduct'], ['apology']],
  ['客服态度很差，没人解决问题，给我个说法', ['service'], ['explanation']],
  [
    'Nobody answers me and the collectors keep calling. I want an apology.',
    ['collection_conduct', 'service'],
    ['apology'],
  ],
  ['当初没说清楚有风险，误导我买的，把钱退给我', ['misleading_sale'], ['refund']],
])('%s', (text, topics, wanted) => {
  expect(codes('topic', text).sort()).toEqual([...topics].sort())
  expect(codes('wanted', text)).toEqual(wanted)
})

test.each([
  ['自动扣款没成功，你们收了我100元违约金，能退吗', 'late_fee', 'bank_error'],
  ['It was the first time I was late, could you waive the late fee?', 'late_fee', 'first_time'],
  ['金卡年费能免吗，没人告诉我要收', 'annual_fee', 'not_told'],
  ['我3号就还了，怎么还收违约金', 'late_fee', 'paid_in_time'],
  ['You charged me a late fee though I paid on the 3rd', 'late_fee', 'paid_in_time'],
])('a charge and its story: %s', (text, charge, story) => {
  expect(codes('charge', text)).toContain(charge)
  expect(codes('story', text)).toContain(story)
})

test('a product by its longest name, the sum, how long and whether it may be needed', () => {
  const matter = read('我想买双桥18，投20万，放6个月，可能会用到这笔钱')
  expect(matter.product?.value).toBe('twin-bridge-18')
  expect(matter.amount?.value).toBe(20_000_000)
  expect(matter.horizonMonths?.value).toBe(6)
  expect(matter.liquidity?.value).toBe('medium')
})

test('each thing said points to the message and the sentence that says it', () => {
  const matter = read('你好。', '我的基金亏了不少。我该怎么办？')
  expect(matter.codes.doubt[0]).toEqual({ value: 'loss', messageId: 'm2', quote: '我的基金亏了不少。' })
})

test('nothing is filled in', () => {
  const matter = read('你好')
  expect(matter).toMatchObject({
    product: null,
    amount: null,
    horizonMonths: null,
    liquidity: null,
    placed: false,
  })
  expect(Object.values(matter.codes).flat()).toEqual([])
})
