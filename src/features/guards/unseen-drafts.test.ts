import { describe, expect, it } from 'vitest'
import { measureGuards, readGuardSet, tellMeasure } from '../../../evals/measure-guards.ts'
import { GuardInput, type GuardInputLoose } from './model.ts'

// By somebody who had not seen the guards; first-sight figures are in evals/datasets/README.md.
describe('drafts and mutants written by a stranger', () => {
  it('lets correct drafts through and catches mutants: alarms at most 3 %, caught at least 97 %', () => {
    const measured = measureGuards('guard-unseen')
    console.log(tellMeasure('guard-unseen', measured))
    const { alarms, drafts, kinds } = measured
    expect(alarms.length / drafts, alarms.join(' ')).toBeLessThanOrEqual(0.03)
    const missed = [...kinds.values()].flatMap((kind) => kind.missed)
    const all = [...kinds.values()].reduce((sum, kind) => sum + kind.all, 0)
    expect(1 - missed.length / all, missed.join(' ')).toBeGreaterThanOrEqual(0.97)
    for (const [kind, of] of kinds) expect(1 - of.missed.length / of.all, kind).toBeGreaterThanOrEqual(0.95)
  }, 60_000)

  it('keeps what is disputed apart, each with a reason', () => {
    for (const { why, input } of readGuardSet<{ why: string; input: GuardInputLoose }>(
      'guard-unseen',
      'disputed',
    )) {
      expect(why).not.toBe('')
      expect(GuardInput.safeParse(input).success).toBe(true)
    }
  })
})
