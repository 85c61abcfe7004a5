import { describe, expect, it } from 'vitest'
import { GuardInput } from './model.ts'
import { bankDate, isEffective, readDraft } from './read-draft.ts'

const clause = (from: string | null, to: string | null) => ({
  id: 'c1',
  text: 'x',
  audience: 'public' as const,
  effective_from: from,
  effective_to: to,
})

describe('a clause in force', () => {
  it.each([
    ['2026-01-01', '2026-11-23', '2026-11-22T23:59:59+08:00', true],
    ['2026-01-01', '2026-11-23', '2026-11-23T00:00:00+08:00', false],
    ['2026-11-23', null, '2026-11-23T00:00:00+08:00', true],
    ['2026-11-23', null, '2026-11-22T23:59:59+08:00', false],
    [null, null, '2026-11-23T10:00:00+08:00', true],
    ['2026-11-23', null, '2026-11-22T16:30:00Z', true],
  ])('from %s to %s at %s: %s', (from, to, at, expected) => {
    expect(isEffective(clause(from, to), at)).toBe(expected)
  })

  it('counts days in the bank, wherever the instant was written', () => {
    expect(bankDate('2026-11-22T20:00:00-05:00')).toBe('2026-11-23')
  })
})

describe('markers', () => {
  const read = (text: string) =>
    readDraft(
      GuardInput.parse({
        id: 'x',
        lang: 'en',
        at: '2026-11-23T10:00:00+08:00',
        text,
        citations: [{ marker: '[1]', clause: 'c1' }],
        clauses: [clause(null, null)],
      }),
    )

  it('belong to the sentence they stand in or right behind', () => {
    const [first, second] = read('It takes 15 days.[1] Then you hear from us.').sentences
    expect(first!.markers.map((marker) => marker.clause?.id)).toEqual(['c1'])
    expect(second!.markers).toEqual([])
  })

  it('cover both sides of a semicolon', () => {
    expect(read('It takes 15 days; complex ones take 30 [1].').sentences).toHaveLength(1)
  })

  it('know when nothing goes by that mark', () => {
    expect(read('See [2].').markers).toMatchObject([{ text: '[2]', clauseId: null }])
  })
})
