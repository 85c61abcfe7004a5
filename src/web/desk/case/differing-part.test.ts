import { expect, test } from 'vitest'
import { differingPart } from './differing-part.ts'

const shown = (before: string, after: string) => {
  const parts = differingPart(before, after)
  return parts && [before.slice(...parts.before), after.slice(...parts.after)]
}

test('what differs stands between what is alike', () => {
  expect(shown('我们会尽快答复您。', '我们会在两天内答复您。')).toEqual(['尽快', '在两天内'])
  expect(shown('Please read it.', 'Please read it with care.')).toEqual(['', ' with care'])
})

test('a figure is marked whole', () => {
  expect(shown('每期还款 1,771.40元。', '每期还款 1,778.40元。')).toEqual(['1,771.40', '1,778.40'])
  expect(shown('分 12 期归还。', '分 18 期归还。')).toEqual(['12', '18'])
})

test('sentences with little in common are read whole', () => {
  expect(shown('谢谢您把情况告诉我们。', '请您放心。')).toBeUndefined()
})

test('a character outside the basic plane is not torn', () => {
  expect(shown('𠮷先生您好，请核对。', '𠮷女士您好，请核对。')).toEqual(['先生', '女士'])
})
