import type { PromptLanguage } from '../../platform/prompts.ts'
import type { Fact, GuardInputLoose } from '../guards/model.ts'

/** What a reply is for; the composer has wordings for each, a model is told it in words. */
export const scenarios = ['offer', 'question', 'agreement'] as const
export type Scenario = (typeof scenarios)[number]

export const tones = ['warm', 'plain', 'formal'] as const
export type Tone = (typeof tones)[number]

/** How the bank speaks to one customer today, under a person's approval. */
export type Voice = {
  language: PromptLanguage
  name: string
  label: string
  objection: string
  /** What the bank's standing sentences state: its hotline and the periods in them. */
  standing: Fact[]
}

/** A public clause the reply may lean on; its marker is its place in the brief, `[1]` first. */
export type Source = { ref: string; title: string; number: string; heading: string; passage: string }

/** A figure or phrase by name, as it will be shown; writers put the name, never the value. */
export type Term = { label: string; text: string }

/**
 * Everything a reply may say, from records alone, before anybody has worded it. Both writers take it: the
 * composer fills its wording, a model writes around the names of terms; neither can state what is not here.
 */
export type ReplyBrief = {
  scenario: Scenario
  voice: Voice
  tone: Tone
  /** Which of the composer's wordings is taken; asking again moves on. */
  variant: number
  terms: Record<string, Term>
  /** Names of terms without which the reply would mislead. */
  mustSay: string[]
  /** What has happened to the customer, as a code of `causeLabels`; null when nobody said. */
  cause: string | null
  facts: Fact[]
  promises: NonNullable<GuardInputLoose['promises']>
  requires: NonNullable<GuardInputLoose['requires']>
  sources: Source[]
  /** What an approver reads first. */
  figures: { label: string; value: string }[]
}

/** A text with everything the guards need to hold it against. */
export type Composed = Pick<ReplyBrief, 'facts' | 'promises' | 'requires' | 'figures'> & {
  text: string
  citations: { marker: string; ref: string }[]
}

export function markerOf(index: number): string {
  return `[${index + 1}]`
}

export function citationsOf(brief: ReplyBrief): Composed['citations'] {
  return brief.sources.map(({ ref }, index) => ({ marker: markerOf(index), ref }))
}

export const nameFact = (name: string): Fact => ({
  id: 'name',
  kind: 'name',
  value: name,
  subject: 'customer',
  source: 'record',
})
