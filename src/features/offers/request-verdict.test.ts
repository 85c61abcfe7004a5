import { describe, expect, it } from 'vitest'
import type { PlanRequest } from './model.ts'
import { answerTo, offersInput, parameters } from './offers.fixture.ts'

type Change = Parameters<typeof offersInput>[0]
const verdictOn = (request: PlanRequest, change: Change = {}) =>
  answerTo(offersInput({ ...change, request })).request_verdict!

/** 60 months at no interest fit to the cent: 1,000.00 a month, nothing in savings. */
const roomy = {
  debt: {
    principal: 6_000_000,
    interest: 0,
    fees: 0,
    default_charges: 0,
    annual_rate_bp: 0,
    days_past_due: 95,
  },
  customer: { liquid_assets: 0 },
}

describe('the term', () => {
  it.each([
    [59, true, []],
    [60, true, []],
    [61, false, ['H1']],
  ])('%i months on a card', (months, inside, rules) => {
    expect(verdictOn({ months }, roomy)).toMatchObject({ inside, rules })
  })

  it('ends at 60 months for a consumer loan by policy', () => {
    const loan = { ...roomy, product: 'consumer_loan' as const }
    expect(verdictOn({ months: 60 }, loan)).toMatchObject({ inside: true, authority: 'manager' })
    expect(verdictOn({ months: 61 }, loan)).toMatchObject({
      inside: false,
      rules: ['term_cap'],
      authority: null,
    })
  })

  it('follows from an instalment, counted by running the schedule', () => {
    expect(verdictOn({ instalment: 100_000 }, roomy).nearest[0]).toMatchObject({
      months: 60,
      total: 6_000_000,
    })
    expect(verdictOn({ instalment: 99_999 }, roomy)).toMatchObject({ inside: false, rules: ['H1'] })
    expect(verdictOn({ instalment: 1000 }, roomy).rules).toEqual(['H1'])
  })

  it('is empty with the reason where even 60 months are too short', () => {
    const exact = { ...roomy, debt: { ...roomy.debt, principal: 12_000_000 } }
    expect(answerTo(offersInput(exact)).offers[0]).toMatchObject({ months: 60, financed: 12_000_000 })
    const over = { ...roomy, debt: { ...roomy.debt, principal: 12_000_001 } }
    expect(answerTo(offersInput(over))).toMatchObject({ outcome: 'empty', reason: 'term_cap' })
  })
})

describe('the debt-service ceiling', () => {
  /** Net 10,000.00, living 1,000.00, other debts 3,000.00: the ceiling leaves 2,500.00, the month itself 5,000.00. */
  const tight = {
    debt: { ...roomy.debt, days_past_due: 95 },
    customer: {
      income: [{ monthly: 1_000_000, kind: 'salary' as const, evidence: 'bank' as const }],
      essential: [{ monthly: 100_000, label: 'living', evidence: 'bank' as const }],
      priority_debts_monthly: 0,
      other_debt_service_monthly: 300_000,
      liquid_assets: 0,
    },
  }
  it.each([
    [249_000, 5490, true, []],
    [250_000, 5500, true, []],
    [250_001, 5500, false, ['H13']],
    [251_000, 5510, false, ['H13']],
  ])('an instalment of %i loads %i', (instalment, load_bp, inside, rules) => {
    const verdict = verdictOn({ instalment }, tight)
    expect(verdict).toMatchObject({ inside, rules })
    if (inside) expect(verdict.nearest[0]!.load_bp).toBe(load_bp)
  })
})

describe('capacity and stress', () => {
  // D = 3,500.00, so 85 % is 2,975.00; a tenth less income leaves 2,000.00.
  it.each([
    [200_000, true, []],
    [200_001, false, ['stress']],
    [297_500, false, ['stress']],
    [297_501, false, ['capacity', 'stress']],
  ])('an instalment of %i', (instalment, inside, rules) => {
    expect(verdictOn({ instalment })).toMatchObject({ inside, rules })
  })
})

