import type { ModelBudget, ModelPrice } from '../features/drafting/model-calls.ts'
import type { EmbeddingEndpoint } from '../features/policies/meaning/embedding-model.ts'
import { localDate } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import type { ChatModel } from '../platform/model/chat-model.ts'
import type { Prompts } from '../platform/prompts.ts'

/** What the steps of a negotiation need beyond the platform; built once in `main.ts`. */
export type Story = Context & {
  prompts: Prompts
  /** The chat model that may word drafts; null, and the composer writes them. */
  model: ModelUse | null
  /** The embedding model that adds meaning to the search for words; null, and words have to do. */
  embedding: EmbeddingUse | null
}

type Limits = {
  /** Where the endpoint keeps what it is sent, as declared: recorded with every call. */
  region: string
  budget: ModelBudget
  price: ModelPrice | null
}

export type ModelUse = Limits & {
  chat: ChatModel
  /** By name, for models that cost otherwise than `price`. */
  prices?: Record<string, ModelPrice>
}
export type EmbeddingUse = Limits & { endpoint: EmbeddingEndpoint }

/** What a chat model costs; null where prices are not known. */
export function priceOf({ price, prices }: ModelUse, model: string): ModelPrice | null {
  return prices?.[model] ?? price
}

/** Today where the bank is, by the transaction's clock. */
export function today(story: Pick<Context, 'zone'>, tx: Tx): string {
  return localDate(tx.now, story.zone)
}
