import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, find } from './marks.ts'

describe('cut', () => {
  it('separates overlapping marks', () => {
    const pieces = cut('abcdef', [
      { start: 1, end: 4, of: 'x' },
      { start: 3, end: 9, of: 'y' },
    ])
    expect(pieces.map((piece) => [piece.text, piece.marks.join('')])).toEqual([
      ['a', ''],
      ['bc', 'x'],
      ['d', 'xy'],
      ['ef', 'y'],
    ])
  })

  it('loses no character, whatever the marks', () => {
    const mark = fc.record({ start: fc.integer(), end: fc.integer(), of: fc.constant(1) })
    fc.assert(
      fc.property(fc.string(), fc.array(mark), (text, marks) => {
        expect(
          cut(text, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('find', () => {
  it('marks every occurrence and nothing for an empty word', () => {
    const marks = find('见[1]与[1]。', [
      { word: '[1]', of: 's' },
      { word: '', of: 'never' },
    ])
    expect(marks.map((mark) => [mark.start, mark.end, mark.of])).toEqual([
      [1, 4, 's'],
      [5, 8, 's'],
    ])
  })
})
