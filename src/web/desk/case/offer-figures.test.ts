import { describe, expect, it } from 'vitest'
import type { StaffOffer } from '../shapes.ts'
import { bars, costToCustomer, downPaymentOf, largestInstalment, ruler } from './offer-figures.ts'

const row = (date: string, amount: number, interest: number) => ({
  date,
  amount,
  principal: amount - interest,
  interest,
})
const plan = {
  shape: 'down_payment',
  schedule: [
    row('2026-12-01', 500_000, 0),
    row('2026-12-15', 101_000, 1_000),
    row('2027-01-15', 102_500, 500),
  ],
} as StaffOffer

describe('offer figures', () => {
  it('keeps a down payment out of the instalments', () => {
    expect(downPaymentOf(plan)?.amount).toBe(500_000)
    expect(largestInstalment(plan)).toBe(102_500)
    expect(largestInstalment({ ...plan, shape: 'level' })).toBe(500_000)
  })

  it('counts interest alone as the cost', () => {
    expect(costToCustomer(plan)).toBe(1_500)
  })

  it('sets payments of one month side by side on the shared ruler', () => {
    expect(bars(plan.schedule, '2026-11-30').map((bar) => bar.x)).toEqual([1, 1.5, 2])
    expect(ruler([plan])).toEqual({ first: '2026-12-01', months: 2, most: 500_000 })
  })
})
