import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from './calendar.ts'
import type { Offer, OffersInput } from './model.ts'
import { answerTo, anyOffersInput, parameters } from './offers.fixture.ts'

const plans = parameters.creditPlans
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const owedBy = ({ debt }: OffersInput) => debt.principal + debt.interest + debt.fees + debt.default_charges
const incomeOf = ({ customer }: OffersInput) =>
  sum(customer.income.map((item) => Math.floor(item.monthly! * (item.kind === 'variable' ? 0.8 : 1) + 1e-6)))

/** Instalments with the month they fall in, counted from the first due month; the down payment apart. */
function instalments(offer: Offer, input: OffersInput) {
  const down = offer.shape === 'down_payment' ? offer.schedule[0]! : null
  const rows = down ? offer.schedule.slice(1) : offer.schedule
  const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const start = monthOf(addMonths(input.as_of, 1)) - 1
  return { down, rows: rows.map((row) => ({ ...row, month: monthOf(row.date) - start })) }
}

function forEveryOffer(check: (offer: Offer, input: OffersInput) => void, numRuns = 300) {
  fc.assert(
    fc.property(anyOffersInput, (input) => {
      for (const offer of answerTo(input).offers) check(offer, input)
    }),
    { numRuns },
  )
}

describe('every offer', () => {
  it('adds up to the cent and pays the interest of each month on what is owed', () => {
    forEveryOffer((offer, input) => {
      const { down, rows } = instalments(offer, input)
      const waived = sum(Object.values(offer.waived))
      expect(sum(offer.schedule.map((row) => row.amount))).toBe(offer.total)
      expect(offer.financed).toBe(owedBy(input) - waived - (down?.amount ?? 0))
      expect(sum(rows.map((row) => row.principal))).toBe(offer.financed)
      let balance = offer.financed
      let month = 0
      for (const row of rows) {
        expect(row.amount).toBe(row.principal + row.interest)
        expect(row.principal).toBeGreaterThan(0)
        const each = Number(
          (BigInt(balance) * BigInt(Math.round(offer.plan_rate_bp * 100)) * 2n + 12_000_000n) / 24_000_000n,
        )
        expect(row.interest).toBe(each * (row.month - month))
        balance -= row.principal
        month = row.month
      }
      expect(balance).toBe(0)
    })
  })

  it('stays within term, capacity, ceiling, stress, waiver and rate limits', () => {
    forEveryOffer((offer, input) => {
      const { rows, down } = instalments(offer, input)
      const answer = answerTo(input)
      const largest = Math.max(...rows.map((row) => row.amount))
      const { customer, debt } = input
      const service = customer.priority_loan_part_monthly ?? customer.priority_debts_monthly!
      expect(rows.at(-1)!.month).toBe(offer.months)
      expect(offer.months).toBeLessThanOrEqual(60)
      expect(largest).toBeLessThanOrEqual(answer.capacity!.max_instalment)
      expect(offer.load_bp).toBeLessThanOrEqual(5500)
      const load = ((service + customer.other_debt_service_monthly! + largest) / incomeOf(input)) * 10_000
      expect(Math.abs(offer.load_bp - load)).toBeLessThanOrEqual(0.5 + 1e-9)
      for (const { income_bp, sustainable } of offer.stress)
        expect(sustainable).toBe(
          largest <= answer.capacity!.disposable + (incomeOf(input) * income_bp) / 10_000,
        )
      expect(offer.stress[0]).toEqual({ income_bp: -1000, sustainable: true })
      expect(offer.plan_rate_bp).toBeLessThanOrEqual(debt.annual_rate_bp)
      expect(offer.waived.principal).toBe(0)
      for (const part of ['fees', 'default_charges', 'interest'] as const)
        expect(offer.waived[part]).toBeLessThanOrEqual(debt[part])
      expect(down?.amount ?? 0).toBeLessThanOrEqual(
        Math.max(0, customer.liquid_assets! - customer.essential[0]!.monthly!),
      )
    })
  })

  it('shows rates at which its payments are worth what it finances', () => {
    forEveryOffer((offer, input) => {
      const { rows } = instalments(offer, input)
      const worth = (monthly: number) => sum(rows.map((row) => row.amount / (1 + monthly) ** row.month))
      expect(worth((offer.apr_nominal_bp - 1) / 120_000)).toBeGreaterThan(offer.financed - 1e-6)
      expect(worth((offer.apr_nominal_bp + 1) / 120_000)).toBeLessThan(offer.financed + 1e-6)
      const effective = (bp: number) => (1 + bp / 10_000) ** (1 / 12) - 1
      expect(worth(effective(offer.apr_effective_bp - 1))).toBeGreaterThan(offer.financed - 1e-6)
      expect(worth(effective(offer.apr_effective_bp + 1))).toBeLessThan(offer.financed + 1e-6)
    })
  })

  it('is worth to the bank what the formula says, month by month', () => {
    forEveryOffer((offer, input) => {
      const { down, rows } = instalments(offer, input)
      const { hazard, recovery_bp, recovery_lag_months, discount_monthly_bp } = plans.value
      const product = input.product as 'credit_card' | 'consumer_loan'
      const stated = input.customer.income.some((item) => item.evidence === 'stated')
      const h = Math.min(
        0.25,
        (hazard.base_bp / 1e4) *
          Math.exp(hazard.load_slope * (offer.load_bp / 1e4 - 0.35)) *
          (stated ? 1.25 : 1) *
          (down ? 0.8 : 1),
      )
      const k = discount_monthly_bp[product] / 1e4
      let pv = down?.amount ?? 0
      let balance = offer.financed
      let unpaid = 0
      for (let month = 1; month <= offer.months; month++) {
        unpaid += (balance * offer.plan_rate_bp) / 120_000
        const row = rows.find((candidate) => candidate.month === month)
        const before = (1 - h) ** (month - 1)
        pv +=
          (before * h * (recovery_bp / 1e4) * (balance + unpaid)) / (1 + k) ** (month + recovery_lag_months)
        if (!row) continue
        pv += (before * (1 - h) * row.amount) / (1 + k) ** month
        balance -= row.principal
        unpaid = 0
      }
      expect(Math.abs(offer.pv - pv)).toBeLessThanOrEqual(1 + owedBy(input) * 1e-6)
    })
  })
})

