import type { ModelFaultReason } from '../../platform/model/fault.ts'
import type { Draft } from './store.ts'

/** Why a draft came to nothing. */
export const failures = ['lease_expired', 'stopped'] as const

/** What a person can do about a draft that failed, that no model wrote, or that the checks hold back. */
export const nextSteps = [
  'ask_again',
  'ask_later',
  'ask_tomorrow',
  'tell_administrator',
  'wait_for_compliance',
  'change_words',
] as const
export type NextStep = (typeof nextSteps)[number]

const byFault: Partial<Record<ModelFaultReason | 'budget' | 'not_configured', NextStep>> = {
  timeout: 'ask_later',
  unreachable: 'ask_later',
  overloaded: 'ask_later',
  server_error: 'ask_later',
  breaker_open: 'ask_later',
  stopped: 'ask_later',
  quota_exceeded: 'tell_administrator',
  unauthorized: 'tell_administrator',
  rejected: 'tell_administrator',
  not_configured: 'tell_administrator',
  budget: 'ask_tomorrow',
}

/** The way on for whoever has the draft before them; null when nothing went wrong. Pure. */
export function nextStep({
  state,
  reason,
  fault,
  sendable,
}: Pick<Draft, 'state' | 'reason' | 'fault' | 'sendable'>): NextStep | null {
  if (state === 'failed') return reason === 'stopped' ? 'wait_for_compliance' : 'ask_again'
  if (state !== 'ready') return null
  if (!sendable) return 'change_words'
  if (fault === null) return null
  // What is left is what a model wrote and the checks refused: another try may do better.
  return byFault[fault as ModelFaultReason] ?? 'ask_again'
}
