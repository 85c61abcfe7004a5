import { expect, it } from 'vitest'
import { isPolicyGap } from './note-policy-gap.ts'

const far = { coverage: 0.1, threshold: 0.44 }
const near = { coverage: 0.3, threshold: 0.44 }

it('is a question about the bank that no clause answers, not small talk and not the weather', () => {
  expect(isPolicyGap(['product_question'], far)).toBe(true)
  expect(isPolicyGap([], far)).toBe(true)
  expect(isPolicyGap(['thanks_or_smalltalk'], near)).toBe(false)
  expect(isPolicyGap(['out_of_scope'], far)).toBe(false)
  expect(isPolicyGap(['out_of_scope'], near)).toBe(true)
})
