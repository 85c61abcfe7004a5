import type { PromptLanguage } from '../../platform/prompts.ts'
import type { Fact, GuardInputLoose } from '../guards/model.ts'

/** What a reply is for; the composer has wordings for each, a model is told it in words. */
export const scenarios = [
  'acknowledge',
  'question',
  'gather',
  'offer',
  'offers',
  'no_offer',
  'counter',
  'decline_ack',
  'complaint',
  'fee_waiver',
  'suitability',
  'policy_answer',
  'agreement',
  'follow_up',
] as const
export type Scenario = (typeof scenarios)[number]

/** What staff may ask for; an agreement's message is made with the agreement itself. */
export const askableScenarios = scenarios.filter((scenario) => scenario !== 'agreement')
export type AskableScenario = Exclude<Scenario, 'agreement'>

export const tones = ['warm', 'plain', 'formal'] as const
export type Tone = (typeof tones)[number]

/** How the bank speaks to one customer today, under a person's approval. */
export type Voice = {
  language: PromptLanguage
  name: string
  label: string
  objection: string
  /** How to reach a person: the line and the hours it is staffed, `08:00–22:00`. */
  hotline: string
  hours: string
  /** What the bank's standing sentences state: its hotline and the periods in them. */
  standing: Fact[]
}

/** A public clause the reply may lean on; its marker is its place in the brief, `[1]` first. */
export type Source = { ref: string; title: string; number: string; heading: string; passage: string }

/** A figure or phrase by name, as it will be shown; writers put the name, never the value. */
export type Term = { label: string; text: string }

/**
 * One thing a reply says, by the code of its wording. `option` takes the terms that end in `_1`, `_2`…;
 * `item` gives the wording one term as `item` and `value`; `source` one clause as `marker`, `title`, `clause`,
 * `heading` and `passage`.
 */
export type Point = { say: string; option?: number; item?: string; source?: number }

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
  /** What is said, paragraph by paragraph. */
  outline: Point[][]
  facts: Fact[]
  promises: NonNullable<GuardInputLoose['promises']>
  requires: NonNullable<GuardInputLoose['requires']>
  sources: Source[]
  /** What an approver reads first. */
  figures: { label: string; value: string }[]
}

/** What every brief is made from besides its own matter. */
export type Manner = { voice: Voice; tone: Tone; variant: number; cause: string | null }

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

/** Who is spoken to and whom they may call: what every reply may state. */
export function voiceFacts(voice: Voice): Fact[] {
  return [nameFact(voice.name), ...voice.standing]
}

/** The line and its hours, for a reply that says how to reach a person. */
export function personTerms({ language, hotline, hours }: Voice): Record<string, Term> {
  const zh = language === 'zh-Hans'
  return {
    hotline: { label: zh ? '客服热线' : 'Hotline', text: hotline },
    hours: { label: zh ? '人工服务时间' : 'Hours with staff', text: hours },
  }
}

export function personFacts({ hours }: Voice): Fact[] {
  return [{ id: 'hours', kind: 'url', value: hours, source: 'policy', label: 'service hours' }]
}
