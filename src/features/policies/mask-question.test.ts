import { expect, it } from 'vitest'
import { keepQuestion, maskQuestion } from './mask-question.ts'

it('masks numbers and addresses, and leaves amounts and dates', () => {
  const text = '我手机13800138000，卡号6222 0212 3456 7894，下月15号还5000元可以吗？'
  expect(maskQuestion(text)).toBe('我手机＊，卡号＊，下月15号还5000元可以吗？')
  expect(maskQuestion('mail lin@example.com: any crypto card?')).toBe('mail ＊: any crypto card?')
})

it('reads the same whoever asked', () => {
  expect(keepQuestion('[NAME_1]，[NAME_2] 可以办吗')).toBe(keepQuestion('[NAME_4]，[NAME_1]  可以办吗'))
})

it('keeps never more than 500 characters', () => {
  expect(keepQuestion('问'.repeat(900))).toHaveLength(500)
  expect(keepQuestion('😀'.repeat(900)).length).toBeLessThanOrEqual(500)
})
