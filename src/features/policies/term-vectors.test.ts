import { describe, expect, it } from 'vitest'
import {
  characterGrams,
  clauseVectors,
  countFields,
  dimensions,
  fieldFor,
  fieldLengths,
  inverseFrequency,
  queryTerms,
  queryVector,
  termIndex,
  toSparsevec,
} from './term-vectors.ts'

describe('term index', () => {
  it('is FNV-1a folded to the width', () => {
    expect(termIndex('')).toBe((0x811c9dc5 % dimensions) + 1)
    expect(termIndex('a')).toBe((0xe40c292c % dimensions) + 1)
    expect(termIndex('foobar')).toBe((0xbf9cf968 % dimensions) + 1)
  })

  it('stays inside the column', () => {
    for (const term of ['逾期', 'repay', '#card', '5', '账']) {
      expect(termIndex(term)).toBeGreaterThanOrEqual(1)
      expect(termIndex(term)).toBeLessThanOrEqual(dimensions)
    }
  })
})

describe('clause side', () => {
  const counts = countFields({ title: '费用', body: '逾期 逾期 fee' })

  it('repeats the title in the titled field only', () => {
    expect(counts.plain.get(termIndex('费用'))).toBe(1)
    expect(counts.titled.get(termIndex('费用'))).toBe(3)
    expect(counts.plain.get(termIndex('逾期'))).toBe(2)
  })

  it('holds the BM25 tf part, k1 1.2 and b 0.75', () => {
    const lengths = fieldLengths(counts)
    const { plain } = clauseVectors(counts, lengths)
    expect(plain.get(termIndex('逾期'))).toBeCloseTo((2 * 2.2) / (2 + 1.2), 10)
    const longer = clauseVectors(counts, { ...lengths, plain: lengths.plain / 2 }).plain
    expect(longer.get(termIndex('逾期'))).toBeCloseTo((2 * 2.2) / (2 + 1.2 * (0.25 + 1.5)), 10)
  })

  it('keeps character n-grams apart from words', () => {
    expect(characterGrams('fee')).toEqual(['# fe', '#fee', '#ee ', '# fee', '#fee ', '# fee '])
    expect(characterGrams('逾期')).toEqual([])
    const { titled, plain } = clauseVectors(counts, fieldLengths(counts))
    expect(titled.has(termIndex('#fee'))).toBe(true)
    expect(plain.has(termIndex('#fee'))).toBe(false)
  })

  it('never passes the limit of non-zeros', () => {
    const body = Array.from({ length: 30_000 }, (_, i) => `w${i.toString(36)}q`).join(' ')
    const many = countFields({ title: '', body })
    const { plain, titled } = clauseVectors(many, fieldLengths(many))
    expect(plain.size).toBeLessThanOrEqual(16_000)
    expect(titled.size).toBeLessThanOrEqual(16_000)
  })
})

describe('question side', () => {
  it('weighs rare terms more and unseen ones most', () => {
    const terms = queryTerms('逾期费用', 'plain')
    const df = new Map([
      [termIndex('逾期'), 2],
      [termIndex('费用'), 50],
    ])
    const vector = queryVector(terms, { documents: 100, frequency: (index) => df.get(index) ?? 0 })
    expect(vector.get(termIndex('期费'))).toBeCloseTo(Math.log(1 + 100.5 / 0.5), 10)
    expect(vector.get(termIndex('逾期'))).toBeCloseTo(Math.log(1 + 98.5 / 2.5), 10)
    expect(vector.get(termIndex('逾期'))!).toBeGreaterThan(vector.get(termIndex('费用'))!)
    expect(inverseFrequency(10, 10)).toBeGreaterThan(0)
  })

  it('counts n-grams at a tenth, and only against the titled field', () => {
    expect(queryTerms('card', 'plain').some((term) => term.gram)).toBe(false)
    const gram = queryTerms('card', 'titled').find((term) => term.text === '#card')
    expect(gram?.factor).toBeCloseTo(0.1, 10)
  })

  it('takes the plain field for a question told at length', () => {
    expect(fieldFor('How do I defer a payment?')).toBe('titled')
    expect(fieldFor('I lost my job and cannot pay. '.repeat(12))).toBe('plain')
  })
})

it('writes sparse vectors with ascending indexes', () => {
  expect(
    toSparsevec(
      new Map([
        [9, 0.5],
        [3, 1.23456789],
      ]),
    ),
  ).toBe(`{3:1.23457,9:0.5}/${dimensions}`)
})
