import { describe, expect, it } from 'vitest'
import { computeOffers } from './compute-offers.ts'
import { answerTo, offersInput, parameters } from './offers.fixture.ts'

describe('three offers for a card holder with less pay', () => {
  const answer = answerTo(offersInput())

  it('opens with the shortest level plan the stressed month still carries', () => {
    expect(answer.capacity).toEqual({ disposable: 350_000, max_instalment: 297_500 })
    const [level] = answer.offers
    expect(level).toMatchObject({ shape: 'level', months: 28, financed: 4_628_420, plan_rate_bp: 1625 })
    expect(level!.schedule).toHaveLength(28)
    expect(level!.schedule[0]!.date).toBe('2026-12-23')
    expect(level!.schedule[0]!.amount).toBeLessThanOrEqual(200_000)
    expect(level!.stress).toEqual([
      { income_bp: -1000, sustainable: true },
      { income_bp: -2000, sustainable: false },
    ])
    expect(level).toMatchObject({ authority: 'lead', apr_nominal_bp: 1625, valid_until: '2026-12-07' })
  })

  it('offers other shapes of nearly the same value and the same authority', () => {
    expect(answer.offers.map((offer) => offer.shape)).toEqual(['level', 'step_up', 'level'])
    expect(answer.offers[2]!.waived.fees + answer.offers[2]!.waived.default_charges).toBeGreaterThan(0)
    expect(answer.notes).toEqual([])
  })

  it('names the parameters it used', () => {
    expect(answer.parameters).toEqual({ version: parameters.version, hash: parameters.hash })
  })

  it('starts where the customer asks when policy allows', () => {
    const asked = answerTo(offersInput({ request: { start: '2027-01-15' } }))
    expect(asked.offers[0]!.schedule[0]!.date).toBe('2027-01-15')
    const late = answerTo(offersInput({ request: { start: '2027-03-15' } }))
    expect(late.offers[0]!.schedule[0]!.date).toBe('2026-12-23')
    expect(late.request_verdict).toMatchObject({ inside: false, rules: ['start_window'] })
  })
})

