import { type OpenCall, openCall } from '../features/drafting/model-calls.ts'
import type { EmbeddingModel } from '../features/policies/meaning/embedding-model.ts'
import { instantAt } from '../platform/clock.ts'
import { system } from '../platform/context.ts'
import { ModelFault } from '../platform/model/fault.ts'
import { sendBooked } from './send-booked.ts'
import { type EmbeddingUse, type Story, today } from './story.ts'

/** What vectors are for: clauses of policies, or a question, of a conversation where it was asked in one. */
type Of = { purpose: 'clauses' } | { purpose: 'question'; conversation?: { id: string; customerId: string } }

const machine = system('embedding')

/** The embedding model, each of its requests booked against the day's budget before it leaves. */
export function bookedEmbeddings(
  story: Pick<Story, 'db' | 'clock' | 'zone'>,
  { endpoint, region, budget, price }: EmbeddingUse,
  of: Of,
): EmbeddingModel {
  const { purpose } = of
  const asked = purpose === 'question' ? of.conversation : undefined
  const customerId = asked?.customerId ?? null
  const call = (tokens: number): OpenCall => ({
    purpose,
    draftId: null,
    conversationId: asked?.id ?? null,
    customerId,
    prompt: null,
    promptHash: null,
    model: endpoint.name,
    region,
    reserve: { input: tokens, output: 0 },
  })
  return endpoint.through((tokens, send) => {
    let used = { input: tokens, output: 0 }
    return sendBooked(
      story,
      {
        actor: machine,
        open: (tx) =>
          openCall(tx, call(tokens), { budget, price }, instantAt(today(story, tx), '00:00:00', story.zone)),
        customerId,
        price,
      },
      async () => {
        const sent = await send()
        used = { input: sent.tokens, output: 0 }
        return sent
      },
      (error) =>
        error === undefined
          ? { answeredBy: endpoint.name, usage: used, fault: null }
          : {
              answeredBy: null,
              usage: used,
              fault: error instanceof ModelFault ? error.reason : 'stopped',
            },
    )
  })
}
