import { expect, it } from 'vitest'
import { maskQuestion } from './mask-question.ts'

it('masks numbers, addresses and the names it is given, and leaves amounts and dates', () => {
  const text = '我是林晓彤，手机13800138000，卡号6222 0212 3456 7890，下月15号还5000元可以吗？'
  expect(maskQuestion(text, ['林晓彤', 'Lin Xiaotong'])).toBe(
    '我是＊，手机＊，卡号＊，下月15号还5000元可以吗？',
  )
  expect(maskQuestion('lin  xiaotong here, mail lin@example.com: any crypto card?', ['Lin Xiaotong'])).toBe(
    '＊ here, mail ＊: any crypto card?',
  )
})

it('does not mask a name inside another word', () => {
  expect(maskQuestion('Do you have an Annual plan?', ['Ann'])).toBe('Do you have an Annual plan?')
})

it('keeps hotlines, and never more than 500 characters', () => {
  expect(maskQuestion('打95588有用吗', [])).toBe('打95588有用吗')
  expect(maskQuestion('问'.repeat(900), [])).toHaveLength(500)
  expect(maskQuestion('😀'.repeat(900), []).length).toBeLessThanOrEqual(500)
})
