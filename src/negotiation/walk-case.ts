import { findOpenCase, readCase } from '../features/cases/store.ts'
import { openConversation } from '../features/conversations/open-conversation.ts'
import { acceptStrongIdentity } from '../features/conversations/verify-identity.ts'
import { readCustomers } from '../features/customers/store.ts'
import type { DraftRequest } from '../features/drafting/draft-request.ts'
import { type Draft, findLatestDraft } from '../features/drafting/store.ts'
import { system } from '../platform/context.ts'
import { AppError, found } from '../platform/errors.ts'
import { prepareDraft } from './prepare-draft.ts'
import { prepareProposal } from './prepare-proposal.ts'
import { receiveMessage } from './receive-message.ts'
import { type FirstLineTurn, respondFirstLine } from './respond-first-line.ts'
import type { Story } from './story.ts'
import { writeDraft } from './write-draft.ts'

export type Walk = {
  /** Reference of a customer of the bank. */
  customer: string
  lang: 'zh-Hans' | 'en'
  verified: boolean
  turns: readonly string[]
  request?: DraftRequest
}

export type Walked = {
  conversationId: string
  caseId: string | null
  turns: FirstLineTurn[]
  /** What an agent would have before them; null with the reason when there is nothing to draft. */
  draft: Draft | null
  reason: string | null
}

const machine = system('proposal')

/**
 * One conversation through the production functions: every message in turn, then whatever an agent would be shown,
 * written by the story's model when it has one.
 */
export async function walkCase(story: Story, walk: Walk): Promise<Walked> {
  const conversationId = await story.db.withActor(machine, async (tx) => {
    const customer = found((await readCustomers(story, tx, { ref: walk.customer }))[0], 'customer')
    const opened = { customerId: customer.id, channel: 'web', language: walk.lang } as const
    return (await openConversation(tx, opened)).id
  })
  if (walk.verified) await acceptStrongIdentity(story, conversationId)
  const turns: FirstLineTurn[] = []
  for (const text of walk.turns) {
    const posted = await story.db.withActor(machine, (tx) =>
      receiveMessage(story, tx, { conversationId, text }),
    )
    turns.push(await respondFirstLine(story, posted.id))
  }
  const of = await story.db.withActor(machine, (tx) => findOpenCase(tx, conversationId))
  if (!of) return { conversationId, caseId: null, turns, draft: null, reason: 'no_case' }
  await prepareProposal(story, of.id)
  const reason = walk.request ? await askFor(story, of.id, walk.request) : null
  const latest = await findDraft(story, conversationId)
  if (latest?.state === 'requested') await writeDraft(story, machine, latest.id)
  // What was prepared before is not what was asked for.
  const draft = reason ? null : ((await findDraft(story, conversationId)) ?? null)
  return { conversationId, caseId: of.id, turns, draft, reason: reason ?? (draft ? null : 'not_ready') }
}

/** Why there can be no such draft, or null when it was asked for. */
async function askFor(story: Story, caseId: string, request: DraftRequest): Promise<string | null> {
  try {
    await story.db.withActor(machine, async (tx) =>
      prepareDraft(story, tx, await readCase(tx, caseId, true), request),
    )
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.details.reason ?? error.code
  }
}

function findDraft(story: Story, conversationId: string): Promise<Draft | undefined> {
  return story.db.withActor(machine, (tx) => findLatestDraft(tx, conversationId))
}
