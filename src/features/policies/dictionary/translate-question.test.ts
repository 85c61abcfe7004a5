import { describe, expect, it } from 'vitest'
import { partWords, translateQuestion } from './translate-question.ts'

const names = (question: string) =>
  Object.fromEntries(translateQuestion(question).map((one) => [one.word, one.names]))

describe('parting Chinese into words', () => {
  it.each([
    ['信用卡逾期了', ['信用卡', '逾期', '了']],
    ['提前还款要手续费', ['提前', '还款', '要', '手续费']],
    ['老年人账户', ['老年人', '账户']],
    ['𠮷', ['𠮷']],
    ['', []],
  ])('%s', (run, words) => expect(partWords(run)).toEqual(words))
})

describe('translating a question', () => {
  it('names Chinese words in English, in either script, and leaves out words of any talk', () => {
    expect(names('信用卡違約金怎麼收')).toMatchObject({ 信用卡: ['credit card'], 违约金: ['penalti'] })
    expect(names('我可以还款了')).toEqual({ 还款: expect.arrayContaining(['repay']) })
  })

  it('names English in Chinese, the longest name first', () => {
    expect(names('Is my credit card overdue?')).toMatchObject({
      'credit card': ['信用卡'],
      overdu: expect.arrayContaining(['逾期']),
    })
    expect(names('credit card')).not.toHaveProperty('card')
  })

  it('knows nothing of what is no word', () => {
    expect(names('qqqzzz 12345 ？！')).toEqual({})
  })
})
