import { localDate } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import type { Prompts } from '../platform/prompts.ts'

/** What the steps of a negotiation need beyond the platform; built once in `main.ts`. */
export type Story = Context & { prompts: Prompts }

/** Today where the bank is, by the transaction's clock. */
export function today(story: Pick<Context, 'zone'>, tx: Tx): string {
  return localDate(tx.now, story.zone)
}
