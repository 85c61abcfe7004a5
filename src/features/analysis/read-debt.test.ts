import { describe, expect, it } from 'vitest'
import { debtNamed } from './read-debt.ts'

const card = { id: 'card', product: 'credit_card', masked_number: '6200 **** **** 1481' }
const loan = { id: 'loan', product: 'consumer_loan', masked_number: '6200 **** **** 1853' }
const home = { id: 'home', product: 'mortgage', masked_number: '6200 **** **** 7720' }
const second = { id: 'second', product: 'credit_card', masked_number: '6200 **** **** 0042' }
const two = [card, loan]

describe('which debt a message is about', () => {
  it.each([
    ['我的消费贷还不上了', 'loan'],
    ['信用卡这期还不上，想分期', 'card'],
    ['今年提成少了一半，卡上的钱一下子还不清', 'card'],
    ['我的消費貸款逾期了，可以分期嗎？', 'loan'],
    ['装修贷的月供压力太大', 'loan'],
    ['尾号1853那笔', 'loan'],
    ['1481', 'card'],
    ['后四位是 1853', 'loan'],
    ['不是信用卡，是消费贷', 'loan'],
    ['信用卡按时还着，贷款还不上了', 'loan'],
    ['我有一张信用卡和一笔消费贷。贷款这个月真的还不起', 'loan'],
    ['除了信用卡，我说的是那笔贷款', 'loan'],
    ['My card is fine, it is the loan I cannot pay', 'loan'],
    ["I can't keep up with my card any more", 'card'],
    ['It is about the personal loan', 'loan'],
    ['the one ending in 1481 please', 'card'],
    ['贷款', 'loan'],
    ['My loan, not my card', 'loan'],
  ])('%s', (text, id) => {
    expect(debtNamed(text, two)?.id).toBe(id)
  })

  it.each([
    '两笔欠款都还不上了，想协商分期还款',
    '我失业了，还不上了',
    '信用卡和消费贷都还不上',
    'I am behind on my card and my loan',
    '我招行的信用卡逾期了',
    '花呗也还不上了',
    '我每个月能还1481元',
    '2026年还清可以吗',
    '银行卡被锁了',
    '系统卡住了',
    'My debit card does not work',
    '网贷催得紧',
  ])('stays open for: %s', (text) => {
    expect(debtNamed(text, two)).toBeUndefined()
  })

  it('two cards are told apart by their digits alone', () => {
    expect(debtNamed('我的信用卡还不上了', [card, second])).toBeUndefined()
    expect(debtNamed('尾号0042的信用卡还不上了', [card, second])?.id).toBe('second')
  })

  it('a home loan is no consumer loan', () => {
    expect(debtNamed('房贷还不上了', [loan, home])?.id).toBe('home')
    expect(debtNamed('I cannot pay my home loan', [loan, home])?.id).toBe('home')
    expect(debtNamed('消费贷还不上了', [loan, home])?.id).toBe('loan')
  })

  it('mentioning is less than meaning', () => {
    expect(debtNamed('对了，我在你们这儿用信用卡也有好多年了呢', two)).toEqual({ id: 'card', meant: false })
    expect(debtNamed('信用卡', two)).toEqual({ id: 'card', meant: true })
    expect(debtNamed('我想谈的是消费贷', two)).toEqual({ id: 'loan', meant: true })
  })
})
