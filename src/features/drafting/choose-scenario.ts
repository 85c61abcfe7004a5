import type { CaseKind, Stage } from '../cases/model.ts'
import type { offerStates } from '../offers/store.ts'
import type { AskableScenario } from './brief.ts'

/** Where a case stands, as far as it decides what the next reply is for. */
export type Standing = {
  kind: CaseKind
  stage: Stage
  held: boolean
  verified: boolean
  /** How many questions of the analysis are open. */
  missing: number
  /** Whether a person has written to the customer on this case before. */
  greeted: boolean
  /** The newest run of the engine; `newer` than what the customer has in hand, `asked` when it answers a request. */
  set: { outcome: 'offers' | 'empty' | 'refused'; newer: boolean; asked: boolean } | null
  /** What became of the offer sent last. */
  handed: (typeof offerStates)[number] | null
  agreed: boolean
  /** Whether published clauses answer the customer's last message. */
  answerable: boolean
}

/** What the next reply should be for when nobody has said: by kind, stage and state of the case. Pure. */
export function chooseScenario(standing: Standing): AskableScenario {
  const { kind, held, verified, missing, greeted, agreed } = standing
  if (held) return 'acknowledge'
  const answer = standing.answerable ? 'policy_answer' : 'acknowledge'
  if (agreed) return verified ? 'follow_up' : answer
  switch (kind) {
    case 'credit_hardship':
      return hardship(standing, answer)
    case 'complaint':
      if (!greeted) return 'complaint'
      return missing > 0 ? 'gather' : standing.answerable ? 'policy_answer' : 'complaint'
    case 'fee_waiver':
      return greeted && missing > 0 ? 'gather' : 'fee_waiver'
    case 'investment_consultation':
      if (missing > 0) return 'gather'
      return verified ? 'suitability' : 'acknowledge'
    case 'general':
      return missing > 0 ? 'gather' : answer
  }
}

function hardship(
  { verified, missing, set, handed }: Standing,
  answer: 'policy_answer' | 'acknowledge',
): AskableScenario {
  if (handed === 'accepted') return answer
  if (set?.outcome === 'offers') {
    if (handed === null || !verified) return 'offer'
    if (set.newer) return set.asked ? 'counter' : 'offer'
    if (handed === 'declined') return 'decline_ack'
    return handed === 'expired' || handed === 'withdrawn' ? 'offer' : answer
  }
  if (set?.outcome === 'empty') return 'no_offer'
  return missing > 0 ? 'gather' : 'acknowledge'
}
