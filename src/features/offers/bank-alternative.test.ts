import { describe, expect, it } from 'vitest'
import { bankAlternative, leastValue } from './bank-alternative.ts'
import { parameters } from './offers.fixture.ts'

const policy = parameters.creditPlans
const card = { product: 'credit_card' as const, days_past_due: 0, owed: 1_000_000 }

describe('bankAlternative', () => {
  it('weighs cure and recovery, later money less, and takes off the cost', () => {
    const cured = (0.4 * 1_000_000) / 1.014 ** 2
    const recovered = (0.6 * 0.36 * 1_000_000) / 1.014 ** 24
    expect(bankAlternative(card, policy)).toBeCloseTo(cured + recovered - 60_000, 6)
  })

  it.each([
    [29, 30],
    [59, 60],
    [89, 90],
    [179, 180],
  ])('falls from day %i to day %i', (before, after) => {
    expect(bankAlternative({ ...card, days_past_due: after }, policy)).toBeLessThan(
      bankAlternative({ ...card, days_past_due: before }, policy),
    )
    expect(bankAlternative({ ...card, days_past_due: after + 1 }, policy)).toBe(
      bankAlternative({ ...card, days_past_due: after }, policy),
    )
  })

  it('changes band one cent above the limit', () => {
    const share = (owed: number) => (bankAlternative({ ...card, owed }, policy) + 60_000) / owed
    expect(share(5_000_000)).toBeCloseTo(share(4_999_999), 9)
    expect(bankAlternative({ ...card, owed: 5_000_001 }, policy)).toBeLessThan(
      bankAlternative({ ...card, owed: 5_000_000 }, policy) - 90_000,
    )
  })
})

describe('leastValue', () => {
  it('is the floor where the alternative is worth less', () => {
    expect(leastValue({ ...card, days_past_due: 200 }, policy)).toBe(500_000)
  })
})
