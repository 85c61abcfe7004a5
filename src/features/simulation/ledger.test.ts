import { describe, expect, it } from 'vitest'
import type { SimulatedCustomer } from './draw-customer.ts'
import { ledgerOf } from './ledger.ts'
import { customersOf, levelOffer, offers } from './simulation.fixture.ts'

/** Somebody with 1,000.00 left over a month, nothing saved, and no one to borrow from. */
function household(change: (month: number) => number = () => 0, borrowing = 0): SimulatedCustomer {
  const [customer] = customersOf(1, 1) as [SimulatedCustomer]
  return {
    ...customer,
    cure: 0.999,
    hidden: { ...customer.hidden, assets: 0, borrowing, costs: 400_000 },
    future: Array.from({ length: 61 }, (_, index) => ({
      income: 500_000 + change(index + 1),
      costs: 400_000,
    })),
  }
}
const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

describe('the ledger', () => {
  it('keeps A_t = A_{t−1} + I_t − E_t − x_t and pays what was agreed', () => {
    const { assets, paid, kept } = ledgerOf(household(), levelOffer(80_000, 12), offers)
    expect(assets.slice(0, 4)).toEqual([0, 20_000, 40_000, 60_000])
    expect(assets[12]).toBe(240_000)
    expect(assets[13]).toBe(340_000)
    expect(total(paid)).toBe(960_000)
    expect(kept).toBe(true)
  })

  it('lets one instalment be late and caught up within thirty days', () => {
    const ill = household((month) => (month === 3 ? -100_000 : month === 4 ? 100_000 : 0))
    const { paid, kept } = ledgerOf(ill, levelOffer(80_000, 12), offers)
    expect(paid.slice(2, 5)).toEqual([80_000, 40_000, 120_000])
    expect(kept).toBe(true)
  })

  it('breaks the plan when an instalment is still open at the next due date, and recovers a part later', () => {
    const jobless = household((month) => (month >= 3 && month <= 6 ? -100_000 : 0))
    const { paid, paidOnPlan, kept } = ledgerOf(jobless, levelOffer(80_000, 12), offers)
    expect(kept).toBe(false)
    expect(paidOnPlan.slice(0, 6)).toEqual([0, 80_000, 80_000, 40_000, 0, 0])
    const lag = offers.creditPlans.value.recovery_lag_months
    expect(paid[4 + lag]).toBeCloseTo((960_000 - 200_000) * 0.35)
    expect(total(paid)).toBeCloseTo(200_000 + 760_000 * 0.35)
  })

  it('goes below zero only as far as the family lends', () => {
    const helped = household((month) => (month === 1 ? -100_000 : 0), 50_000)
    const { assets, paid } = ledgerOf(helped, levelOffer(80_000, 12), offers)
    expect(paid[1]).toBe(50_000)
    expect(assets[1]).toBe(-50_000)
  })

  it('without an agreement leaves the bank its cure or its recovery', () => {
    const customer = household()
    const { principal, interest, fees, default_charges } = customer.truth.debt
    const owed = principal + interest + fees + default_charges
    const recovered = ledgerOf(customer, null, offers)
    expect(recovered.kept).toBe(false)
    expect(total(recovered.paidOnPlan)).toBe(0)
    expect(total(recovered.paid)).toBeLessThan(owed * 0.5)
    expect(total(ledgerOf({ ...customer, cure: 0 }, null, offers).paid)).toBe(owed)
  })
})
