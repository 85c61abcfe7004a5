import { describe, expect, it } from 'vitest'
import { computeOffers } from '../src/features/offers/compute-offers.ts'
import { sampleParameters } from '../src/features/offers/parameters.fixture.ts'
import { brokenBy } from './offer-checks/answer-gates.ts'
import type { Input, Output } from './offer-checks/figures.ts'
import { randomCases } from './offer-checks/random-cases.ts'

const parameters = sampleParameters()
const answer = (input: Input) => JSON.parse(JSON.stringify(computeOffers(input, parameters))) as Output
const cases = [...randomCases(7, 600)].map((input) => ({ input, output: answer(input) }))
const offered = cases.filter(({ output }) => output.outcome === 'offers')
const gatesAfter = (spoil: (output: Output, input: Input) => void, pick = offered) => {
  const found = pick.map(({ input, output }) => {
    const [asked, answered] = structuredClone([input, output]) as [Input, Output]
    spoil(answered, asked)
    return brokenBy(asked, answered, parameters)
  })
  return found
}

describe('the independent checker', () => {
  it('finds no broken gate in random cases of every outcome', () => {
    const reasons = new Set(cases.map(({ output }) => output.reason ?? output.outcome))
    for (const seen of [
      'offers',
      'signal_hold',
      'not_eligible',
      'evidence_missing',
      'capacity_zero',
      'term_cap',
    ])
      expect(reasons).toContain(seen)
    for (const { input, output } of cases)
      expect({ id: input.id, broken: brokenBy(input, output, parameters) }).toEqual({
        id: input.id,
        broken: [],
      })
  })

  const first = (output: Output) => output.offers[0]!
  const lastRow = (output: Output) => first(output).schedule.at(-1)!
  it.each<[string, (output: Output, input: Input) => void]>([
    ['total_sum', (output) => first(output).total++],
    ['row_sums', (output) => lastRow(output).amount++],
    ['interest_each_month', (output) => lastRow(output).interest++],
    ['principal_sum', (output) => lastRow(output).principal++],
    ['financed_sum', (output) => first(output).financed--],
    ['dates_clamped', (output) => (lastRow(output).date = '2099-01-01')],
    ['months_counted', (output) => first(output).months++],
    ['term_60', (output) => (first(output).months = 61)],
    ['capacity', (output) => output.capacity!.max_instalment++],
    [
      'max_instalment',
      (_, input) => (input.customer.income = [{ ...input.customer.income[0]!, monthly: 90_000 }]),
    ],
    ['load_55', (_, input) => (input.customer.other_debt_service_monthly = 40_000_000)],
    ['stress_10', (_, input) => (input.customer.essential[0]!.monthly! += 40_000_000)],
    ['stress_stated', (output) => (first(output).stress[0]!.sustainable = false)],
    ['rate_within_contract', (output) => (first(output).plan_rate_bp = 9000)],
    ['apr_nominal', (output) => (first(output).apr_nominal_bp += 2)],
    ['apr_effective', (output) => (first(output).apr_effective_bp -= 2)],
    ['waiver_within_debt', (output) => (first(output).waived.principal = 1)],
    ['value_stated', (output, input) => (first(output).pv += Math.ceil(input.debt.principal / 5000) + 20)],
    ['value_band', (output) => output.offers.push({ ...first(output), pv: first(output).pv * 0.9 })],
    ['value_least', (output) => (first(output).pv *= 0.2)],
    ['authority_table', (output) => (first(output).authority = 'nobody')],
    ['offers_despite_signal_hold', (_, input) => input.customer.signals.push('self_harm', 'claims_fraud')],
    ['offers_despite_not_eligible', (_, input) => (input.customer.willing = false)],
    ['note_missing', (output) => output.offers.splice(1) && output.notes.splice(0)],
    [
      'verdict_uncalled',
      (output, input) => {
        input.request = null
        output.request_verdict = { inside: false, rules: [], authority: null, nearest: [] }
      },
    ],
  ])('sees %s', (gate, spoil) => {
    for (const broken of gatesAfter(spoil, offered.slice(0, 40))) expect(broken).toContain(gate)
  })

  it('wants a refusal of another currency, and none without a cause', () => {
    const { input, output } = offered[0]!
    expect(brokenBy({ ...input, currency: 'USD' }, output, parameters)).toEqual(['refusal'])
    const abroad = { ...input, currency: 'USD' }
    expect(brokenBy(abroad, answer(abroad), parameters)).toEqual([])
    expect(brokenBy(input, { ...output, outcome: 'refused' }, parameters)).toEqual(['refused_without_cause'])
  })

  it('holds empty answers to the order of reasons', () => {
    const empty = cases.filter(({ output }) => output.outcome === 'empty' && output.reason !== 'signal_hold')
    for (const broken of gatesAfter((_, input) => input.customer.signals.push('self_harm'), empty))
      expect(broken).toContain('reason_signal_hold')
  })
})
