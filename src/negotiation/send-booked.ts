import { type EndedCall, endCall, type ModelPrice } from '../features/drafting/model-calls.ts'
import { type Actor, system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import type { Story } from './story.ts'

export type Booking = {
  /** In whose name it is booked. */
  actor: Actor
  /** Books the request; throws what keeps it from leaving. */
  open: (tx: Tx) => Promise<string>
  customerId: string | null
  price: ModelPrice | null
}

/** How a request ended: who answered, what it used, and why it came to nothing. */
export type Outcome = Omit<EndedCall, 'id' | 'tookMs'>

// The machine says what was used, never the person who asked.
const machine = system('model-calls')

/**
 * Books one request, sends it, and records how it ended, whatever that is: `outcome` is asked once `send` has
 * returned or thrown. Called outside a transaction.
 */
export async function sendBooked<T>(
  { db, clock }: Pick<Story, 'db' | 'clock'>,
  { actor, open, customerId, price }: Booking,
  send: (callId: string) => Promise<T>,
  outcome: (error?: unknown) => Outcome,
): Promise<T> {
  const id = await db.withActor(actor, open)
  const started = clock.now().getTime()
  const end = (ended: Outcome) =>
    db.withActor(machine, (tx) =>
      endCall(tx, { id, ...ended, tookMs: clock.now().getTime() - started }, customerId, price),
    )
  let sent: T
  try {
    sent = await send(id)
  } catch (error) {
    await end(outcome(error))
    throw error
  }
  await end(outcome())
  return sent
}
