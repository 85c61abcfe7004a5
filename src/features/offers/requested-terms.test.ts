import { describe, expect, it } from 'vitest'
import type { CaseFact } from '../cases/store.ts'
import { requestedTerms } from './requested-terms.ts'

const fact = (id: string, name: string, value: number | string, messageId: string | null): CaseFact => ({
  id,
  name,
  value,
  grade: 'stated',
  messageId,
})
const months = (id: string, message: string | null) => fact(id, 'requested_months', 12, message)
const instalment = (id: string, message: string | null) => fact(id, 'offered_instalment', 200_000, message)

describe('what a customer asks for', () => {
  it('is nothing while they named no terms', () => {
    expect(requestedTerms([])).toBeNull()
    expect(
      requestedTerms([fact('1', 'monthly_income', 590_000, 'a'), fact('2', 'willing', 'yes', 'a')]),
    ).toBeNull()
  })

  it('keeps an instalment and months of one message together', () => {
    expect(requestedTerms([months('1', 'a'), instalment('2', 'a')])).toEqual({
      months: 12,
      instalment: 200_000,
    })
  })

  it.each([
    ['months, then an instalment', [months('1', 'a'), instalment('2', 'b')], { instalment: 200_000 }],
    ['an instalment, then months', [instalment('1', 'a'), months('2', 'b')], { months: 12 }],
    ['two that staff recorded', [instalment('1', null), months('2', null)], { months: 12 }],
  ])('takes the later of %s', (_, facts, request) => {
    expect(requestedTerms(facts)).toEqual(request)
  })

  it('carries what stays true beside them: down payment, first date, waivers', () => {
    expect(
      requestedTerms([
        fact('1', 'offered_down_payment', 300_000, 'a'),
        fact('2', 'requested_start', '2026-12-28', 'a'),
        fact('3', 'requested_fee_waiver_bp', 5000, 'a'),
        fact('4', 'requested_interest_waiver_bp', 10_000, 'b'),
        instalment('5', 'c'),
      ]),
    ).toEqual({
      first_payment: 300_000,
      start: '2026-12-28',
      waive_fees_bp: 5000,
      waive_interest_bp: 10_000,
      instalment: 200_000,
    })
  })
})
