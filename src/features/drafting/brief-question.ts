import { nameFact, type ReplyBrief, type Voice } from './brief.ts'

/** The brief of an agent's question to the customer; it states nothing. */
export function briefQuestion(voice: Voice, question: string): ReplyBrief {
  const label = voice.language === 'en' ? 'The question' : '要问的问题'
  return {
    scenario: 'question',
    voice,
    tone: 'warm',
    variant: 0,
    terms: { question: { label, text: question } },
    mustSay: ['question'],
    cause: null,
    facts: [nameFact(voice.name)],
    promises: [],
    requires: ['ai_label'],
    sources: [],
    figures: [],
  }
}
