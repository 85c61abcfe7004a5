import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffWords, type WordChange } from './diff-words.ts'

const side = (changes: WordChange[], without: WordChange['kind']) =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

it('marks figures and words, not letters', () => {
  expect(diffWords('The fee is CNY 5.50 a month.', 'The fee is CNY 15.50 a month.')).toEqual([
    { kind: 'same', text: 'The fee is CNY ' },
    { kind: 'removed', text: '5.50' },
    { kind: 'added', text: '15.50' },
    { kind: 'same', text: ' a month.' },
  ])
  expect(diffWords('最长分60期。', '最长可分48期。')).toEqual([
    { kind: 'same', text: '最长' },
    { kind: 'added', text: '可' },
    { kind: 'same', text: '分' },
    { kind: 'removed', text: '60' },
    { kind: 'added', text: '48' },
    { kind: 'same', text: '期。' },
  ])
})

it('parts a Latin word from the Han characters it stands beside', () => {
  expect(diffWords('用APP款', '用ATM款')).toEqual([
    { kind: 'same', text: '用' },
    { kind: 'removed', text: 'APP' },
    { kind: 'added', text: 'ATM' },
    { kind: 'same', text: '款' },
  ])
})

it('keeps neighbouring changes together', () => {
  expect(diffWords('pay the fee now', 'pay a charge now')).toEqual([
    { kind: 'same', text: 'pay ' },
    { kind: 'removed', text: 'the fee' },
    { kind: 'added', text: 'a charge' },
    { kind: 'same', text: ' now' },
  ])
})

it('gives both texts back, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '，', '款', '5', '\n', '😀'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffWords(before, after)
      expect(side(changes, 'added')).toBe(before)
      expect(side(changes, 'removed')).toBe(after)
    }),
  )
})

it('shows two long texts that share nothing one after the other', () => {
  const [before, after] = ['旧'.repeat(4_000), '新'.repeat(4_000)]
  expect(diffWords(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})