describe('waivers and down payments', () => {
  it('steps up with what is waived', () => {
    expect(verdictOn({ months: 36, waive_fees_bp: 10_000 }).authority).toBe('lead')
    expect(verdictOn({ months: 36, waive_interest_bp: 3000 }).authority).toBe('lead')
    expect(verdictOn({ months: 36, waive_interest_bp: 3001 }).authority).toBe('manager')
    expect(verdictOn({ months: 36, waive_interest_bp: 10_000 })).toMatchObject({
      inside: true,
      authority: 'manager',
    })
  })

  it('counts what was waived before', () => {
    const prior_waivers = [
      { date: '2026-08-01', fees: 0, default_charges: 0, interest: 60_000, principal: 0 },
    ]
    expect(verdictOn({ months: 36, waive_interest_bp: 3000 }, { prior_waivers }).authority).toBe('manager')
  })

  it('takes a down payment from what lies above a month of living costs', () => {
    const free = 1_500_000 - 610_000
    const paid = verdictOn({ months: 36, first_payment: free })
    expect(paid).toMatchObject({ inside: true })
    expect(paid.nearest[0]).toMatchObject({ shape: 'down_payment', financed: 4_628_420 - free })
    expect(paid.nearest[0]!.schedule[0]).toEqual({
      date: '2026-11-23',
      amount: free,
      principal: free,
      interest: 0,
    })
    expect(verdictOn({ months: 36, first_payment: free + 1 }).rules).toEqual(['liquid_reserve'])
    expect(verdictOn({ first_payment: 4_628_420 }).rules).toEqual(['nothing_financed'])
  })
})

describe('terms that do not fit together', () => {
  it('says so when the instalments do not repay within the months', () => {
    expect(verdictOn({ months: 24, instalment: 100_000 }, roomy)).toMatchObject({
      inside: false,
      rules: ['does_not_repay'],
      authority: null,
    })
  })

  it('ends early when they repay sooner', () => {
    expect(verdictOn({ months: 60, instalment: 150_000 }, roomy).nearest[0]).toMatchObject({ months: 40 })
  })

  it('refuses token instalments where the customer could pay sooner', () => {
    const small = { debt: { ...roomy.debt, principal: 400_000 }, customer: { liquid_assets: 0 } }
    expect(verdictOn({ months: 40 }, small)).toMatchObject({ inside: true })
    expect(verdictOn({ months: 41 }, small)).toMatchObject({ inside: false, rules: ['min_instalment'] })
  })

  it.each([
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2027-01-22', true],
    ['2027-01-23', false],
  ])('a first due date of %s', (start, inside) => {
    expect(verdictOn({ months: 36, start }).inside).toBe(inside)
  })
})

describe('the nearest admissible plans', () => {
  it('keep what can be kept of months and waiver', () => {
    const { nearest } = verdictOn({ months: 24, waive_fees_bp: 10_000 })
    expect(nearest[0]).toMatchObject({ months: 28, waived: { fees: 10_000, default_charges: 30_000 } })
    expect(new Set(nearest.map((offer) => `${offer.shape} ${offer.months}`)).size).toBe(nearest.length)
  })

  it('come as close to an instalment as term and value allow', () => {
    const { nearest } = verdictOn({ instalment: 90_000 }, { debt: { days_past_due: 200 } })
    expect(nearest[0]).toMatchObject({ shape: 'level', months: 60 })
  })

  it('never go below the floor', () => {
    const strict = structuredClone(parameters)
    strict.creditPlans.floor_bp.credit_card = 9200
    const verdict = answerTo(offersInput({ request: { months: 48 } }), strict).request_verdict!
    expect(verdict).toMatchObject({ inside: false, rules: ['value_floor'] })
    expect(verdict.nearest.length).toBeGreaterThan(0)
    for (const offer of verdict.nearest) expect(offer.pv).toBeGreaterThanOrEqual(4_628_420 * 0.92)
  })
})
