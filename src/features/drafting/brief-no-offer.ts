import { questions } from '../analysis/questions.ts'
import type { EmptyReason } from '../offers/model.ts'
import { type Manner, personFacts, personTerms, type ReplyBrief, type Source, voiceFacts } from './brief.ts'
import { questionTerms } from './brief-question.ts'
import { openingOf } from './openings.ts'

export type NoOfferInput = Manner & {
  reason: EmptyReason
  /** Fields still to be asked, with `evidence_missing`. */
  missing: string[]
  /** Public clauses that say what applies now, such as the hold when nothing is left to repay with. */
  sources: Source[]
}

/**
 * The brief of a reply when the engine found no admissible plan: why, by its reason, in words that tell nothing
 * of what the bank would accept; the rule that applies; what comes next; how to object.
 */
export function briefNoOffer(input: NoOfferInput): ReplyBrief {
  const { voice, tone, variant, cause, reason, sources } = input
  const asked = reason === 'evidence_missing' ? input.missing.filter((field) => field in questions) : []
  const terms = questionTerms(asked, voice.language)
  return {
    scenario: 'no_offer',
    voice,
    tone,
    variant,
    terms: { ...terms, ...personTerms(voice) },
    mustSay: Object.keys(terms),
    cause,
    outline: [
      [{ say: openingOf('credit_hardship', cause) }],
      [{ say: `reason.${reason}` }, ...Object.keys(terms).map((item) => ({ say: 'missing', item }))],
      ...sources.map((_, source) => [{ say: 'rule', source }]),
      [{ say: `next.${reason}` }, { say: 'person' }],
    ],
    facts: [...voiceFacts(voice), ...personFacts(voice)],
    promises: reason === 'signal_hold' ? [{ kind: 'callback' }] : [],
    requires: ['objection', 'ai_label'],
    sources,
    figures: [],
  }
}
