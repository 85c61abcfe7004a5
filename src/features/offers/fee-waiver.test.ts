import { describe, expect, it } from 'vitest'
import { assessFeeWaiver, type FeeWaiverInput } from './fee-waiver.ts'
import { parameters } from './offers.fixture.ts'

const input = (change: Partial<FeeWaiverInput> = {}): FeeWaiverInput => ({
  id: 'fee-1',
  as_of: '2026-11-23',
  currency: 'CNY',
  charge: { kind: 'late_fee', amount: 9_360, charged_on: '2026-11-05' },
  reason: 'first_late_fee',
  confirmed: true,
  history: [],
  ...change,
})
const assess = (change: Partial<FeeWaiverInput>) => assessFeeWaiver(input(change), parameters)
const earlier = (date: string, reason: FeeWaiverInput['reason'], amount = 5_000) => [{ date, amount, reason }]

describe('assessFeeWaiver', () => {
  it('gives back what the bank got wrong, once a person has confirmed it', () => {
    expect(assess({ reason: 'bank_error' })).toMatchObject({
      outcome: 'allowed',
      amount: 9_360,
      authority: 'agent',
    })
    expect(assess({ reason: 'bank_error', confirmed: false })).toMatchObject({
      outcome: 'not_allowed',
      amount: 0,
      rules: ['bank_error_confirmed'],
    })
  })

  it('gives back one late fee in twelve months', () => {
    expect(assess({})).toMatchObject({ outcome: 'allowed', rules: ['first_late_fee'] })
    expect(assess({ history: earlier('2025-11-23', 'first_late_fee') })).toMatchObject({ outcome: 'allowed' })
    expect(assess({ history: earlier('2025-11-24', 'first_late_fee') })).toMatchObject({
      outcome: 'not_allowed',
      rules: ['first_late_fee_per_window'],
    })
    expect(assess({ confirmed: false })).toMatchObject({ rules: ['first_late_fee_minimum_paid'] })
    expect(
      assess({ charge: { kind: 'annual_fee', amount: 30_000, charged_on: '2026-11-05' } }),
    ).toMatchObject({
      rules: ['first_late_fee_kind'],
    })
  })

  it.each([
    [20_000, 'agent'],
    [20_001, 'lead'],
    [100_000, 'lead'],
    [100_001, 'manager'],
    [500_000, 'manager'],
    [500_001, 'committee'],
  ])('goodwill of %i: %s', (amount, authority) => {
    const charge = { kind: 'annual_fee', amount, charged_on: '2026-11-05' }
    expect(assess({ reason: 'goodwill', charge })).toMatchObject({ authority, split: false })
  })

  it('sees through goodwill asked for in parts', () => {
    const part = { reason: 'goodwill' as const, amount: 9_000 }
    expect(assess({ ...part, history: earlier('2026-11-01', 'goodwill', 11_000) })).toMatchObject({
      authority: 'agent',
      split: false,
    })
    expect(assess({ ...part, history: earlier('2026-11-01', 'goodwill', 11_001) })).toMatchObject({
      authority: 'lead',
      split: true,
    })
  })

  it('never gives back more than was charged', () => {
    expect(assess({ amount: 9_361 })).toMatchObject({ outcome: 'not_allowed', rules: ['more_than_charged'] })
  })

  it.each([
    [{ charge: { kind: 'late_fee', amount: -1, charged_on: '2026-11-05' } }, '/charge/amount'],
    [{ currency: 'USD' }, '/currency'],
    [{ reason: 'nice' }, '/reason'],
  ])('refuses %j at %s', (change, field) => {
    expect(assessFeeWaiver({ ...input(), ...change }, parameters)).toMatchObject({
      outcome: 'refused',
      field,
    })
  })
})
