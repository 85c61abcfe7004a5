import { type Conversation, isVerified } from '../features/conversations/model.ts'
import { readMessages } from '../features/conversations/store.ts'
import { readText } from '../features/customers/contents.ts'
import { citationsOf, type ReplyBrief } from '../features/drafting/brief.ts'
import { outlineOf, wordingOf } from '../features/drafting/compose-reply.ts'
import { type OpenCall, openCall } from '../features/drafting/model-calls.ts'
import { type MaskedMessage, promptValues } from '../features/drafting/model-prompt.ts'
import type { Basis, Draft } from '../features/drafting/store.ts'
import type { Unmask } from '../features/drafting/word-reply.ts'
import { instantAt, zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { estimateTokens } from '../platform/model/chat-model.ts'
import { fillCall } from '../platform/prompts.ts'
import { basisOf } from './check-content.ts'
import { maskTexts } from './mask-conversation.ts'
import { type ModelUse, type Story, today } from './story.ts'

/** How long one attempt at writing may take before it counts as lost. */
export const leaseMs = 120_000
/** The most tokens an answer may have. */
export const answerTokens = 1_600
const threadLength = 6
const longestMessage = 1_500

/** What one attempt at writing works from, read in one transaction and used outside any. */
export type Attempt = {
  draft: Draft
  conversation: Conversation
  brief: ReplyBrief
  basis: Basis
  outline: string[]
  thread: MaskedMessage[]
  /** What staff asked to be different, masked. */
  wish: string | null
  unmask: Unmask
  /** For words about a text that is not masked, such as what a guard says of it. */
  mask: (text: string) => string
  /** For the guards outside a transaction. */
  now: { at: string; verified: boolean; name: string }
  callId: string | undefined
}

/** Gathers an attempt at a draft that its reader has taken, and books the model's first call for it. */
export async function openAttempt(
  story: Story,
  tx: Tx,
  { draft, conversation, brief }: Pick<Attempt, 'draft' | 'conversation' | 'brief'>,
): Promise<Attempt> {
  const recent = (await readMessages(story, tx, conversation.id)).slice(-threadLength)
  const wish = draft.wish_id === null ? [] : [await readText(story, tx, draft.wish_id)]
  const masked = await maskTexts(story, tx, conversation.id, [...recent.map(({ text }) => text), ...wish])
  const thread = recent.map(
    ({ direction }, index): MaskedMessage => ({
      from: direction === 'in' ? 'customer' : 'bank',
      text: masked.texts[index]!.slice(0, longestMessage),
    }),
  )
  const composed = { ...brief, citations: citationsOf(brief) }
  const attempt: Attempt = {
    draft,
    conversation,
    brief,
    basis: await basisOf(story, tx, conversation, composed, story.prompts.get('write-reply')),
    outline: outlineOf(wordingOf(story.prompts, brief.scenario), brief),
    thread,
    wish: wish.length > 0 ? masked.texts.at(-1)! : null,
    unmask: masked.unmask,
    mask: masked.mask,
    now: {
      at: zonedInstant(tx.now, story.zone),
      verified: isVerified(conversation, tx.now),
      name: brief.voice.name,
    },
    callId: undefined,
  }
  if (story.model) attempt.callId = await bookCall(story, tx, story.model, attempt, 'reply')
  return attempt
}

/** Books the call against the day's budget; undefined when that does not cover it. */
export async function bookCall(
  story: Story,
  tx: Tx,
  model: ModelUse,
  { draft, brief, outline, thread, wish }: Attempt,
  purpose: OpenCall['purpose'],
): Promise<string | undefined> {
  const prompt = story.prompts.get('write-reply')
  const asked = fillCall(
    prompt,
    brief.voice.language,
    promptValues(brief, { outline, thread, wish, fence: 'f', repair: [] }),
  )
  return openCall(
    tx,
    {
      purpose,
      draftId: draft.id,
      conversationId: draft.conversation_id,
      customerId: draft.customer_id,
      prompt: `${prompt.id}@${prompt.version}`,
      promptHash: prompt.hash,
      model: model.chat.names[0]!,
      region: model.region,
      reserve: estimateTokens(asked.system + asked.user) + answerTokens,
    },
    model.budget,
    instantAt(today(story, tx), '00:00:00', story.zone),
  )
}
