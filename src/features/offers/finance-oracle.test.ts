import fc from 'fast-check'
import { irr, npv, pmt } from 'financial'
import { describe, expect, it } from 'vitest'
import { addMonths } from './calendar.ts'
import type { Offer, OffersInput } from './model.ts'
import { answerTo, anyOffersInput, parameters } from './offers.fixture.ts'
import { smallestInstalment } from './schedule.ts'

/** The engine's rates and values against a port of numpy-financial. */
function flows({ shape, schedule }: Offer, input: OffersInput): { down: number; paid: number[] } {
  const down = shape === 'down_payment' ? schedule[0]!.amount : 0
  const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const start = monthOf(addMonths(input.as_of, 1)) - 1
  const paid: number[] = []
  for (const row of shape === 'down_payment' ? schedule.slice(1) : schedule)
    paid[monthOf(row.date) - start - 1] = row.amount
  return { down, paid: Array.from(paid, (amount) => amount ?? 0) }
}

function forEveryOffer(check: (offer: Offer, input: OffersInput) => void) {
  let offers = 0
  fc.assert(
    fc.property(anyOffersInput, (input) => {
      for (const offer of answerTo(input).offers) {
        check(offer, input)
        offers++
      }
    }),
    { numRuns: 300 },
  )
  expect(offers).toBeGreaterThan(100)
}

describe('against a finance library', () => {
  it('shows the annual rates the library finds, to one basis point', () => {
    forEveryOffer((offer, input) => {
      const monthly = irr([-offer.financed, ...flows(offer, input).paid], 0.01, 1e-12, 1000)
      expect(Math.abs(offer.apr_nominal_bp - monthly * 120_000)).toBeLessThanOrEqual(1)
      expect(Math.abs(offer.apr_effective_bp - ((1 + monthly) ** 12 - 1) * 10_000)).toBeLessThanOrEqual(1)
    })
  })

  it('values a plan at the net present value of its expected payments, to 0.01 % of the balance', () => {
    forEveryOffer((offer, input) => {
      const { debt, customer, product } = input
      const { hazard, recovery_bp, recovery_lag_months, discount_monthly_bp } = parameters.creditPlans.value
      const { down, paid } = flows(offer, input)
      const stated = customer.income.some((item) => item.evidence === 'stated')
      const breaks = Math.min(
        hazard.cap_bp / 10_000,
        (hazard.base_bp / 10_000) *
          Math.exp((hazard.load_slope * (offer.load_bp - hazard.load_pivot_bp)) / 10_000) *
          (stated ? hazard.stated_income_bp / 10_000 : 1) *
          (down > 0 ? hazard.down_payment_bp / 10_000 : 1),
      )
      const expected = Array.from<number>({ length: paid.length + recovery_lag_months + 1 }).fill(0)
      expected[0] = down
      let balance = offer.financed
      let accrued = 0
      paid.forEach((amount, index) => {
        const survives = (1 - breaks) ** index
        accrued += (balance * offer.plan_rate_bp) / 120_000
        expected[index + 1]! += survives * (1 - breaks) * amount
        expected[index + 1 + recovery_lag_months]! +=
          survives * breaks * (recovery_bp / 10_000) * (balance + accrued)
        if (amount === 0) return
        balance += accrued - amount
        accrued = 0
      })
      const rate = discount_monthly_bp[product as 'credit_card' | 'consumer_loan'] / 10_000
      const owed = debt.principal + debt.interest + debt.fees + debt.default_charges
      expect(Math.abs(offer.pv - npv(rate, expected))).toBeLessThanOrEqual(1 + owed * 1e-4)
    })
  })

  it('spreads a level plan over instalments within two cents of the annuity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 40_000_000 }),
        fc.integer({ min: 1, max: 2400 }),
        fc.integer({ min: 2, max: 60 }),
        (financed, rate_bp, months) => {
          const instalment = smallestInstalment({ financed, rate_bp, months })!
          expect(Math.abs(instalment + pmt(rate_bp / 120_000, months, financed))).toBeLessThanOrEqual(2)
        },
      ),
    )
  })
})
