import { describe, expect, it } from 'vitest'
import { answerTo, offersInput, parameters } from './offers.fixture.ts'
import { riskView } from './risk-view.ts'

describe('riskView', () => {
  const input = offersInput({ request: { months: 36, first_payment: 500_000 } })
  const [offer] = answerTo(input).request_verdict!.nearest

  it('sets what the plan is worth beside what the bank would have without it', () => {
    const view = riskView(offer!, input, parameters)!
    expect(view.bank).toMatchObject({ value: offer!.pv, waived: 0 })
    expect(view.bank.above_alternative).toBe(offer!.pv - view.bank.alternative)
    expect(view.bank.above_alternative).toBeGreaterThan(0)
  })

  it('never tells the floor, nor anything it could be worked out from', () => {
    const { floor_bp } = parameters.creditPlans
    const higher = structuredClone(parameters)
    higher.creditPlans.floor_bp.credit_card = floor_bp.credit_card + 1000
    expect(riskView(offer!, input, higher)).toEqual(riskView(offer!, input, parameters))
  })

  it('says which limits make the authority, and when earlier waivers do', () => {
    const asked = offersInput({ request: { months: 36, waive_interest_bp: 3000 } })
    const [waiving] = answerTo(asked).request_verdict!.nearest
    expect(riskView(waiving!, asked, parameters)!.authority).toEqual({
      rules: ['authority_term', 'interest_waiver_limit'],
      split: false,
    })
    const prior_waivers = [
      { date: '2026-08-01', fees: 0, default_charges: 0, interest: 60_000, principal: 0 },
    ]
    const again = { ...asked, prior_waivers }
    const [split] = answerTo(again).request_verdict!.nearest
    expect(split!.authority).toBe('manager')
    expect(riskView(split!, again, parameters)!.authority).toEqual({
      rules: ['interest_waiver_limit'],
      split: true,
    })
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
