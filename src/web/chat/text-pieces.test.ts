import { expect, test } from 'vitest'
import { textPieces } from './text-pieces.ts'

test('only markers with a source become chips', () => {
  expect(textPieces('最长 60 期[1]。见 [2]。', ['[1]'])).toEqual([
    { text: '最长 60 ' },
    { marker: '[1]', lead: '期', tail: '。' },
    { text: '见 [2]。' },
  ])
})

test('a space before a marker goes with it; plain text stays whole', () => {
  expect(textPieces('Up to 60 months [1]', ['[1]'])).toEqual([
    { text: 'Up to 60 month' },
    { marker: '[1]', lead: 's', tail: '' },
  ])
  expect(textPieces('plain', [])).toEqual([{ text: 'plain' }])
})
