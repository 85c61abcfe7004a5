import { expect, test } from 'vitest'
import { planFacts } from './plan-facts.ts'
import type { OfferCard } from './shapes.ts'

const row = (date: string, amount: number) => ({ date, amount, principal: amount, interest: 0 })
const offer = (over: Partial<OfferCard>): OfferCard => ({
  id: 'o',
  state: 'sent',
  validUntil: null,
  account: { product: 'credit_card', maskedNumber: '6200 **** **** 7391' },
  shape: 'level',
  months: 3,
  schedule: [row('2026-12-15', 100), row('2027-01-15', 100), row('2027-02-15', 98)],
  downPayment: 0,
  instalment: 100,
  total: 298,
  financed: 298,
  waived: { fees: 0, default_charges: 20, interest: 0, principal: 0 },
  planRateBp: 0,
  aprNominalBp: 0,
  aprEffectiveBp: 0,
  costStatement: null,
  agreementId: null,
  ...over,
})

test('first and last dates are of instalments; the residue does not make a plan uneven', () => {
  const facts = planFacts(offer({}))
  expect([facts.firstDate, facts.lastDate, facts.level]).toEqual(['2026-12-15', '2027-02-15', true])
  expect(facts.waived).toEqual([{ kind: 'default_charges', amount: 20 }])
})

test('a down payment is its own row, not the first instalment', () => {
  const schedule = [row('2026-11-25', 50), row('2026-12-15', 100), row('2027-01-15', 100)]
  const facts = planFacts(offer({ downPayment: 50, schedule, shape: 'down_payment' }))
  expect(facts.down?.date).toBe('2026-11-25')
  expect(facts.firstDate).toBe('2026-12-15')
  expect(facts.instalments).toHaveLength(2)
})

test('rising instalments are told apart', () => {
  const schedule = [row('2026-12-15', 50), row('2027-01-15', 100), row('2027-02-15', 100)]
  expect(planFacts(offer({ schedule })).level).toBe(false)
})
