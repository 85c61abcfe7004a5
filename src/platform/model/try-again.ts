import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { ModelFault } from './fault.ts'

/**
 * Sends a request again, with growing pauses, when the endpoint was away or overloaded and nothing had arrived. A
 * timeout is not tried again: it has used up the patience there was.
 */
export function tryAgain<T>(times: number, send: () => Promise<T>): Promise<T> {
  const passing = (error: unknown) =>
    error instanceof ModelFault && error.isOutage && error.reason !== 'timeout' && error.usage.output === 0
  const policy = retry(handleWhen(passing), {
    maxAttempts: times,
    backoff: new ExponentialBackoff({ initialDelay: 500, maxDelay: 8_000 }),
  })
  return policy.execute(send)
}
