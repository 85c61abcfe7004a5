import { dateText } from '../../platform/money.ts'
import type { OfferTerms } from '../offers/store.ts'
import {
  type Manner,
  type Point,
  personFacts,
  personTerms,
  type ReplyBrief,
  type Source,
  voiceFacts,
} from './brief.ts'
import { optionTerms, sideBySide } from './brief-offer.ts'
import { named } from './brief-plan.ts'

/** Plans told beside the answer, with the number of the one whose card goes along; none leaves words alone. */
type Beside = { plans: OfferTerms[]; carried: number; validUntil: string; source: Source } | null

export type CounterInput = Manner & {
  inside: boolean
  /** Rules that refuse what was asked, by the engine's ids. */
  rules: string[]
  beside: Beside
}

const because: Record<string, string> = {
  capacity: 'capacity',
  H13: 'capacity',
  stress: 'capacity',
  capacity_zero: 'capacity',
  H1: 'term',
  term_cap: 'term',
  authority_term: 'term',
  min_instalment: 'min_instalment',
  liquid_reserve: 'liquid_reserve',
  does_not_repay: 'does_not_repay',
  start_window: 'start_window',
}

/** Why a request is outside, in words for the customer: what protects them by name, the rest in one neutral word. */
export function becauseOf(rules: readonly string[]): string[] {
  const named = [...new Set(rules.flatMap((rule) => because[rule] ?? []))]
  return named.length > 0 ? named : ['other']
}

/** The brief of an answer to what the customer proposed instead: inside or outside, and what comes nearest. */
export function briefCounter({ inside, rules, beside, ...manner }: CounterInput): ReplyBrief {
  const verdict: Point[] = inside
    ? [{ say: 'verdict.inside' }]
    : [{ say: 'verdict.outside' }, ...becauseOf(rules).map((code) => ({ say: `because.${code}` }))]
  return briefBeside(
    'counter',
    manner,
    beside,
    [[{ say: 'thanks.counter' }], verdict],
    inside ? 'nearest.basis' : 'nearest',
  )
}

export type DeclineInput = Manner & { beside: Beside }

/** The brief of an answer to a declined offer: thanks, what else there is, no hurry. */
export function briefDecline({ beside, ...manner }: DeclineInput): ReplyBrief {
  return briefBeside('decline_ack', manner, beside, [[{ say: 'thanks.decline' }]], 'others')
}

function briefBeside(
  scenario: 'counter' | 'decline_ack',
  { voice, tone, variant, cause }: Manner,
  beside: Beside,
  said: Point[][],
  lead: string,
): ReplyBrief {
  const told = beside ? sideBySide(beside.plans, voice) : null
  const validity = beside
    ? named(voice.language, { valid_until: dateText(beside.validUntil, voice.language) })
    : {}
  return {
    scenario,
    voice,
    tone,
    variant,
    terms: {
      ...told?.terms,
      ...validity,
      ...optionTerms(beside?.plans.length ?? 0),
      ...personTerms(voice),
    },
    mustSay: told
      ? [...Object.keys(told.terms).filter((name) => !name.startsWith('last_due')), 'valid_until']
      : [],
    cause,
    outline: [
      ...said,
      ...(beside && told
        ? [[{ say: lead, source: 0 }], ...told.paragraphs, [{ say: 'choice', option: beside.carried }]]
        : []),
      [{ say: 'ask_again' }, { say: 'no_hurry' }],
      [{ say: 'person' }],
    ],
    facts: [
      ...(told?.facts ?? []),
      ...(beside
        ? [
            {
              id: 'valid_until',
              kind: 'date',
              value: beside.validUntil,
              role: 'deadline',
              source: 'engine',
            } as const,
          ]
        : []),
      ...voiceFacts(voice),
      ...personFacts(voice),
    ],
    promises: told?.promises ?? [],
    requires: beside ? ['cost_total', 'apr', 'objection', 'ai_label'] : ['objection', 'ai_label'],
    sources: beside ? [beside.source] : [],
    figures: told?.figures ?? [],
  }
}
