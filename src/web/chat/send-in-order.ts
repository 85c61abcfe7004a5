import { backOff } from './follow-changes.ts'
import { isPassing, troubleOf } from './problem.ts'
import type { Posted } from './shapes.ts'
import type { Pending } from './thread.ts'

type Sending = {
  next: () => Pending | undefined
  update: (key: string, change: Partial<Pending>) => void
  post: (one: Pending) => Promise<Posted>
  stored: () => void
  ended: () => void
}

/**
 * Sends pending messages one after the other, so they are stored in the order they were written. What the
 * network lost goes again under the same key; what the bank refused waits for the customer.
 */
export function sendInOrder({ next, update, post, stored, ended }: Sending) {
  let busy = false
  let stopped = false
  let wait: ReturnType<typeof setTimeout> | undefined
  let tries = 0

  async function drain(): Promise<void> {
    for (let one = next(); one && !stopped; one = next()) {
      if (one.state !== 'sending') update(one.key, { state: 'sending' })
      try {
        const { id } = await post(one)
        tries = 0
        update(one.key, { id })
        stored()
      } catch (error) {
        const trouble = troubleOf(error)
        if (trouble.kind === 'refused' && trouble.status === 401) return ended()
        if (!isPassing(trouble)) {
          update(one.key, { state: 'refused', why: trouble.kind === 'refused' ? trouble.title : null })
          continue
        }
        update(one.key, { state: 'waiting' })
        wait = setTimeout(wake, backOff(tries++, Math.random()))
        return
      }
    }
  }

  function wake(): void {
    clearTimeout(wait)
    if (busy || stopped) return
    busy = true
    drain().finally(() => {
      busy = false
    })
  }

  return {
    wake,
    stop(): void {
      stopped = true
      clearTimeout(wait)
    },
  }
}
