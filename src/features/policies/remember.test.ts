import { expect, it } from 'vitest'
import { remember } from './remember.ts'

it('asks once a word, what has no answer included, and forgets when it is full', () => {
  const asked: string[] = []
  const lookUp = remember((word) => {
    asked.push(word)
    return word === 'none' ? undefined : word.length
  }, 2)
  expect([lookUp('a'), lookUp('none'), lookUp('a'), lookUp('none')]).toEqual([1, undefined, 1, undefined])
  expect(asked).toEqual(['a', 'none'])
  lookUp('bb')
  expect(lookUp('a')).toBe(1)
  expect(asked).toEqual(['a', 'none', 'bb', 'a'])
})