describe('the set of offers', () => {
  it('lies within the band pairwise, or notes say why there are fewer', () => {
    fc.assert(
      fc.property(anyOffersInput, (input) => {
        const { outcome, offers, notes } = answerTo(input)
        if (outcome === 'empty') return
        const values = offers.map((offer) => offer.pv)
        expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(owedBy(input) * 0.015)
        expect(offers[0]!.shape).toBe('level')
        expect(Math.max(...values)).toBe(offers[0]!.pv)
        expect(notes.length > 0).toBe(offers.length < 3)
        expect(['band', 'capacity', 'authority']).toEqual(expect.arrayContaining(notes))
      }),
      { numRuns: 300 },
    )
  })

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(anyOffersInput, (input) => {
        expect(JSON.stringify(answerTo(structuredClone(input)))).toBe(JSON.stringify(answerTo(input)))
      }),
      { numRuns: 50 },
    )
  })

  it('is worth no less when income rises', () => {
    fc.assert(
      fc.property(anyOffersInput, fc.integer({ min: 1, max: 2000 }), (input, riseBp) => {
        const better = structuredClone(input)
        for (const item of better.customer.income)
          item.monthly! += Math.ceil((item.monthly! * riseBp) / 10_000)
        const before = answerTo(input)
        const after = answerTo(better)
        if (before.outcome !== 'offers' || after.outcome !== 'offers') return
        expect(after.offers[0]!.pv).toBeGreaterThanOrEqual(before.offers[0]!.pv)
      }),
      { numRuns: 400 },
    )
  })

  it('costs the customer no less when the debt grows', () => {
    fc.assert(
      fc.property(anyOffersInput, fc.integer({ min: 1, max: 2000 }), (input, riseBp) => {
        const larger = structuredClone(input)
        for (const part of ['principal', 'interest', 'fees', 'default_charges'] as const)
          larger.debt[part] += Math.ceil((larger.debt[part] * riseBp) / 10_000)
        const before = answerTo(input)
        const after = answerTo(larger)
        if (before.outcome !== 'offers' || after.outcome !== 'offers') return
        expect(after.offers[0]!.total).toBeGreaterThanOrEqual(before.offers[0]!.total)
      }),
      { numRuns: 400 },
    )
  })
})

describe('the verdict on a request', () => {
  const anyRequest = fc.record(
    {
      months: fc.integer({ min: 1, max: 90 }),
      instalment: fc.integer({ min: 1, max: 1_500_000 }),
      first_payment: fc.integer({ min: 0, max: 3_000_000 }),
      waive_fees_bp: fc.constantFrom(0, 2500, 5000, 10_000),
      waive_interest_bp: fc.constantFrom(0, 3000, 10_000),
    },
    { requiredKeys: [] },
  )

  it('is inside exactly when no rule refuses, and every alternative is admissible', () => {
    fc.assert(
      fc.property(anyOffersInput, anyRequest, (input, request) => {
        const { request_verdict: verdict, capacity } = answerTo({ ...input, request })
        expect(verdict).not.toBeNull()
        expect(verdict!.inside).toBe(verdict!.rules.length === 0)
        expect(verdict!.nearest.length).toBeLessThanOrEqual(3)
        if (verdict!.inside) expect(verdict!.authority).toBe(verdict!.nearest[0]!.authority)
        for (const near of verdict!.nearest) {
          const { rows } = instalments(near, input)
          expect(near.months).toBeLessThanOrEqual(60)
          expect(Math.max(...rows.map((row) => row.amount))).toBeLessThanOrEqual(capacity!.max_instalment)
          expect(near.stress[0]!.sustainable).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