describe('nothing to offer', () => {
  const empty = (change: Parameters<typeof offersInput>[0]) => {
    const { outcome, reason, field, route, offers } = answerTo(offersInput(change))
    return { outcome, reason, field, offers, routed: typeof route === 'string' }
  }
  const outcome = { outcome: 'empty', offers: [], routed: true }

  it.each([
    ['self_harm'],
    ['capacity_doubt'],
    ['bereavement'],
    ['claims_fraud'],
    ['disputes_debt'],
    ['third_party_present'],
  ] as const)('%s holds every offer until it is cleared', (signal) => {
    expect(empty({ customer: { signals: [signal] } })).toMatchObject({ ...outcome, reason: 'signal_hold' })
    expect(
      answerTo(offersInput({ customer: { signals: [signal], cleared: [signal] } })).offers,
    ).not.toHaveLength(0)
  })

  it.each([
    [{ product: 'mortgage' }, 'not_eligible'],
    [{ customer: { willing: false } }, 'not_eligible'],
    [{ customer: { liquid_assets: 6_000_000 } }, 'not_eligible'],
    [{ debt: { principal: 0, interest: 0, fees: 0, default_charges: 0 } }, 'not_eligible'],
    [{ customer: { priority_debts_monthly: 1_000_000 } }, 'capacity_zero'],
    [{ debt: { principal: 9_000_000 } }, 'term_cap'],
  ] as const)('%j is %s', (change, reason) => {
    expect(empty(change)).toMatchObject({ ...outcome, reason })
  })

  // A* is 2,975.00 and 8,900.00 of the savings lie above a month of living costs.
  it.each([
    [1_187_500, 'not_eligible'],
    [1_187_501, undefined],
  ])('%i owed against capacity and savings: %s', (principal, reason) => {
    const debt = { principal, interest: 0, fees: 0, default_charges: 0 }
    expect(answerTo(offersInput({ debt })).reason).toBe(reason)
  })

  // Net 15,000.00, a tenth of it stressed away.
  it.each([
    [0, undefined],
    [1, 'term_cap'],
  ])('no token plan where stress leaves too little (%i more to spend)', (more, reason) => {
    const answer = answerTo(
      offersInput({
        debt: { principal: 200_000, interest: 0, fees: 0, default_charges: 0 },
        customer: { priority_debts_monthly: 670_000 + more, liquid_assets: 0 },
      }),
    )
    expect(answer.reason).toBe(reason)
  })

  it.each([
    [718_235, 10_000, undefined],
    [718_236, 9_999, 'capacity_zero'],
  ])('no plan below the smallest instalment (%i of priority debts)', (priority, max_instalment, reason) => {
    const customer = {
      income: [{ monthly: 1_400_000, kind: 'salary' as const, evidence: 'bank' as const }],
      priority_debts_monthly: priority,
      other_debt_service_monthly: 60_000,
      liquid_assets: 0,
    }
    const lenient = structuredClone(parameters)
    lenient.creditPlans.stress = { required_bp: 0, shown_bp: [0] }
    const debt = { principal: 200_000, interest: 0, fees: 0, default_charges: 0 }
    const answer = answerTo(offersInput({ debt, customer }), lenient)
    expect(answer.capacity!.max_instalment).toBe(max_instalment)
    expect(answer.reason).toBe(reason)
  })

  it('keeps the order of reasons when several apply', () => {
    const unknown = { priority_debts_monthly: null }
    expect(empty({ customer: { ...unknown, willing: false, signals: ['self_harm'] } }).reason).toBe(
      'signal_hold',
    )
    expect(empty({ customer: { ...unknown, willing: false } }).reason).toBe('not_eligible')
    expect(empty({ customer: unknown, debt: { principal: 90_000_000 } }).reason).toBe('evidence_missing')
  })

  it('is not worth it to the bank when policy sets the floor above every plan', () => {
    const strict = structuredClone(parameters)
    strict.creditPlans.floor_bp.credit_card = 9900
    expect(answerTo(offersInput(), strict)).toMatchObject({ outcome: 'empty', reason: 'value_floor' })
  })

  it('answers a request with the reason, except on a hold', () => {
    const request = { months: 12 }
    expect(answerTo(offersInput({ request, customer: { willing: false } })).request_verdict).toEqual({
      inside: false,
      rules: ['not_eligible'],
      authority: null,
      nearest: [],
    })
    expect(
      answerTo(offersInput({ request, customer: { signals: ['self_harm'] } })).request_verdict,
    ).toBeNull()
  })
})

describe('a figure nobody knows is a question, never zero', () => {
  it.each([
    [{ income: [] }, '/customer/income'],
    [{ income: [{ monthly: null, kind: 'salary', evidence: 'stated' }] }, '/customer/income/0/monthly'],
    [{ essential: [] }, '/customer/essential'],
    [{ essential: [{ monthly: null, label: 'rent', evidence: 'stated' }] }, '/customer/essential/0/monthly'],
    [{ priority_debts_monthly: null }, '/customer/priority_debts_monthly'],
    [{ priority_loan_part_monthly: null }, '/customer/priority_loan_part_monthly'],
    [{ other_debt_service_monthly: null }, '/customer/other_debt_service_monthly'],
    [{ liquid_assets: null }, '/customer/liquid_assets'],
  ] as const)('%j asks for %s', (customer, field) => {
    const answer = answerTo({ ...offersInput(), customer: { ...offersInput().customer, ...customer } })
    expect(answer).toMatchObject({ outcome: 'empty', reason: 'evidence_missing', field, capacity: null })
  })

  it('takes zero as a figure', () => {
    expect(answerTo(offersInput({ customer: { other_debt_service_monthly: 0 } })).outcome).toBe('offers')
  })
})

