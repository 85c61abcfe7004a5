import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityOf, stressLimit } from './capacity.ts'
import { computeOffers } from './compute-offers.ts'
import type { OffersInput } from './model.ts'
import { answerTo, anyOffersInput, offersInput, parameters } from './offers.fixture.ts'
import { monthlyObligation, type OtherDebt, otherDebtService } from './other-debts.ts'
import { situationFor } from './situation.ts'

const loan: OtherDebt = { product: 'consumer_loan', owed: 6_147_000, monthlyDue: 232_400, plan: null }
const unknown = { ...loan, monthlyDue: null }

describe('what another debt takes a month', () => {
  it('is what its contract says', () => expect(monthlyObligation(loan)).toBe(232_400))
  it('is the instalment of a plan in force, however little', () =>
    expect(monthlyObligation({ ...loan, plan: { inForce: true, instalment: 110_000 } })).toBe(110_000))
  it('is the larger of the two while a plan is to come', () => {
    expect(monthlyObligation({ ...loan, plan: { inForce: false, instalment: 110_000 } })).toBe(232_400)
    expect(monthlyObligation({ ...loan, plan: { inForce: false, instalment: 300_000 } })).toBe(300_000)
  })
  it('is unknown where nobody says, and a plan to come does not make it known', () => {
    expect(monthlyObligation(unknown)).toBeNull()
    expect(monthlyObligation({ ...unknown, plan: { inForce: false, instalment: 1 } })).toBeNull()
    expect(monthlyObligation({ ...unknown, plan: { inForce: true, instalment: 90_000 } })).toBe(90_000)
  })
  it('is nothing for what is paid off, and is counted elsewhere for a home loan', () => {
    expect(monthlyObligation({ ...unknown, owed: 0 })).toBe(0)
    expect(monthlyObligation({ ...loan, product: 'mortgage' })).toBe(0)
  })
})

describe('all other debts a month', () => {
  const total = (stated: number | null, others = [loan], elsewhere: number | null = 60_000) =>
    otherDebtService({ elsewhere, others, stated })

  it('are those here and those elsewhere together', () => expect(total(null)).toBe(292_400))
  it('are a question while one is unknown', () => {
    expect(total(null, [loan, unknown])).toBeNull()
    expect(total(null, [loan], null)).toBeNull()
  })
  it('then are what the customer says, never less than is known', () => {
    expect(total(400_000, [loan, unknown])).toBe(400_000)
    expect(total(10_000, [loan, unknown])).toBe(292_400)
    expect(total(10_000), 'a word does not lower the records').toBe(292_400)
  })
})

const anyDebt: fc.Arbitrary<OtherDebt> = fc.record({
  product: fc.constantFrom('credit_card', 'consumer_loan', 'mortgage', 'small_business'),
  owed: fc.integer({ min: 0, max: 20_000_000 }),
  monthlyDue: fc.option(fc.integer({ min: 0, max: 600_000 })),
  plan: fc.option(fc.record({ inForce: fc.boolean(), instalment: fc.integer({ min: 1, max: 600_000 }) })),
})
const owing = (input: OffersInput, service: number | null): OffersInput => ({
  ...input,
  customer: { ...input.customer, other_debt_service_monthly: service },
})

describe('a second debt', () => {
  const cases = fc.tuple(
    anyOffersInput,
    fc.array(anyDebt, { maxLength: 3 }),
    anyDebt,
    fc.option(fc.integer({ min: 0, max: 900_000 })),
  )
  const serviceOf = (input: OffersInput, others: OtherDebt[], stated: number | null) =>
    otherDebtService({ elsewhere: input.customer.other_debt_service_monthly, others, stated })

  it('never raises what is affordable, nor what holds under stress', () => {
    fc.assert(
      fc.property(cases, ([input, others, more, stated]) => {
        const [fewer, all] = [serviceOf(input, others, stated), serviceOf(input, [...others, more], stated)]
        fc.pre(fewer !== null && all !== null)
        const [a, b] = [fewer, all].map((service) => capacityOf(owing(input, service), parameters))
        expect(b!.disposable).toBeLessThanOrEqual(a!.disposable)
        expect(b!.max_instalment).toBeLessThanOrEqual(a!.max_instalment)
        expect(stressLimit(b!, -1000)).toBeLessThanOrEqual(stressLimit(a!, -1000))
      }),
      { numRuns: 2000 },
    )
  })

  it('never lets through an instalment that was too much without it', () => {
    let seen = 0
    fc.assert(
      fc.property(cases, ([input, others, more, stated]) => {
        const [fewer, all] = [serviceOf(input, others, stated), serviceOf(input, [...others, more], stated)]
        fc.pre(fewer !== null && all !== null)
        const whole = capacityOf(owing(input, fewer), parameters)
        const limit = Math.min(whole.max_instalment, stressLimit(whole, -1000))
        for (const offer of answerTo(owing(input, all)).offers) {
          seen += 1
          const rows = offer.shape === 'down_payment' ? offer.schedule.slice(1) : offer.schedule
          expect(Math.max(...rows.map((row) => row.amount))).toBeLessThanOrEqual(limit)
        }
      }),
      { numRuns: 400 },
    )
    expect(seen, 'plans were looked at').toBeGreaterThan(100)
  })

  it('that nobody knows the payment of is a question, never a plan', () => {
    fc.assert(
      fc.property(anyOffersInput, fc.array(anyDebt, { maxLength: 2 }), (input, others) => {
        const service = serviceOf(input, [...others, unknown], null)
        expect(service).toBeNull()
        const { situation } = situationFor(owing(input, service), parameters)
        expect(situation).toEqual({
          reason: 'evidence_missing',
          field: '/customer/other_debt_service_monthly',
        })
        expect(answerTo(owing(input, service)).offers).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('takes a plan away that would stand without it, to the cent', () => {
    const free = computeOffers(offersInput(), parameters)
    expect(free).toMatchObject({ outcome: 'offers' })
    const burdened = answerTo(
      owing(offersInput(), otherDebtService({ elsewhere: 60_000, others: [loan], stated: null })),
    )
    expect(burdened.capacity).toEqual({ disposable: 117_600, max_instalment: 99_960 })
    expect(burdened.outcome).toBe('empty')
  })
})
