import { expect, it } from 'vitest'
import { type ClauseAhead, changeAhead } from './coming-changes.ts'

const open: ClauseAhead = {
  clauseId: 'a#1',
  effectiveTo: null,
  nextId: null,
  nextFrom: null,
  kept: false,
  same: false,
}
const next = { nextId: 'n', nextFrom: '2026-08-01' }

it.each<[string, Partial<ClauseAhead>, object | undefined]>([
  ['nothing ahead', {}, undefined],
  ['an end', { effectiveTo: '2026-08-01' }, { on: '2026-08-01', what: 'ends', versionId: null }],
  ['the same words', { ...next, effectiveTo: '2026-08-01', kept: true, same: true }, undefined],
  [
    'other words',
    { ...next, effectiveTo: '2026-08-01', kept: true },
    { on: '2026-08-01', what: 'changes', versionId: 'n' },
  ],
  ['left out', { ...next, effectiveTo: '2026-08-01' }, { on: '2026-08-01', what: 'ends', versionId: 'n' }],
  [
    'the same words after a gap',
    { ...next, effectiveTo: '2026-07-01', kept: true, same: true },
    { on: '2026-07-01', what: 'ends', versionId: null },
  ],
])('%s', (_, ahead, expected) => {
  expect(changeAhead({ ...open, ...ahead })).toEqual(expected && { clauseId: 'a#1', ...expected })
})
