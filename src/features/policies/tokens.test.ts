import { describe, expect, it } from 'vitest'
import { foldTerms, queryTokens, tokenize, wordCount } from './tokens.ts'

describe('where runs end', () => {
  it('keeps Latin and digits apart from the Han that follows', () => {
    expect(tokenize('ATM取款')).toEqual(['atm', '取', '取款', '款'])
    expect(tokenize('5万元以下')).toEqual(['5', '万', '万元', '元', '元以', '以', '以下', '下'])
    expect(tokenize('R3级')).toEqual(['r3', '级'])
    expect(tokenize('我的 credit card 逾期了')).toEqual([
      ...['我', '我的', '的', 'credit', 'card', '逾', '逾期', '期', '期了', '了'],
    ])
  })

  it('does not pair characters across punctuation or Latin', () => {
    expect(tokenize('还款，利息')).not.toContain('款利')
    expect(tokenize('用App还')).not.toContain('用还')
  })
})

describe('spellings that mean the same', () => {
  it('full width, traditional and Taiwan wording', () => {
    expect(tokenize('ＡＴＭ　５０')).toEqual(['atm', '50'])
    expect(tokenize('帳戶餘額')).toEqual(tokenize('账户余额'))
    expect(tokenize('還款計劃')).toEqual(tokenize('还款计划'))
    expect(tokenize('網路銀行')).toEqual(tokenize('网络银行'))
    expect(foldTerms('繳款')).toBe('缴款')
  })

  it('stems, apostrophes and thousands', () => {
    expect(tokenize('repayments deferred')).toEqual(['repay', 'defer'])
    expect(tokenize('the card’s fee')).toEqual(tokenize("a card's fees"))
    expect(tokenize('50,000.00')).toEqual(['50000'])
    expect(tokenize('¥1,234,567.89')).toEqual(['1234567.89'])
    expect(tokenize('3.10')).toEqual(['3.10'])
    expect(tokenize('1,2,3')).not.toContain('123')
  })

  it('keeps directions and negation', () => {
    expect(tokenize('top up not received')).toEqual(['top', 'up', 'not', 'receiv'])
  })
})

describe('questions', () => {
  it('loses ways of asking without joining what stood around them', () => {
    expect(queryTokens('请问逾期怎么办？')).toEqual(['逾', '逾期', '期'])
    expect(queryTokens('能不能请问一下还款可以延期吗')).toEqual(tokenize('还款可以延期'))
    expect(queryTokens('請問如何開戶')).toEqual(tokenize('开户'))
  })

  it('keeps the question when nothing else is left', () => {
    expect(queryTokens('怎么办').length).toBeGreaterThan(0)
    expect(queryTokens('')).toEqual([])
  })
})

it('counts words of both scripts', () => {
  expect(wordCount('my card was lost')).toBe(4)
  expect(wordCount('信用卡逾期还款怎么办理')).toBeGreaterThan(5)
})
