import { describe, expect, it } from 'vitest'
import { computeOffers } from '../offers/compute-offers.ts'
import { largestInstalment } from './bargaining.ts'
import { moved } from './customer-parameters.ts'
import { metricNames } from './metrics.ts'
import { negotiate } from './negotiate.ts'
import { parleyStrategy } from './parley-strategy.ts'
import { reportPage } from './report-page.ts'
import { simulate } from './simulate.ts'
import { customers, customersOf, offers } from './simulation.fixture.ts'
import { strategyNames } from './strategy.ts'
import { trueValue, truthOf } from './true-zopa.ts'
import { concessionViolations, violationsOf } from './violations.ts'

const run = (seed: number, strategies: typeof strategyNames | ['parley'] = strategyNames) =>
  simulate({ n: 40, seed, strategies, offers, customers })

describe('a simulation', () => {
  it('is the same for the same seed, and meets the same customers whatever the strategies', async () => {
    const [one, again, other, alone] = await Promise.all([run(1), run(1), run(2), run(1, ['parley'])])
    expect(again).toEqual(one)
    expect(other).not.toEqual(one)
    expect(alone.strategies.parley).toEqual(one.strategies.parley)
    expect(alone.n_zopa).toBe(one.n_zopa)
  })

  it('reports every metric with an interval around it', async () => {
    const { strategies } = await run(3)
    for (const strategy of strategyNames) {
      const metrics = strategies[strategy]!
      for (const name of metricNames) {
        const [low, high] = metrics.ci95[name]
        expect({
          name,
          value: metrics[name],
          inside: low - 1e-9 <= metrics[name] && metrics[name] <= high + 1e-9,
        }).toEqual({ name, value: metrics[name], inside: true })
      }
      expect(metrics.gap_given + metrics.gap_lost).toBeCloseTo(metrics.over_concession_gap)
    }
    expect(strategies.oracle!.agreement_rate).toBe(1)
    expect(strategies.oracle!.over_concession_gap).toBe(0)
    expect(strategies.parley!.violations).toBe(0)
  })
})

describe('the strategies', () => {
  const cases = customersOf(5, 90).map((customer) => ({ customer, truth: truthOf(customer, offers) }))

  it('never beat the oracle with a plan the customer can truly bear', () => {
    let compared = 0
    for (const { customer, truth } of cases)
      for (const strategy of ['parley', 'yields', 'fixed'] as const) {
        const { agreed } = negotiate(customer, strategy, offers, truth)
        if (!agreed || !truth || largestInstalment(agreed) > truth.limit) continue
        expect(truth.best.pv).toBeGreaterThanOrEqual(trueValue(agreed, truth))
        compared++
      }
    expect(compared).toBeGreaterThan(30)
  })

  it('sign nothing under a hold', () => {
    const held = cases.filter(({ customer }) => customer.reported.customer.signals[0] !== 'income_drop')
    expect(held.length).toBeGreaterThan(0)
    for (const { customer, truth } of held)
      for (const strategy of strategyNames)
        expect(negotiate(customer, strategy, offers, truth).agreed).toBeNull()
  })

  it('of the engine opens with its three offers, breaks no gate and gives nothing for nothing', () => {
    for (const { customer, truth } of cases) {
      const answer = computeOffers(customer.reported, offers)
      expect(parleyStrategy(customer.reported, offers).opens().offers).toEqual(
        answer.outcome === 'offers' ? answer.offers : [],
      )
      const { agreed, facts, concessions } = negotiate(customer, 'parley', offers, truth)
      if (agreed) expect(violationsOf(agreed, facts, offers)).toEqual([])
      const { principal, interest, fees, default_charges } = facts.debt
      expect(
        concessionViolations(concessions, principal + interest + fees + default_charges, offers),
      ).toEqual([])
    }
  })

  it('are seen when they break a rule', () => {
    const signed = cases.flatMap(({ customer, truth }) => {
      const { agreed, facts } = negotiate(customer, 'parley', offers, truth)
      return agreed ? [{ agreed, facts }] : []
    })
    const { agreed, facts } = signed[0]!
    expect(violationsOf({ ...agreed, months: 61, load_bp: 5501, pv: 0 }, facts, offers)).toEqual([
      'term_cap',
      'H13',
      'value_floor',
    ])
    const poor = structuredClone(facts)
    for (const item of poor.customer.income) item.monthly = 0
    expect(violationsOf(agreed, poor, offers)).toEqual(expect.arrayContaining(['capacity', 'stress']))
    const owed = 1_000_000
    const step = { gift: 'documents', table: 900_000, reserve: 800_000, offered: 890_000 }
    expect(concessionViolations([step], owed, offers)).toEqual([])
    expect(concessionViolations([{ ...step, gift: null }], owed, offers)).toEqual(['unreciprocated'])
    expect(concessionViolations([{ ...step, offered: 880_000 }], owed, offers)).toEqual(['round_cap'])
    expect(concessionViolations([{ ...step, reserve: 895_000 }], owed, offers)).toEqual(['below_reserve'])
  })
})

describe('the parameters of the customers', () => {
  it('move by a factor along every listed path and stay well-formed', () => {
    for (const path of customers.sensitivity)
      for (const factor of [0.7, 1.3]) expect(moved(customers, path, factor)).not.toEqual(customers)
    expect(moved(customers, ['hidden', 'documents'], 1.3).hidden.documents).toBeCloseTo(0.78)
    expect(moved(customers, ['styles', '*', 'gives'], 1.3).styles.trades!.gives).toBe(1)
    expect(() => moved(customers, ['hidden', 'nothing'], 1.3)).toThrow(RangeError)
  })
})

describe('the report', () => {
  it('is one page in both languages that loads nothing', async () => {
    const simulation = await run(4)
    const { strategies, n_zopa } = simulation
    const rows = [0.7, 1.3].map((factor) => ({ parameter: 'hidden.comfort', factor, n_zopa, strategies }))
    const page = reportPage(simulation, { n: 60, rows: rows as never }, { version: '<v1>', hash: 'abc' })
    expect(page).not.toMatch(/https?:|src=|<script|@import|NaN|undefined/)
    expect(page).toContain('&lt;v1&gt;')
    for (const words of ['过度让步差距', 'Over-concession gap', '敏感性', 'Sensitivity'])
      expect(page).toContain(words)
    expect(page.match(/<svg/g)).toHaveLength(4)
  })
})
