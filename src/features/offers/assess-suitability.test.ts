import { describe, expect, it } from 'vitest'
import { assessSuitability } from './assess-suitability.ts'
import { parameters } from './offers.fixture.ts'
import type { RatedProduct, SuitabilityInput } from './suitability-model.ts'

const product = (change: Partial<RatedProduct> = {}): RatedProduct => ({
  id: 'steady',
  issuer_rating: 'R2',
  seller_rating: 'R2',
  term_months: 12,
  lock_in: true,
  ...change,
})
const shelf = [
  product({ id: 'cash', issuer_rating: 'R1', seller_rating: 'R1', term_months: 0, lock_in: false }),
  product(),
  product({ id: 'growth', issuer_rating: 'R3', seller_rating: 'R4', lock_in: false }),
  product({ id: 'large', issuer_rating: 'R1', seller_rating: 'R1', lock_in: false, min_amount: 100_000_000 }),
]
const input = (
  customer: Partial<SuitabilityInput['customer']> = {},
  change: Partial<SuitabilityInput> = {},
): SuitabilityInput => ({
  id: 's-1',
  as_of: '2026-11-23',
  customer: {
    rating: 'C3',
    tested_on: '2026-01-10',
    age: 40,
    net_assets: 100_000_000,
    annual_income: 30_000_000,
    horizon_months: 24,
    liquidity_need: 'low',
    ...customer,
  },
  product: product(),
  amount: 10_000_000,
  ...change,
})
const assess = (given: unknown) => {
  const result = assessSuitability(given, parameters, shelf)
  if (!('suitable' in result)) throw new Error(JSON.stringify(result))
  return result
}
const rules = (texts: { rule: string }[]) => texts.map((text) => text.rule)

describe('a product that fits', () => {
  it('is suitable without reasons against or a nudge to another', () => {
    const verdict = assess(input())
    expect(verdict).toMatchObject({ id: 's-1', suitable: true, reasons: [], alternatives: [] })
    expect(rules(verdict.disclosures)).toEqual(['S4', 'S5'])
  })
})

describe('tolerance (S2, S3)', () => {
  const levels = [1, 2, 3, 4, 5] as const
  it('holds for every pair of ratings, the higher of two counting', () => {
    for (const tolerance of levels)
      for (const issuer of levels)
        for (const seller of levels) {
          const rated = product({ issuer_rating: `R${issuer}`, seller_rating: `R${seller}` })
          const verdict = assess(input({ rating: `C${tolerance}` }, { product: rated }))
          expect(verdict.suitable).toBe(Math.max(issuer, seller) <= tolerance)
          expect(rules(verdict.disclosures).includes('S2')).toBe(issuer !== seller)
        }
  })

  it('names products that do fit, the least risky first', () => {
    const verdict = assess(input({}, { product: product({ id: 'bold', seller_rating: 'R5' }) }))
    expect(verdict).toMatchObject({ suitable: false, alternatives: ['cash', 'steady'] })
  })
})

describe('validity of the test (S7)', () => {
  it.each([
    ['2025-11-24', true],
    ['2025-11-23', false],
    ['2025-11-22', false],
    ['2026-11-23', true],
  ])('tested on %s', (tested_on, suitable) => {
    const verdict = assess(input({ tested_on }))
    expect(verdict.suitable).toBe(suitable)
    expect(rules(verdict.reasons)).toEqual(suitable ? [] : ['S7'])
    if (!suitable) expect(verdict.alternatives).toEqual([])
  })

  it.each([
    ['2029-02-27', true],
    ['2029-02-28', false],
  ])('a test of 29 February on %s', (as_of, suitable) => {
    expect(assess(input({ tested_on: '2028-02-29' }, { as_of })).suitable).toBe(suitable)
  })
})

describe('means (S3)', () => {
  it.each([
    [40_000_000, 100_000_000, 90_000_000, true],
    [40_000_001, 100_000_000, 90_000_000, false],
    [30_000_000, 100_000_000, 30_000_000, true],
    [30_000_001, 100_000_000, 30_000_000, false],
    [1, 0, 30_000_000, false],
    [1, 100_000_000, 0, false],
  ])('%i with %i of assets and %i a year', (amount, net_assets, annual_income, suitable) => {
    expect(assess(input({ net_assets, annual_income }, { amount })).suitable).toBe(suitable)
  })
})

describe('liquidity and horizon', () => {
  it.each([
    ['low', true, 24, true, []],
    ['medium', true, 24, true, ['S3']],
    ['high', true, 24, false, []],
    ['high', false, 24, true, []],
    ['low', true, 11, false, []],
    ['low', true, 12, true, []],
    ['low', false, 11, true, ['S3']],
  ] as const)(
    'need %s, lock-in %s, horizon %i: %s',
    (liquidity_need, lock_in, horizon_months, suitable, more) => {
      const verdict = assess(input({ liquidity_need, horizon_months }, { product: product({ lock_in }) }))
      expect(verdict.suitable).toBe(suitable)
      expect(rules(verdict.disclosures)).toEqual(['S4', 'S5', ...more])
    },
  )
})

describe('age care', () => {
  it.each([
    [64, false],
    [65, true],
  ])('at %i', (age, care) => {
    const verdict = assess(input({ age }))
    expect(verdict.suitable).toBe(true)
    expect(rules(verdict.disclosures).includes('S7')).toBe(care)
  })
})

it('gives every reason at once', () => {
  const verdict = assess(
    input(
      { rating: 'C1', tested_on: '2024-01-01', liquidity_need: 'high', horizon_months: 1 },
      { amount: 90_000_000 },
    ),
  )
  expect(rules(verdict.reasons)).toEqual(['S7', 'S3', 'S3', 'S3', 'S3', 'S3'])
})

describe('bad input is refused with the field', () => {
  it.each([
    [{ customer: { ...input().customer, rating: 'C6' } }, '/customer/rating'],
    [{ customer: { ...input().customer, tested_on: undefined } }, '/customer/tested_on'],
    [{ customer: { ...input().customer, tested_on: '2026-11-24' } }, '/customer/tested_on'],
    [{ customer: { ...input().customer, net_assets: Number.NaN } }, '/customer/net_assets'],
    [{ customer: { ...input().customer, age: 8 } }, '/customer/age'],
    [{ customer: { ...input().customer, liquidity_need: 'some' } }, '/customer/liquidity_need'],
    [{ product: product({ issuer_rating: 'R0' as 'R1' }) }, '/product/issuer_rating'],
    [{ customer: { ...input().customer, net_assets: -1 } }, '/customer/net_assets'],
    [{ customer: { ...input().customer, net_assets: undefined } }, '/customer/net_assets'],
    [{ customer: { ...input().customer, annual_income: -1 } }, '/customer/annual_income'],
    [{ customer: { ...input().customer, annual_income: undefined } }, '/customer/annual_income'],
    [{ customer: { ...input().customer, horizon_months: -1 } }, '/customer/horizon_months'],
    [{ amount: 0 }, '/amount'],
    [{ amount: -5 }, '/amount'],
  ])('%# at %s', (change, field) => {
    expect(assessSuitability({ ...input(), ...change }, parameters, shelf)).toMatchObject({
      id: 's-1',
      outcome: 'refused',
      field,
    })
  })
})
