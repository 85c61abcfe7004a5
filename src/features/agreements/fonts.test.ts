import { expect, test } from 'vitest'
import { missingGlyphs, UnprintableCharacter } from './fonts.ts'

test('prints the names and signs a letter needs', () => {
  expect(missingGlyphs('林晓喆 吴堃玥 龘靐齉 還款 José −505.20 ¥ “转人工”——《办法》\n第二行')).toEqual([])
})

test('names each character it cannot print, once, in order', () => {
  expect(missingGlyphs('𠮷田𠮷☑')).toEqual(['𠮷', '☑'])
})

test.each(['\u202e', '\u200b', '\ue000', '\t', '\u2028', '\ud842'])(
  'never prints the invisible or private character %j',
  (character) => {
    expect(missingGlyphs(`林${character}晓`)).toEqual([character])
  },
)

test('the refusal names the characters with their code points', () => {
  const error = new UnprintableCharacter(['𠮷', '\u200b'])
  expect(error.characters).toEqual(['𠮷', '\u200b'])
  expect(error.message).toContain('𠮷 (U+20BB7)')
  expect(error.message).toContain('U+200B')
})
