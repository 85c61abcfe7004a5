import { expect, it } from 'vitest'
import { diffClauses } from './diff-clauses.ts'

const clause = (number: string, body: string, heading = 'H') => ({ number, heading, body })

it('tells same, changed, added and removed apart', () => {
  const before = [clause('1', 'a'), clause('2', 'b'), clause('3', 'c')]
  const after = [clause('1', 'a'), clause('2', 'B'), clause('4', 'd')]
  expect(diffClauses(before, after)).toEqual([
    { kind: 'same', number: '1', heading: 'H' },
    { kind: 'changed', number: '2', heading: 'H', before: 'H\nb', after: 'H\nB' },
    { kind: 'added', number: '4', heading: 'H', after: 'H\nd' },
    { kind: 'removed', number: '3', heading: 'H', before: 'H\nc' },
  ])
})

it('sees that a clause put in moved the others down', () => {
  const before = [clause('1', 'a'), clause('2', 'b')]
  const after = [clause('1', 'new'), clause('2', 'a'), clause('3', 'b')]
  expect(diffClauses(before, after).map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    'added 1',
    'renumbered 2',
    'renumbered 3',
  ])
})

it('counts a new heading as a change', () => {
  expect(diffClauses([clause('1', 'a', 'Old')], [clause('1', 'a', 'New')])[0]).toMatchObject({
    kind: 'changed',
  })
})
