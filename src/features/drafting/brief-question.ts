import { questionReasons, questions } from '../analysis/questions.ts'
import type { CaseKind } from '../cases/model.ts'
import { type Manner, nameFact, personFacts, personTerms, type ReplyBrief, voiceFacts } from './brief.ts'
import { openingOf } from './openings.ts'

/** The brief of an agent's question to the customer; it states nothing. */
export function briefQuestion({ voice, tone, variant }: Omit<Manner, 'cause'>, question: string): ReplyBrief {
  const label = voice.language === 'en' ? 'The question' : '要问的问题'
  return {
    scenario: 'question',
    voice,
    tone,
    variant,
    terms: { question: { label, text: question } },
    mustSay: ['question'],
    cause: null,
    outline: [[{ say: 'one' }]],
    facts: [nameFact(voice.name)],
    promises: [],
    requires: ['ai_label'],
    sources: [],
    figures: [],
  }
}

export type GatherInput = Manner & {
  kind: CaseKind
  /** Fields of open questions, in the order to ask. */
  fields: string[]
  /** True for the first reply on the case: it opens by what has happened. */
  first: boolean
}

/** The brief of a reply that asks several open questions at once, each with what it is for. */
export function briefGather({ voice, tone, variant, cause, kind, fields, first }: GatherInput): ReplyBrief {
  const { language } = voice
  const asked = questionTerms(fields, language)
  return {
    scenario: 'gather',
    voice,
    tone,
    variant,
    terms: { ...asked, ...personTerms(voice) },
    mustSay: Object.keys(asked),
    cause,
    outline: [
      ...(first ? [[{ say: openingOf(kind, cause) }]] : []),
      [{ say: 'ask' }, ...Object.keys(asked).map((item) => ({ say: 'question', item }))],
      [{ say: 'leave_out' }, { say: 'then' }],
      [{ say: 'person' }],
    ],
    facts: [...voiceFacts(voice), ...personFacts(voice)],
    promises: [],
    requires: ['ai_label'],
    sources: [],
    figures: [],
  }
}

/** Questions as terms: the text asks, the label says what the answer is for. */
export function questionTerms(fields: readonly string[], language: 'zh-Hans' | 'en'): ReplyBrief['terms'] {
  return Object.fromEntries(
    fields.map((field, index) => [
      `question_${index + 1}`,
      {
        label: questionReasons[field]?.[language] ?? '',
        text: questions[field]?.[language] ?? field,
      },
    ]),
  )
}
