import { type Conversation, isVerified } from '../features/conversations/model.ts'
import { readMessages } from '../features/conversations/store.ts'
import { readText } from '../features/customers/contents.ts'
import { citationsOf, type ReplyBrief } from '../features/drafting/brief.ts'
import { outlineOf, wordingOf } from '../features/drafting/compose-reply.ts'
import { openCall } from '../features/drafting/model-calls.ts'
import { type MaskedMessage, promptValues, type Repair } from '../features/drafting/model-prompt.ts'
import { modelReplySchema } from '../features/drafting/model-reply.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import type { Basis, Draft } from '../features/drafting/store.ts'
import type { Unmask } from '../features/drafting/word-reply.ts'
import { instantAt, zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { estimateQuestion } from '../platform/model/chat-model.ts'
import { fillCall } from '../platform/prompts.ts'
import { basisOf } from './check-content.ts'
import { maskTexts } from './mask-conversation.ts'
import { type ModelUse, priceOf, type Story, today } from './story.ts'

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
}

/** Gathers an attempt at a draft that its reader has taken. */
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
  return {
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
  }
}

/** What a model is asked for an attempt. `fence` is new for every call; `repair` says what was wrong the first time. */
export function questionOf(
  story: Story,
  { brief, outline, thread, wish }: Attempt,
  { fence, repair }: { fence: string; repair: Repair },
) {
  const values = promptValues(brief, { outline, thread, wish, fence, repair })
  return {
    ...fillCall(story.prompts.get('write-reply'), brief.voice.language, values),
    output: { name: 'reply', schema: modelReplySchema },
  }
}

/** Books one request for an attempt, with the very words it asks; refused (reason `stopped`) once the machine is stopped. */
export async function bookRequest(
  story: Story,
  tx: Tx,
  use: ModelUse,
  { draft }: Attempt,
  request: { purpose: 'reply' | 'repair'; model: string; question: ReturnType<typeof questionOf> },
): Promise<string> {
  if ((await readStopSwitch(tx)).stopped)
    throw new AppError('unavailable', 'the machine is stopped', { reason: 'stopped' })
  const prompt = story.prompts.get('write-reply')
  return openCall(
    tx,
    {
      purpose: request.purpose,
      draftId: draft.id,
      conversationId: draft.conversation_id,
      customerId: draft.customer_id,
      prompt: `${prompt.id}@${prompt.version}`,
      promptHash: prompt.hash,
      model: request.model,
      region: use.region,
      reserve: { input: estimateQuestion(request.question), output: answerTokens },
    },
    { budget: use.budget, price: priceOf(use, request.model) },
    instantAt(today(story, tx), '00:00:00', story.zone),
  )
}
