import { describe, expect, it } from 'vitest'
import { bankAlternative } from './bank-alternative.ts'
import { answerTo, offersInput, parameters } from './offers.fixture.ts'
import type { OfferParameters } from './parameters.ts'

/**
 * A bank that recovers most of what it is owed within a year, as with assigned wages or good courts. The sample bank does
 * not: there nearly every plan policy admits beats waiting, so the value gate would hardly be seen to close.
 */
function strongRecovery(change: (plans: OfferParameters['creditPlans']) => void = () => {}): OfferParameters {
  const strong = structuredClone(parameters)
  const { credit_card } = strong.creditPlans.alternative
  credit_card.cure_bp = credit_card.cure_bp.map((row) => row.map(() => 5000))
  credit_card.recovery_bp = credit_card.recovery_bp.map(() => 8200)
  credit_card.recovery_months = credit_card.recovery_months.map(() => 12)
  change(strong.creditPlans)
  return strong
}

/** A long plan at a low contract rate on the customer's word alone: the least a bank is likely to see. */
const long = {
  debt: { annual_rate_bp: 360, days_past_due: 10 },
  customer: { priority_debts_monthly: 580_000 },
}
const stated = { monthly: 1_500_000, kind: 'salary' as const, evidence: 'stated' as const }
const input = offersInput({ ...long, customer: { ...long.customer, income: [stated] } })

describe('value to the bank', () => {
  it('is open on the sample bank, where waiting is worth less', () => {
    expect(answerTo(input).outcome).toBe('offers')
  })

  it('is too little where the bank would get more by waiting, and a person has to look', () => {
    expect(answerTo(input, strongRecovery())).toMatchObject({
      outcome: 'empty',
      reason: 'value_floor',
      route: 'person_with_reason',
      offers: [],
    })
  })

  it('refuses a request by that rule, and names plans that are worth enough', () => {
    const asked = offersInput({ debt: { days_past_due: 10 }, request: { months: 60 } })
    const { offers, request_verdict } = answerTo(
      asked,
      strongRecovery((plans) => plans.alternative.credit_card.recovery_bp.fill(9500)),
    )
    expect(offers.length).toBeGreaterThan(0)
    expect(request_verdict).toMatchObject({ inside: false, rules: ['value_floor'] })
    expect(request_verdict!.nearest.length).toBeGreaterThan(0)
  })

  it('closes as soon as the alternative is worth a cent more than the plan', () => {
    const [first] = answerTo(offersInput(), strongRecovery()).offers
    const owed = 4_628_420
    const position = { product: 'credit_card' as const, days_past_due: 55, owed }
    const free = strongRecovery((plans) => (plans.alternative.cost = [0, 0, 0]))
    // What collecting costs, so that the alternative falls just to the plan's value, and a cent short of it.
    const cost = Math.ceil(bankAlternative(position, free.creditPlans) - first!.pv)
    const costing = (cents: number) =>
      strongRecovery((plans) => (plans.alternative.cost = [cents, cents, cents]))
    const months = first!.months
    const verdict = (given: OfferParameters) =>
      answerTo(offersInput({ request: { months } }), given).request_verdict!
    expect(verdict(costing(cost))).toMatchObject({ inside: true, rules: [] })
    expect(verdict(costing(cost - 1))).toMatchObject({ inside: false, rules: ['value_floor'] })
  })

  it('asks for no more from whom waiting would be worth less: older debts pass where younger ones do not', () => {
    const older = strongRecovery(
      (plans) => (plans.alternative.credit_card.recovery_bp = [8200, 6000, 4000, 2800, 2000]),
    )
    expect(answerTo(input, older).reason).toBe('value_floor')
    const late = { ...input, debt: { ...input.debt, days_past_due: 200 } }
    const cure = structuredClone(older)
    cure.creditPlans.alternative.credit_card.cure_bp = parameters.creditPlans.alternative.credit_card.cure_bp
    expect(answerTo(late, cure).outcome).toBe('offers')
  })
})
