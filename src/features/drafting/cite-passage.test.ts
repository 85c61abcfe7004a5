import { expect, test } from 'vitest'
import { citePassage } from './cite-passage.ts'

test('every sentence carries the marker', () => {
  expect(citePassage('按未还部分的3%收取。不计利息。', '[1]')).toBe('按未还部分的3%收取。[1]不计利息。[1]')
  expect(citePassage('We answer soon. It takes 15 days.', '[1]')).toBe(
    'We answer soon. [1] It takes 15 days. [1]',
  )
})

test('a table row carries the marker in its last cell, its rule and blank lines do not', () => {
  expect(citePassage('费用如下。\n\n| 卡种 | 年费 |\n|---|---|\n| 普卡 | 80元 |', '[1]')).toBe(
    '费用如下。[1]\n\n| 卡种 | 年费 [1] |\n|---|---|\n| 普卡 | 80元 [1] |',
  )
})
