import { describe, expect, test } from 'vitest'
import { amountDigits } from '../../platform/money.ts'
import { costStatementInput } from './cost-statement-page.fixture.ts'
import { composeCostStatement, minimumReadingSeconds } from './cost-statement-page.ts'
import { letterLanguages, letterStrings } from './letter-text.ts'

describe.each(letterLanguages)('the cost statement in %s', (language) => {
  const given = costStatementInput()
  const text = composeCostStatement(given, language)
  const section = (key: string) => text.sections.find((each) => each.key === key)!

  test('has what H6 asks for, in its order', () => {
    expect(text.sections.map((each) => each.key)).toEqual([
      'principal',
      'charges',
      'annualised',
      'contingent',
      'nothing_else',
    ])
    expect(section('principal').paragraphs.join()).toContain(amountDigits(given.principal))
  })

  test('lists each charge with method, rate, amount and recipient', () => {
    const rows = section('charges').table!.rows
    expect(rows).toHaveLength(given.charges.length + 1)
    expect(rows[0]!.cells).toEqual([
      given.charges[0]!.name[language],
      given.charges[0]!.method[language],
      '9.80%',
      amountDigits(given.charges[0]!.amount),
      given.charges[0]!.recipient[language],
    ])
    expect(rows.at(-1)!.cells).toContain(amountDigits(given.total_cost))
  })

  test('annualises in both ways', () => {
    const said = section('annualised').paragraphs.join()
    expect(said).toContain('9.80%')
    expect(said).toContain('10.25%')
  })

  test('keeps what only default costs apart', () => {
    expect(section('contingent').table!.rows.map((row) => row.cells[0])).toEqual(
      given.contingent.map((cost) => cost.name[language]),
    )
  })
})

test('refuses sums that disagree', () => {
  const { total_cost } = costStatementInput()
  expect(() => composeCostStatement(costStatementInput({ total_cost: total_cost - 1 }))).toThrow(
    'do not add up',
  )
  expect(() => composeCostStatement(costStatementInput({ total_repayable: 1 }))).toThrow('principal and cost')
})

test('the reading time grows with the text, rounds up, and never falls below the floor', () => {
  const text = composeCostStatement(costStatementInput())
  const characters = letterStrings(text).join('').replace(/\s/g, '').length
  expect(minimumReadingSeconds(text, { charactersPerSecond: 10, minimumSeconds: 5 })).toBe(
    Math.ceil(characters / 10),
  )
  expect(minimumReadingSeconds(text, { charactersPerSecond: 10_000, minimumSeconds: 15 })).toBe(15)
  const longer = composeCostStatement(
    costStatementInput({
      contingent: [...costStatementInput().contingent, ...costStatementInput().contingent],
    }),
  )
  const pace = { charactersPerSecond: 5, minimumSeconds: 0 }
  expect(minimumReadingSeconds(longer, pace)).toBeGreaterThan(minimumReadingSeconds(text, pace))
  expect(() => minimumReadingSeconds(text, { charactersPerSecond: 0, minimumSeconds: 5 })).toThrow(RangeError)
})
