import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HandOffCommand, nextHandOff } from './hand-off.ts'
import { type HandOffState, handOffStates } from './model.ts'

const commands: HandOffCommand[] = ['request', 'queue', 'cancel', 'join', 'end', 'time_out']

describe('the hand-off to a person', () => {
  it.each<[HandOffState, HandOffCommand, HandOffState | undefined]>([
    ['bot', 'request', 'requested'],
    ['bot', 'join', 'joined'],
    ['bot', 'end', undefined],
    ['bot', 'cancel', undefined],
    ['bot', 'queue', undefined],
    ['requested', 'queue', 'queued'],
    ['requested', 'cancel', 'bot'],
    ['requested', 'join', 'joined'],
    ['requested', 'end', undefined],
    ['queued', 'join', 'joined'],
    ['queued', 'cancel', 'bot'],
    ['queued', 'time_out', 'queued'],
    ['queued', 'end', undefined],
    ['joined', 'end', 'ended'],
    ['joined', 'join', 'joined'],
    ['joined', 'cancel', undefined],
    ['joined', 'request', undefined],
    ['joined', 'queue', undefined],
    ['joined', 'time_out', undefined],
    ['ended', 'request', 'requested'],
    ['ended', 'join', 'joined'],
    ['ended', 'end', undefined],
    ['ended', 'cancel', undefined],
  ])('%s, %s: %s', (state, command, next) => {
    expect(nextHandOff(state, command)).toBe(next)
  })

  const walk = (steps: HandOffCommand[]) =>
    steps.reduce<HandOffState>((state, command) => nextHandOff(state, command) ?? state, 'bot')

  it('goes nowhere but through its states, and only a person who joined can end it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands)), (steps) => {
        const state = walk(steps)
        expect(handOffStates).toContain(state)
        if (state === 'ended' || state === 'joined') expect(steps).toContain('join')
        if (state === 'ended') expect(steps.lastIndexOf('end')).toBeGreaterThan(steps.indexOf('join'))
      }),
    )
  })

  it('once a person has joined, never gives the conversation back to the machine', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands)), (steps) => {
        const back = ['join', ...steps.filter((command) => command !== 'end')] as HandOffCommand[]
        expect(walk(back)).toBe('joined')
      }),
    )
  })

  it('can always reach a person', () => {
    for (const state of handOffStates) expect(nextHandOff(state, 'join')).toBe('joined')
  })
})
