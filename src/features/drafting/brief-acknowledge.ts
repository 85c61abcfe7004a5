import type { CaseKind, Signal } from '../cases/model.ts'
import type { Fact } from '../guards/model.ts'
import {
  type Manner,
  type Point,
  personFacts,
  personTerms,
  type ReplyBrief,
  type Source,
  voiceFacts,
} from './brief.ts'
import { openingOf } from './openings.ts'

/** Something the customer told the bank, as it may be said back to them. */
export type Noted = { label: string; text: string; fact: Fact | null }

export type AcknowledgeInput = Manner & {
  kind: CaseKind
  hold: Signal | null
  noted: Noted[]
  willing: boolean
  verified: boolean
  /** Whether collection is paused on record. */
  paused: boolean
  /** The public clause that says how long things take; null when none in force does. */
  clock: Source | null
  /** Lines for somebody in danger, from policy. */
  lines: { crisis: string; emergency_medical: string; emergency_police: string } | null
}

/** Holds on which nothing of the matter is said: not to a third party, not to somebody in danger or grief. */
const silent: readonly Signal[] = ['self_harm', 'third_party_present', 'bereavement', 'capacity_doubt']

/**
 * The brief of a first reply: what was understood, from records; what happens next; when, from a clause; how to
 * reach a person. On a hold it says only what the hold allows.
 */
export function briefAcknowledge(input: AcknowledgeInput): ReplyBrief {
  const { voice, tone, variant, cause, kind, hold, noted, lines } = input
  const quiet = hold !== null && silent.includes(hold)
  const told = quiet ? [] : noted
  const willing = input.willing && !quiet && kind === 'credit_hardship'
  const clock = quiet || hold !== null ? null : input.clock
  const crisis = hold === 'self_harm' ? lines : null
  const terms = Object.fromEntries(
    told.map(({ label, text }, index) => [`fact_${index + 1}`, { label, text }]),
  )
  return {
    scenario: 'acknowledge',
    voice,
    tone,
    variant,
    terms: { ...terms, ...personTerms(voice), ...crisisTerms(crisis, voice.language) },
    mustSay: crisis ? ['crisis'] : [],
    cause,
    outline: [
      [{ say: openingOf(kind, cause, hold) }],
      ...(told.length > 0 || willing ? [notedPoints(told.length, willing)] : []),
      [
        ...next(kind, hold),
        ...(input.paused && hold !== 'bereavement' && hold !== 'self_harm' && hold !== 'third_party_present'
          ? [{ say: 'paused' }]
          : []),
      ],
      ...(clock ? [[{ say: 'clock', source: 0 }]] : []),
      [...(input.verified || quiet ? [] : [{ say: 'verify' }]), { say: 'person' }],
    ],
    facts: [
      ...told.flatMap(({ fact }) => fact ?? []),
      ...crisisFacts(crisis),
      ...voiceFacts(voice),
      ...personFacts(voice),
    ],
    promises: input.paused ? [{ kind: 'hold' }] : [],
    requires: ['ai_label'],
    sources: clock ? [clock] : [],
    figures: told.map(({ label, text }) => ({ label, value: text })),
  }
}

function notedPoints(count: number, willing: boolean): Point[] {
  return [
    { say: 'noted' },
    ...Array.from({ length: count }, (_, index) => ({ say: 'noted.fact', item: `fact_${index + 1}` })),
    ...(willing ? [{ say: 'noted.willing' }] : []),
  ]
}

const heldNext: Partial<Record<Signal, string[]>> = {
  bereavement: ['next.bereavement'],
  third_party_present: ['next.third_party_present'],
  self_harm: ['next.self_harm'],
  claims_fraud: ['next.claims_fraud', 'next.held'],
}

function next(kind: CaseKind, hold: Signal | null): Point[] {
  const says = hold ? (heldNext[hold] ?? ['next.held']) : [`next.${kind}`]
  return says.map((say) => ({ say }))
}

function crisisTerms(lines: AcknowledgeInput['lines'], language: 'zh-Hans' | 'en'): ReplyBrief['terms'] {
  if (!lines) return {}
  const zh = language === 'zh-Hans'
  return {
    crisis: { label: zh ? '心理援助热线' : 'Psychological support line', text: lines.crisis },
    emergency_medical: { label: zh ? '医疗急救' : 'Medical emergency', text: lines.emergency_medical },
    emergency_police: { label: zh ? '报警' : 'Police', text: lines.emergency_police },
  }
}

function crisisFacts(lines: AcknowledgeInput['lines']): Fact[] {
  return Object.entries(lines ?? {}).map(([id, value]) => ({
    id,
    kind: 'phone',
    value,
    source: 'policy',
    subject: 'bank',
  }))
}
