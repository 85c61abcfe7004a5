import type { Intent } from '../features/cases/model.ts'
import type { Message } from '../features/conversations/model.ts'
import { keepQuestion } from '../features/policies/mask-question.ts'
import { languageOf } from '../features/policies/plan-search.ts'
import type { Found } from '../features/policies/search-clauses.ts'
import { noteUnanswered } from '../features/policies/unanswered.ts'
import type { Tx } from '../platform/db.ts'
import { maskTexts } from './mask-conversation.ts'
import type { Story } from './story.ts'

/**
 * Whether a question that was not answered shows a gap in policy: small talk never does, and what is read as out of
 * scope only when a clause came at least half way to the threshold.
 */
export function isPolicyGap(
  intents: readonly Intent[],
  { coverage, threshold }: Pick<Found, 'coverage' | 'threshold'>,
): boolean {
  if (intents.includes('thanks_or_smalltalk')) return false
  return !intents.includes('out_of_scope') || coverage >= threshold / 2
}

/** Notes what policy did not answer, without anything personal, for those who keep the policies. */
export async function notePolicyGap(story: Story, tx: Tx, message: Message, found: Found): Promise<void> {
  const { texts } = await maskTexts(story, tx, message.conversation_id, [message.text])
  await noteUnanswered(tx, {
    askedIn: message.id,
    question: keepQuestion(texts[0]!),
    lang: languageOf(message.text),
    coverage: Math.min(1, found.coverage),
    nearest: found.hits[0]?.clauseId ?? null,
  })
}
