import { expect, it } from 'vitest'
import { allowedMoves } from './allowed-moves.ts'
import { versionStates } from './model.ts'

const owner = { id: 'a', role: 'policy_owner' }
const other = { id: 'b', role: 'compliance' }

it('lets whoever submitted a version do everything but publish it, and says why', () => {
  const version = { state: 'in_review' as const, submittedBy: 'a', writtenBy: [] }
  expect(allowedMoves(version, owner)).toEqual({ allowed: ['return', 'withdraw'], why: 'second_person' })
  expect(allowedMoves(version, other).allowed).toContain('publish')
})

it('lets nobody publish what they wrote, whoever submitted it, and says which of the two it is', () => {
  const version = { state: 'in_review' as const, submittedBy: 'b', writtenBy: ['a'] }
  expect(allowedMoves(version, owner)).toEqual({ allowed: ['return', 'withdraw'], why: 'own_words' })
  expect(allowedMoves(version, other).why).toBe('second_person')
  expect(allowedMoves(version, { id: 'c', role: 'compliance' })).toEqual({
    allowed: ['publish', 'return', 'withdraw'],
    why: null,
  })
})

it('changes the facts of a draft only', () => {
  for (const state of versionStates)
    expect(
      allowedMoves({ state, submittedBy: 'a', writtenBy: [] }, other).allowed.includes('revise'),
      state,
    ).toBe(state === 'draft')
})

it('leaves nothing to do with what was withdrawn, and nothing to those who do not keep policies', () => {
  expect(allowedMoves({ state: 'withdrawn', submittedBy: 'a', writtenBy: [] }, owner).allowed).toEqual([])
  for (const role of ['agent', 'lead', 'manager', 'risk', 'committee'])
    for (const state of versionStates)
      expect(
        allowedMoves({ state, submittedBy: 'a', writtenBy: [] }, { id: 'b', role }).allowed,
        role,
      ).toEqual([])
})
