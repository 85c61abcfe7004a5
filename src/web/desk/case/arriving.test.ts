import { expect, test } from 'vitest'
import { afterEvent, paragraphsOf } from './arriving.ts'

const one = { text: '您好。', paragraph: 0 }
const two = { text: '谢谢您告诉我们。', paragraph: 0 }
const three = { text: 'Best regards.', paragraph: 2 }

test('sentences gather in order; a new beginning clears them; what is not known is let pass', () => {
  expect(afterEvent(afterEvent([], 'sentence', one), 'sentence', two)).toEqual([one, two])
  expect(afterEvent([one, two], 'again', {})).toEqual([])
  expect(afterEvent([one], 'ping', {})).toEqual([one])
})

test('they are read as paragraphs, joined as their language joins sentences', () => {
  expect(paragraphsOf([one, two, three], 'zh-Hans')).toEqual(['您好。谢谢您告诉我们。', 'Best regards.'])
  expect(paragraphsOf([three, three], 'en')).toEqual(['Best regards. Best regards.'])
  expect(paragraphsOf([], 'en')).toEqual([])
})
