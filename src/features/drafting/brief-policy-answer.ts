import { type Manner, personFacts, personTerms, type ReplyBrief, type Source, voiceFacts } from './brief.ts'

export type PolicyAnswerInput = Manner & {
  /** Public clauses that answer, best first; a second one only where it adds something. */
  sources: Source[]
}

/** The brief of an answer from public clauses: nothing but what they say, each sentence with its source. */
export function briefPolicyAnswer({ voice, tone, variant, cause, sources }: PolicyAnswerInput): ReplyBrief {
  return {
    scenario: 'policy_answer',
    voice,
    tone,
    variant,
    terms: personTerms(voice),
    mustSay: [],
    cause,
    outline: [
      ...sources.flatMap((_, source) => [
        [{ say: source === 0 ? 'answer' : 'also', source }],
        [{ say: 'passage', source }],
      ]),
      [{ say: 'more' }, { say: 'person' }],
    ],
    facts: [...voiceFacts(voice), ...personFacts(voice)],
    promises: [],
    requires: ['ai_label'],
    sources,
    figures: [],
  }
}
