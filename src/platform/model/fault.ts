/** Why a model call came to nothing; a closed list, so that records and pages can name each. */
export const modelFaults = [
  'timeout',
  'unreachable',
  'overloaded',
  'quota_exceeded',
  'unauthorized',
  'server_error',
  'rejected',
  'refused',
  'truncated',
  'empty',
  'malformed',
  'breaker_open',
  'stopped',
] as const
export type ModelFaultReason = (typeof modelFaults)[number]

/** The endpoint is away or overloaded: another request soon would fare no better. */
const outages: readonly ModelFaultReason[] = ['timeout', 'unreachable', 'overloaded', 'server_error']

/** Tokens of one request. */
export type Usage = { input: number; output: number }

export class ModelFault extends Error {
  readonly reason: ModelFaultReason
  /** What the request used before it failed, on the high side. */
  usage: Usage = { input: 0, output: 0 }
  constructor(reason: ModelFaultReason) {
    super(`the model call failed: ${reason}`)
    this.name = 'ModelFault'
    this.reason = reason
  }
  get isOutage(): boolean {
    return outages.includes(this.reason)
  }
}

type Thrown = { status?: number; name?: string; code?: string | null; error?: { code?: string } | null }

/** What went wrong, by status and name alone: an error's words may quote the prompt. */
export function faultOf(error: unknown, timedOut: boolean): ModelFault {
  if (error instanceof ModelFault) return error
  const { status, name = '', code, error: body } = error as Thrown
  if (timedOut || /timeout/i.test(name)) return new ModelFault('timeout')
  if (status === 429) {
    const quota = [code, body?.code].includes('insufficient_quota')
    return new ModelFault(quota ? 'quota_exceeded' : 'overloaded')
  }
  if (status === 401 || status === 403) return new ModelFault('unauthorized')
  if (status !== undefined && status >= 500) return new ModelFault('server_error')
  if (status !== undefined && status >= 400) return new ModelFault('rejected')
  return new ModelFault(name === 'SyntaxError' ? 'malformed' : 'unreachable')
}
