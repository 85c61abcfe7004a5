import { describe, expect, test } from 'vitest'
import { decideFirstLine, type FirstLineFacts } from './decide-first-line.ts'

const facts = (change: Partial<FirstLineFacts>): FirstLineFacts => ({
  intents: [],
  signals: [],
  openCase: null,
  answerable: false,
  ...change,
})

describe('a person comes before anything else', () => {
  test.each([
    'self_harm',
    'third_party_present',
    'claims_fraud',
    'wants_person',
    'refuses_automation',
    'capacity_doubt',
  ] as const)('for %s', (signal) => {
    const decision = decideFirstLine(
      facts({
        signals: ['job_loss', signal],
        intents: ['plan_request', 'rate_or_fee_question'],
        answerable: true,
      }),
    )
    expect(decision).toEqual({ action: 'person', why: signal })
  })
  test('even with a case open', () => {
    expect(decideFirstLine(facts({ openCase: 'credit_hardship', intents: ['wants_person'] })).action).toBe(
      'person',
    )
  })
})

describe('without a case', () => {
  test.each([
    ['plan_request', 'credit_hardship'],
    ['fee_waiver_request', 'fee_waiver'],
    ['complaint', 'complaint'],
    ['investment_doubt', 'investment_consultation'],
  ] as const)('%s opens a case of kind %s', (intent, kind) => {
    expect(decideFirstLine(facts({ intents: [intent], answerable: true }))).toMatchObject({
      action: 'open_case',
      kind,
    })
  })
  test('a hardship word alone opens the path', () => {
    expect(decideFirstLine(facts({ signals: ['illness'] }))).toMatchObject({
      action: 'open_case',
      kind: 'credit_hardship',
    })
  })
  test('a question is answered only when policy answers it', () => {
    expect(decideFirstLine(facts({ intents: ['rate_or_fee_question'], answerable: true })).action).toBe(
      'answer',
    )
    expect(decideFirstLine(facts({ intents: ['rate_or_fee_question'] })).action).toBe('abstain')
  })
})

test('with a case open it gathers, and never opens another', () => {
  const decision = decideFirstLine(
    facts({ openCase: 'credit_hardship', intents: ['plan_request'], signals: ['illness'] }),
  )
  expect(decision.action).toBe('gather')
})
