import { describe, expect, it } from 'vitest'
import type { AccountRow } from '../customers/model.ts'
import { debtInQuestion } from './debt-in-question.ts'

const account = (id: string, changed: Partial<AccountRow> = {}): AccountRow => ({
  id,
  customer_id: 'customer',
  product: 'credit_card',
  masked_number: `6200 **** **** ${id}`,
  currency: 'CNY',
  principal: 100_000,
  interest: 0,
  fees: 0,
  default_charges: 0,
  annual_rate_bp: 1825,
  days_past_due: 30,
  maturity: null,
  monthly_due: 10_000,
  as_of: '2026-11-23',
  ...changed,
})
const card = account('1481')
const loan = account('1853', { product: 'consumer_loan' })
const wealth = account('9001', { product: 'wealth', principal: 0 })

describe('the debt in question', () => {
  it('is the only one there is', () => {
    expect(debtInQuestion([wealth, card], null)).toEqual({ account: card, choices: [] })
  })

  it('is unclear with two and no choice, and the one chosen with one', () => {
    expect(debtInQuestion([card, loan, wealth], null)).toEqual({ account: undefined, choices: [card, loan] })
    expect(debtInQuestion([card, loan], '1853')).toEqual({ account: loan, choices: [card, loan] })
  })

  it('is never what somebody holds, nor an account of nobody here', () => {
    expect(debtInQuestion([card, loan, wealth], '9001').account).toBeUndefined()
    expect(debtInQuestion([card, loan], 'elsewhere').account).toBeUndefined()
    expect(debtInQuestion([wealth], null)).toEqual({ account: undefined, choices: [] })
  })

  it('needs no choice where nothing is owed on the other', () => {
    const paid = account('0042', { principal: 0 })
    expect(debtInQuestion([paid, loan], null)).toEqual({ account: loan, choices: [] })
    expect(debtInQuestion([paid], null).account).toBe(paid)
  })
})
