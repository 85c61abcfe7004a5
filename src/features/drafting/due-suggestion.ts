import type { CaseKind, Stage } from '../cases/model.ts'
import type { HandOffState } from '../conversations/model.ts'
import type { DraftState } from './store.ts'

/** What decides whether a case gets a suggested reply that nobody has asked for. */
export type SuggestionFacts = {
  kind: CaseKind
  stage: Stage
  handOff: HandOffState
  /** A signal keeps offers back until a person clears it. */
  held: boolean
  verified: boolean
  /** Figures a plan still needs; the assistant asks for them. Hardship only. */
  missing: number
  /** Whether a person has written to the customer on this case. */
  greeted: boolean
  /** The newest draft of the conversation, whatever became of it. */
  draft: {
    state: DraftState
    /** Made after the customer's newest message. */
    atHead: boolean
    /** A person asked for it, edited it, approved it, or is editing it; an agreement's message is never replaced. */
    inHand: boolean
    /** The customer's identity, a hold or the stop switch has changed since in a way that changes what may be said. */
    outdated: boolean
  } | null
  /** What followed the customer's newest message. */
  answered: 'nothing' | 'by_person' | 'from_policy'
  /** The newest message only thanks or greets. */
  courtesy: boolean
  /** The customer declined what they were sent last, and nothing was drafted since. */
  declined: boolean
  /** An open offer is with the customer, and nothing said since could change it. */
  offerInHand: boolean
}

/** `due`, or why nothing is prepared now. */
export type Suggestion =
  | 'due'
  | 'stage'
  | 'in_hand'
  | 'prepared'
  | 'answered'
  | 'nothing_asked'
  | 'customers_turn'

const workable: readonly Stage[] = ['first_contact', 'analysis', 'proposal', 'follow_up']
const withPerson: readonly HandOffState[] = ['requested', 'queued', 'joined']
const over: readonly DraftState[] = ['sent', 'stale', 'returned', 'failed']

export function isOpenDraft(state: DraftState): boolean {
  return !over.includes(state)
}

/**
 * Whether a suggested reply is due: the case waits for a person, nobody has a draft in hand, and there is something to
 * say that was not said. What was prepared before the customer's newest message is written again. Pure.
 */
export function dueSuggestion(facts: SuggestionFacts): Suggestion {
  const { draft, declined, greeted, answered } = facts
  if (!workable.includes(facts.stage)) return 'stage'
  if (draft?.inHand && isOpenDraft(draft.state)) return 'in_hand'
  const changed = declined || draft?.outdated === true
  if (draft?.atHead && !changed) return 'prepared'
  if (answered === 'by_person' && !changed) return 'answered'
  if (greeted && !changed) {
    if (facts.courtesy) return 'nothing_asked'
    if (answered === 'from_policy') return 'answered'
  }
  if (!waitsForPerson(facts)) return 'customers_turn'
  const silent = withPerson.includes(facts.handOff) && answered === 'nothing'
  if (facts.offerInHand && !declined && !silent) return 'answered'
  return 'due'
}

/** A hardship case waits for its figures and for who is asking; every other kind, and every hold, for a person. */
function waitsForPerson({
  kind,
  stage,
  handOff,
  held,
  verified,
  missing,
  declined,
}: SuggestionFacts): boolean {
  if (kind !== 'credit_hardship' || stage === 'follow_up') return true
  return held || declined || withPerson.includes(handOff) || (missing === 0 && verified)
}
