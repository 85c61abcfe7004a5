import { describe, expect, it } from 'vitest'
import { answerTo, offersInput, parameters } from './offers.fixture.ts'
import { riskView } from './risk-view.ts'

describe('riskView', () => {
  const input = offersInput({ request: { months: 36, first_payment: 500_000 } })
  const [offer] = answerTo(input).request_verdict!.nearest

  it('sets what the plan is worth beside what the bank would have without it', () => {
    const view = riskView(offer!, input, parameters)!
    expect(view.bank).toMatchObject({ value: offer!.pv, floor: 2_314_210, waived: 0 })
    expect(view.bank.margin).toBe(offer!.pv - Math.max(view.bank.floor, view.bank.alternative))
    expect(view.bank.margin).toBeGreaterThan(0)
  })

  it('shows what is left to the customer, now and under stress', () => {
    const { customer } = riskView(offer!, input, parameters)!
    expect(customer.largest_instalment).toBe(offer!.schedule[1]!.amount)
    expect(customer.left_over).toBe(350_000 - customer.largest_instalment)
    expect(customer.stress[0]).toEqual({
      income_bp: -1000,
      sustainable: true,
      left_over: 200_000 - customer.largest_instalment,
    })
    expect(customer.reserve_months).toBe(1.6)
    expect(customer.weakest_evidence).toBe('document')
  })

  it('has nothing to say while a figure is missing or the product has no plans', () => {
    expect(riskView(offer!, offersInput({ customer: { liquid_assets: null } }), parameters)).toBeNull()
    expect(riskView(offer!, offersInput({ product: 'mortgage' }), parameters)).toBeNull()
  })
})
