import { describe, expect, it } from 'vitest'
import { readGlossary } from './glossary.ts'
import { queryTerms, termIndex } from './term-vectors.ts'
import { coveredByName, widenQuestion, widenTerms } from './widen-question.ts'

const concepts = readGlossary(`
terms:
  - { zh: 违约金, en: default charge, zh_aliases: [滯納金], en_aliases: [late fee] }
  - { zh: 信用卡, en: credit card, en_aliases: [card] }
  - { zh: 信用卡额度, en: credit limit }
`)
const has = (...words: string[]) => {
  const indexes = new Set(words.map(termIndex))
  return (index: number) => indexes.has(index)
}
const names = (question: string, lang: 'zh' | 'en') =>
  widenQuestion(question, concepts)
    .filter((one) => one.lang === lang && one.trust === 1)
    .flatMap((one) => one.names.map((name) => name.map((term) => term.text).join(' ')))

describe('widening a question', () => {
  it('adds the other names in both languages, traditional script folded', () => {
    expect(names('滞纳金怎么算', 'en')).toEqual(['default charg', 'late fee'])
    expect(names('滯納金', 'zh')).toEqual(['违 违约 约 约金 金'])
    expect(names('what are late fees', 'zh')).toHaveLength(2)
  })

  it('takes the longer name where two overlap, and whole Latin words only', () => {
    expect(names('信用卡额度', 'en')).toEqual(['credit limit'])
    expect(names('a cardigan', 'zh')).toEqual([])
    expect(names('my cards', 'zh')).toHaveLength(1)
  })

  it('weighs what it adds at half and leaves own words alone', () => {
    const terms = widenTerms(queryTerms('滞纳金', 'plain'), widenQuestion('滞纳金', concepts), 'zh')
    expect(terms.find((term) => term.text === '违约')?.factor).toBe(0.5)
    expect(terms.find((term) => term.text === '金')?.factor).toBe(1)
  })

  it('adds what the dictionary calls other words, and trusts it less', () => {
    const widenings = widenQuestion('滞纳金投诉', concepts)
    const complaint = widenings.find((one) => one.covers.includes(termIndex('投诉')))!
    expect(complaint).toMatchObject({ lang: 'en', factor: 0.5 })
    expect(complaint.names.flat().map((term) => term.text)).toContain('complaint')
    expect(coveredByName(widenings, 'en', has('lodg', 'complaint')).get(termIndex('投诉'))).toBe(
      complaint.trust,
    )
    expect(complaint.trust).toBeLessThan(1)
    expect(widenings.filter((one) => one.covers.includes(termIndex('滞纳')) && one.trust < 1)).toEqual([])
  })

  it('covers a name only by another name in full', () => {
    const widenings = widenQuestion('滞纳金', concepts)
    expect(coveredByName(widenings, 'en', has('late', 'fee')).get(termIndex('滞纳'))).toBe(1)
    expect(coveredByName(widenings, 'en', has('fee')).size).toBe(0)
    expect(coveredByName(widenings, 'zh', has('late', 'fee')).size).toBe(0)
  })
})
