import { describe, expect, it } from 'vitest'
import type { PlanRequest } from './model.ts'
import { type NewFact, type Reciprocation, reciprocationOf } from './reciprocation.ts'

const stated = (name: string): NewFact => ({ name, grade: 'stated' })

describe('what a customer gives beside a request', () => {
  it.each<[string, PlanRequest | null, PlanRequest | null, NewFact[], Reciprocation | null]>([
    ['asking again', { instalment: 150_000 }, { instalment: 150_000 }, [], null],
    ['asking for less a month', { instalment: 150_000 }, { instalment: 140_000 }, [], null],
    ['a cent below a clear step', { instalment: 150_000 }, { instalment: 157_499 }, [], null],
    ['a clear step', { instalment: 150_000 }, { instalment: 157_500 }, [], 'shorter_term'],
    ['a month too few', { months: 40 }, { months: 39 }, [], null],
    ['clearly fewer months', { months: 40 }, { months: 38 }, [], 'shorter_term'],
    ['another kind of wish', { months: 40 }, { instalment: 200_000 }, [], null],
    ['a first wish', null, { months: 12 }, [], null],
    ['a first down payment', { months: 40 }, { months: 40, first_payment: 1 }, [], 'down_payment'],
    ['the same down payment', { first_payment: 50_000 }, { first_payment: 50_000 }, [], null],
    ['a larger one', { first_payment: 50_000 }, { first_payment: 50_001 }, [], 'down_payment'],
    ['a smaller one', { first_payment: 50_000 }, { first_payment: 10_000 }, [], null],
    ['words about income', null, null, [stated('monthly_income')], null],
    [
      'papers for it',
      null,
      { first_payment: 5 },
      [{ name: 'monthly_income', grade: 'document' }],
      'documents',
    ],
    ['a record of the bank', null, null, [{ name: 'monthly_income', grade: 'bank' }], 'documents'],
    ['a direct debit', null, { months: 40 }, [stated('direct_debit')], 'direct_debit'],
  ])('%s', (_, before, now, learned, given) => {
    expect(reciprocationOf(before, now, learned)).toBe(given)
  })
})
