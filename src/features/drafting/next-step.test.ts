import { expect, test } from 'vitest'
import { type NextStep, nextStep } from './next-step.ts'

const ready = { state: 'ready', reason: null, fault: null, sendable: true } as const

test.each<[string, Partial<Parameters<typeof nextStep>[0]>, NextStep | null]>([
  ['all went well', {}, null],
  ['its writer never came back', { state: 'failed', reason: 'lease_expired', sendable: false }, 'ask_again'],
  ['compliance stopped it', { state: 'failed', reason: 'stopped', sendable: false }, 'wait_for_compliance'],
  ['the day’s budget is used up', { fault: 'budget' }, 'ask_tomorrow'],
  ['the model was too busy', { fault: 'overloaded' }, 'ask_later'],
  ['the model took longer than all calls may', { fault: 'stopped' }, 'ask_later'],
  ['the key is refused', { fault: 'unauthorized' }, 'tell_administrator'],
  ['the account has run out', { fault: 'quota_exceeded' }, 'tell_administrator'],
  ['the model promised something', { fault: 'promise_unbacked' }, 'ask_again'],
  ['the model invented a figure', { fault: 'term_unknown' }, 'ask_again'],
  ['the checks hold it back', { sendable: false }, 'change_words'],
  [
    'the checks hold back what the composer wrote instead',
    { sendable: false, fault: 'timeout' },
    'change_words',
  ],
  ['it went out', { state: 'sent', fault: 'timeout' }, null],
  ['a person returned it', { state: 'returned', reason: 'wrong_tone', sendable: false }, null],
  ['it is being written', { state: 'drafting', sendable: false }, null],
])('when %s: %s', (_, more, step) => {
  expect(nextStep({ ...ready, ...more })).toBe(step)
})