describe('bad input is refused with the field', () => {
  const at = (path: string, value: unknown) => {
    type Node = { [key: string]: Node }
    const input = structuredClone(offersInput({ request: { months: 24 } })) as unknown as Record<
      string,
      unknown
    >
    const parts = path.slice(1).split('/')
    const last = parts.pop()!
    const parent: Record<string, unknown> = parts.reduce((node, part) => node[part]!, input as Node)
    if (value === undefined) delete parent[last]
    else parent[last] = value
    return input
  }

  it.each([
    ['/currency', 'USD'],
    ['/as_of', '2026-02-30'],
    ['/as_of', '9999-12-31'],
    ['/product', 'overdraft'],
    ['/debt/principal', -1],
    ['/debt/principal', Number.NaN],
    ['/debt/principal', Number.POSITIVE_INFINITY],
    ['/debt/principal', 1.5],
    ['/debt/principal', '4420000'],
    ['/debt/principal', 10_000_000_000_001],
    ['/debt/principal', null],
    ['/debt/interest', undefined],
    ['/debt/annual_rate_bp', -1],
    ['/debt/annual_rate_bp', 10_001],
    ['/debt/annual_rate_bp', 1825.123],
    ['/debt/days_past_due', -1],
    ['/debt/maturity', 'soon'],
    ['/debt/currency', 'HKD'],
    ['/customer/income/0/monthly', -5],
    ['/customer/income/0/monthly', undefined],
    ['/customer/income/0/kind', 'gift'],
    ['/customer/income/0/evidence', 'rumour'],
    ['/customer/income/0/currency', 'USD'],
    ['/customer/essential/0/currency', 'EUR'],
    ['/customer/essential', undefined],
    ['/customer/priority_debts_monthly', undefined],
    ['/customer/priority_loan_part_monthly', 480_001],
    ['/customer/liquid_assets', undefined],
    ['/customer/willing', 'yes'],
    ['/customer/age', 15],
    ['/customer/age', 111],
    ['/customer/signals/0', 'sad'],
    ['/customer/signals', undefined],
    ['/request/months', 0],
    ['/request/months', 2.5],
    ['/request/instalment', 0],
    ['/request/first_payment', -1],
    ['/request/waive_fees_bp', 10_001],
    ['/request/start', '31/12/2026'],
    ['/id', undefined],
  ])('%s = %s', (field, value) => {
    expect(computeOffers(at(field, value), parameters)).toMatchObject({ outcome: 'refused', field })
  })

  it.each([
    ['/debt/principal', 10_000_000_000_000],
    ['/debt/annual_rate_bp', 10_000],
    ['/debt/annual_rate_bp', 1825.12],
    ['/customer/age', 16],
    ['/customer/age', 110],
    ['/customer/priority_loan_part_monthly', 480_000],
    ['/request/waive_fees_bp', 10_000],
    ['/request/first_payment', 0],
    ['/as_of', '2000-01-01'],
    ['/as_of', '2099-12-31'],
  ])('%s = %s is still a figure', (field, value) => {
    expect(computeOffers(at(field, value), parameters).outcome).not.toBe('refused')
  })

  it.each([[null], ['text'], [[]], [7]])('%j is no input', (input) => {
    expect(computeOffers(input, parameters)).toMatchObject({ id: '', outcome: 'refused' })
  })

  it('ignores keys it does not know', () => {
    expect(answerTo({ ...offersInput(), colour: 'red' })).toEqual(answerTo(offersInput()))
  })
})

describe('like customers get like offers', () => {
  it('whatever their age or the words that opened the path', () => {
    const { offers } = answerTo(offersInput())
    for (const age of [18, 40, 65, 90])
      expect(answerTo(offersInput({ customer: { age } })).offers).toEqual(offers)
    for (const signals of [[], ['illness'], ['elderly', 'complains'], ['job_loss', 'disaster']] as const)
      expect(answerTo(offersInput({ customer: { signals: [...signals] } })).offers).toEqual(offers)
  })
})

describe('relief where no plan fits without', () => {
  it('waives charges, then interest, and only as much as the longest term needs', () => {
    const answer = answerTo(offersInput({ debt: { principal: 8_100_000, interest: 168_420 } }))
    const [first] = answer.offers
    expect(first).toMatchObject({ shape: 'level', months: 60 })
    expect(first!.waived.principal).toBe(0)
    expect(first!.waived.default_charges).toBe(30_000)
    expect(first!.waived.interest).toBeGreaterThan(0)
    expect(first!.waived.interest).toBeLessThan(168_420)
    expect(first!.schedule[0]!.amount).toBe(200_000)
    expect(first!.authority).toBe('manager')
  })
})
