import { expect, test } from 'vitest'
import { planTerms } from './briefs.fixture.ts'
import { whyThisPlan } from './why-this-plan.ts'

const level = planTerms('level', [200_000, 200_000, 199_990])
const alone = { request: null, others: [], stress: [] }

test('what the customer asked for comes first', () => {
  expect(whyThisPlan(level, { ...alone, request: { instalment: 200_000, months: 3 } })).toEqual([
    'matches_instalment',
    'matches_months',
    'leaves_room',
  ])
  expect(whyThisPlan(level, { ...alone, request: { instalment: 250_000 } })[0]).toBe('below_instalment')
  expect(whyThisPlan(level, { ...alone, request: { instalment: 150_000 } })).toEqual(['leaves_room'])
})

test('a shape says what it is good for', () => {
  expect(whyThisPlan(planTerms('step_up', [1, 2]), alone)).toContain('starts_low')
  expect(whyThisPlan(planTerms('grace', [1, 2]), alone)).toContain('breathing_space')
  expect(whyThisPlan(planTerms('down_payment', [1, 2], { down: 5 }), alone)).toContain('smaller_rest')
})

test('least cost only against other plans, a fall in income only when every one is borne', () => {
  const dearer = planTerms('level', [210_000, 210_000, 210_000])
  expect(whyThisPlan(level, { ...alone, others: [dearer] })).toContain('least_cost')
  expect(whyThisPlan(dearer, { ...alone, others: [level] })).not.toContain('least_cost')
  const stress = [
    { income_bp: -1000, sustainable: true },
    { income_bp: -2000, sustainable: false },
  ]
  expect(whyThisPlan(level, { ...alone, stress })).not.toContain('withstands')
  expect(
    whyThisPlan(level, { ...alone, stress: stress.map((one) => ({ ...one, sustainable: true })) }),
  ).toContain('withstands')
})
