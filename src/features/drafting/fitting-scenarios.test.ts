import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stages } from '../cases/model.ts'
import { offerStates } from '../offers/store.ts'
import { chooseScenario, type Standing } from './choose-scenario.ts'
import { fittingScenarios } from './fitting-scenarios.ts'

const start: Standing = {
  kind: 'credit_hardship',
  stage: 'proposal',
  held: false,
  verified: true,
  missing: 0,
  greeted: false,
  set: { outcome: 'offers', newer: true, asked: false },
  handed: null,
  agreed: false,
  answerable: false,
}

test('a hardship with plans offers them, one or side by side', () => {
  expect(fittingScenarios(start)).toEqual(['acknowledge', 'offer', 'offers'])
  expect(fittingScenarios({ ...start, set: { outcome: 'offers', newer: true, asked: true } })).toContain(
    'counter',
  )
})

test('nothing with figures fits a hold or somebody unverified', () => {
  for (const barred of [{ held: true }, { verified: false }]) {
    expect(fittingScenarios({ ...start, missing: 2, ...barred })).toEqual(['acknowledge', 'gather'])
  }
})

test('a complaint, a charge and a product each have their own', () => {
  const bare = { ...start, set: null }
  expect(fittingScenarios({ ...bare, kind: 'complaint' })).toEqual(['acknowledge', 'complaint'])
  expect(fittingScenarios({ ...bare, kind: 'fee_waiver', answerable: true })).toEqual([
    'acknowledge',
    'fee_waiver',
    'policy_answer',
  ])
  expect(fittingScenarios({ ...bare, kind: 'investment_consultation' })).toEqual([
    'acknowledge',
    'suitability',
  ])
})

test('once agreed there is the follow-up and no new plan', () => {
  expect(fittingScenarios({ ...start, agreed: true, handed: 'accepted' })).toEqual([
    'acknowledge',
    'follow_up',
  ])
})

test('what would be chosen is among what fits, wherever a verified case without a hold stands', () => {
  const standings = fc.record({
    kind: fc.constantFrom(
      'credit_hardship' as const,
      'investment_consultation' as const,
      'complaint' as const,
      'fee_waiver' as const,
      'general' as const,
    ),
    stage: fc.constantFrom(...stages),
    held: fc.boolean(),
    verified: fc.constant(true),
    missing: fc.nat(3),
    greeted: fc.boolean(),
    set: fc.option(
      fc.record({
        outcome: fc.constantFrom('offers' as const, 'empty' as const, 'refused' as const),
        newer: fc.boolean(),
        asked: fc.boolean(),
      }),
    ),
    handed: fc.option(fc.constantFrom(...offerStates)),
    agreed: fc.boolean(),
    answerable: fc.boolean(),
  })
  fc.assert(
    fc.property(standings, (standing) => {
      expect(fittingScenarios(standing)).toContain(chooseScenario(standing))
    }),
  )
})
