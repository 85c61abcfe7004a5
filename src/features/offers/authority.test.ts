import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ApprovalTerms, explainAuthority, rankOf, requiredAuthority } from './authority.ts'
import { parameters } from './offers.fixture.ts'
import { nothingWaived } from './plan.ts'

const owed = { principal: 2_000_000, interest: 100_000, fees: 10_000, default_charges: 20_000 }
const modest: ApprovalTerms = {
  as_of: '2026-11-23',
  months: 12,
  owed,
  waived: nothingWaived,
  contract_rate_bp: 1825,
  plan_rate_bp: 1625,
}
const needs = (change: Partial<ApprovalTerms>) => requiredAuthority({ ...modest, ...change }, parameters)
const waiving = (part: Partial<typeof nothingWaived>) => needs({ waived: { ...nothingWaived, ...part } })
const owing = (total: number) =>
  needs({ owed: { principal: total, interest: 0, fees: 0, default_charges: 0 } })

describe('who may approve', () => {
  it.each([
    [12, 'agent'],
    [13, 'lead'],
    [36, 'lead'],
    [37, 'manager'],
    [59, 'manager'],
    [60, 'manager'],
    [61, null],
  ])('%i months: %s', (months, authority) => expect(needs({ months })).toBe(authority))

  it.each([
    [4_999_999, 'agent'],
    [5_000_000, 'agent'],
    [5_000_001, 'lead'],
    [20_000_000, 'lead'],
    [20_000_001, 'manager'],
  ])('%i owed: %s', (total, authority) => expect(owing(total)).toBe(authority))

  it('counts the other accounts of the case', () => {
    expect(needs({ other_owed: 2_870_000 })).toBe('agent')
    expect(needs({ other_owed: 2_870_001 })).toBe('lead')
  })

  it.each([
    [{ fees: 10_000, default_charges: 5_000 }, 'agent'],
    [{ fees: 10_000, default_charges: 5_001 }, 'lead'],
    [{ fees: 10_000, default_charges: 20_000 }, 'lead'],
    [{ interest: 1 }, 'lead'],
    [{ interest: 30_000 }, 'lead'],
    [{ interest: 30_001 }, 'manager'],
    [{ interest: 100_000 }, 'manager'],
    [{ principal: 1 }, 'committee'],
    [{ principal: 2_000_001 }, null],
    [{ interest: 100_001 }, null],
  ])('waiving %j: %s', (waived, authority) => expect(waiving(waived)).toBe(authority))

  it.each([
    [1625, 'agent'],
    [1624.99, 'lead'],
    [1225, 'lead'],
    [1224.99, 'manager'],
    [0, 'manager'],
    [1900, 'agent'],
  ])('a plan rate of %d under a contract at 1825: %s', (plan_rate_bp, authority) =>
    expect(needs({ plan_rate_bp })).toBe(authority),
  )

  it('takes the strictest of all limits', () => {
    const anyTerms = fc.record({
      months: fc.integer({ min: 1, max: 61 }),
      plan_rate_bp: fc.integer({ min: 0, max: 1825 }),
      other_owed: fc.integer({ min: 0, max: 30_000_000 }),
      waived: fc.record({
        fees: fc.integer({ min: 0, max: 10_000 }),
        default_charges: fc.integer({ min: 0, max: 20_000 }),
        interest: fc.integer({ min: 0, max: 100_000 }),
        principal: fc.constantFrom(0, 0, 0, 5),
      }),
    })
    const rank = (terms: Partial<ApprovalTerms>) => {
      const authority = needs(terms)
      return authority === null ? Infinity : rankOf(authority)
    }
    fc.assert(
      fc.property(anyTerms, ({ months, plan_rate_bp, other_owed, waived }) => {
        const single = [{ months }, { plan_rate_bp }, { other_owed }, { waived }].map(rank)
        expect(rank({ months, plan_rate_bp, other_owed, waived })).toBe(Math.max(...single))
      }),
    )
  })
})

describe('a request split to pass a limit', () => {
  const second = { ...modest, owed: { ...owed, fees: 0, default_charges: 15_000 } }
  const asked = { ...second, waived: { ...nothingWaived, default_charges: 7_500 } }
  const first = { date: '2026-06-01', fees: 10_000, default_charges: 5_000, interest: 0, principal: 0 }

  it('weighs like the whole', () => {
    expect(requiredAuthority(asked, parameters)).toBe('agent')
    expect(requiredAuthority(asked, parameters, [first])).toBe('lead')
    expect(explainAuthority(asked, parameters, [first])).toEqual({
      authority: 'lead',
      rules: ['fee_waiver_limit'],
      split: true,
    })
  })

  it.each([
    ['2025-11-23', 'agent'],
    ['2025-11-24', 'lead'],
    ['2026-11-23', 'lead'],
    ['2026-11-24', 'agent'],
  ])('counts a waiver of %s: %s', (date, authority) => {
    expect(requiredAuthority(asked, parameters, [{ ...first, date }])).toBe(authority)
  })

  it('adds what was waived to the total owed before waiver', () => {
    const large = { ...modest, owed: { principal: 4_990_000, interest: 0, fees: 0, default_charges: 10_000 } }
    expect(requiredAuthority(large, parameters)).toBe('agent')
    expect(requiredAuthority(large, parameters, [{ ...first, fees: 1, default_charges: 0 }])).toBe('lead')
  })
})

describe('explainAuthority', () => {
  it('names the limits the role below passes', () => {
    expect(explainAuthority({ ...modest, months: 40, other_owed: 1 }, parameters)).toEqual({
      authority: 'manager',
      rules: ['authority_term'],
      split: false,
    })
    expect(explainAuthority(modest, parameters)).toEqual({ authority: 'agent', rules: [], split: false })
    expect(explainAuthority({ ...modest, months: 61 }, parameters).rules).toEqual(['authority_term'])
  })
})
