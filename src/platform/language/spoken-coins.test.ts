import { describe, expect, it } from 'vitest'
import { readQuantities } from './quantities.ts'

const at = '2026-11-24T10:00:00+08:00'
const amounts = (text: string) =>
  readQuantities(text, at).flatMap((q) => (q.kind === 'amount' ? [[text.slice(...q.span), q.minor]] : []))
const rates = (text: string) => readQuantities(text, at).flatMap((q) => (q.kind === 'rate' ? [q.bp] : []))

describe('sums with the small coin behind the yuan', () => {
  it.each([
    ['It is thirteen hundred and five yuan forty-one a month.', 130541],
    ['The whole comes to nine thousand and eighty yuan sixteen.', 908016],
    ['Two hundred yuan oh five is left over.', 20005],
    ['About seventy yuan fifty went out on Tuesday.', 7050],
  ])('%s', (text, minor) => expect(amounts(text).map(([, value]) => value)).toEqual([minor]))

  it.each([
    ['You pay five hundred yuan twelve times.', 50000],
    ['You pay five hundred yuan thirty-six months running.', 50000],
    ['You pay five hundred yuan twenty percent of the time.', 50000],
    ['You pay five hundred yuan five.', 50000],
  ])('leaves what counts something: %s', (text, minor) =>
    expect(amounts(text).map(([, value]) => value)).toEqual([minor]),
  )

  it('gives a code to the digits behind it, not to the word ahead', () =>
    expect(amounts('Eleven of them, the last one CNY 702.18 and that is all')).toEqual([
      ['CNY 702.18', 70218],
    ]))

  it.each([
    ['利息3.08元一并退回', '3.08元', 308],
    ['多收的五十六元二角一次退清', '五十六元二角', 5620],
    ['卡里七百元三角一分文没少', '七百元三角', 70030],
    ['一共三块六毛五', '三块六毛五', 365],
    ['两块一的手续费', '两块一', 210],
  ])('%s', (text, shown, minor) => expect(amounts(text)).toEqual([[shown, minor]]))

  it('reads fen and jiao by themselves', () =>
    expect(amounts('It costs thirty-one fen a day, or six jiao with tax')).toEqual([
      ['thirty-one fen', 31],
      ['six jiao', 60],
    ]))
})

describe('fractions of a percent', () => {
  it.each([
    ['three and a half percent a year', 350],
    ['one and a quarter per cent', 125],
    ['a quarter of a percent a year', 25],
    ['three quarters of a percent', 75],
    ['12 and a half per cent', 1250],
  ])('%s', (text, bp) => expect(rates(text)).toEqual([bp]))
})

describe('other currencies in words', () => {
  it.each([
    ['five hundred francs', 'CHF'],
    ['two thousand lei', 'RON'],
    ['三百兰特', 'ZAR'],
    ['ninety zlotys', 'PLN'],
  ])('%s', (text, currency) => expect(readQuantities(text, at)).toMatchObject([{ kind: 'amount', currency }]))
})

it('adds the months that ride on years in words', () => {
  expect(readQuantities('over three years and four months', at)).toMatchObject([
    { kind: 'months', months: 40 },
  ])
})
