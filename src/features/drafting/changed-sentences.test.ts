import { expect, it } from 'vitest'
import { changedSentences, isTouched } from './changed-sentences.ts'

it('tells what an edit removed, added and left', () => {
  expect(changedSentences('您好。每期还款 200 元。谢谢。', '您好。每期还 200 元，共 6 期。谢谢。')).toEqual([
    { kind: 'same', text: '您好。' },
    { kind: 'removed', text: '每期还款 200 元。' },
    { kind: 'added', text: '每期还 200 元，共 6 期。' },
    { kind: 'same', text: '谢谢。' },
  ])
  expect(changedSentences('One. Two.', 'Two.')).toEqual([
    { kind: 'removed', text: 'One.' },
    { kind: 'same', text: 'Two.' },
  ])
})

it('says which figures an edit touched', () => {
  expect(isTouched('CNY 200.00', 'pay CNY 200.00 a month', 'pay CNY 210.00 a month')).toBe(true)
  expect(isTouched('CNY 200.00', 'pay CNY 200.00 a month', 'each month CNY 200.00')).toBe(false)
})
