import { dateText } from '../../platform/money.ts'
import type { OfferTerms } from '../offers/store.ts'
import { type Manner, type Point, type ReplyBrief, type Source, type Voice, voiceFacts } from './brief.ts'
import { figuresIn, named, numbered, offerFacts, offerTerms, planPoints, waivedIn } from './brief-plan.ts'
import { openingOf } from './openings.ts'

export type OfferInput = Manner & {
  terms: OfferTerms
  /** Local date after which the offer may no longer be accepted. */
  validUntil: string
  /** Why this plan, as codes of `whyCodes`. */
  why: WhyCode[]
  sources: Source[]
}

/** Why a plan is put to this customer; each has its wording. */
export const whyCodes = [
  'matches_instalment',
  'below_instalment',
  'matches_months',
  'starts_low',
  'breathing_space',
  'smaller_rest',
  'least_cost',
  'leaves_room',
  'withstands',
] as const
export type WhyCode = (typeof whyCodes)[number]

const mostReasons = 3

/** The brief of a reply that puts one admissible plan before the customer. */
export function briefOffer(input: OfferInput): ReplyBrief {
  const { voice, tone, variant, cause, sources, validUntil } = input
  const plan = offerTerms(input.terms, voice.language)
  const terms = { ...plan, ...named(voice.language, { valid_until: dateText(validUntil, voice.language) }) }
  const why = input.why.slice(0, mostReasons)
  return {
    scenario: 'offer',
    voice,
    tone,
    variant,
    terms,
    mustSay: Object.keys(terms).filter((name) => name !== 'last_due'),
    cause,
    outline: [
      [{ say: openingOf('credit_hardship', cause) }],
      [{ say: 'basis', source: 0 }],
      planPoints(input.terms),
      ...(why.length > 0 ? [[{ say: 'why' }, ...why.map((code) => ({ say: `why.${code}` }))]] : []),
      [{ say: 'choice' }],
    ],
    facts: [
      ...offerFacts(input.terms),
      { id: 'valid_until', kind: 'date', value: validUntil, role: 'deadline', source: 'engine' },
      ...voiceFacts(voice),
    ],
    promises: plan.waived ? [{ kind: 'waiver', fact: 'waived' }] : [],
    requires: ['cost_total', 'apr', 'objection', 'ai_label'],
    sources,
    figures: figuresIn(plan),
  }
}

export type OffersInput = Manner & {
  /** Two or three plans, in the order of their numbers. */
  plans: OfferTerms[]
  /** The number of the plan whose card goes with the message, from 1. */
  carried: number
  validUntil: string
  sources: Source[]
}

/** The plans of several, as facts, terms and points: what `offers`, `counter` and `decline_ack` share. */
export function sideBySide(plans: readonly OfferTerms[], { language }: Voice) {
  const terms = plans.map((plan, index) => numbered(offerTerms(plan, language), index + 1, language))
  const waived = plans.flatMap((plan, index) => (waivedIn(plan) > 0 ? [index + 1] : []))
  return {
    terms: Object.assign({}, ...terms) as ReplyBrief['terms'],
    facts: plans.flatMap((plan, index) => offerFacts(plan, index + 1)),
    promises: waived.map((option) => ({ kind: 'waiver' as const, fact: `option_${option}_waived` })),
    figures: terms.flatMap(figuresIn),
    paragraphs: plans.map((plan, index): Point[] => [
      { say: `option.${plan.shape}`, option: index + 1 },
      ...planPoints(plan, index + 1),
    ]),
  }
}

/** The brief of a reply that sets two or three admissible plans side by side. */
export function briefOffers(input: OffersInput): ReplyBrief {
  const { voice, tone, variant, cause, plans, carried, validUntil, sources } = input
  const told = sideBySide(plans, voice)
  return {
    scenario: 'offers',
    voice,
    tone,
    variant,
    terms: {
      ...told.terms,
      ...named(voice.language, { valid_until: dateText(validUntil, voice.language) }),
      ...optionTerms(plans.length),
    },
    mustSay: [...Object.keys(told.terms).filter((name) => !name.startsWith('last_due')), 'valid_until'],
    cause,
    outline: [
      [{ say: openingOf('credit_hardship', cause) }],
      [{ say: 'options.basis', source: 0 }],
      ...told.paragraphs,
      comparison(plans),
      [{ say: 'options.choice', option: carried }],
    ],
    facts: [
      ...told.facts,
      { id: 'valid_until', kind: 'date', value: validUntil, role: 'deadline', source: 'engine' },
      ...voiceFacts(voice),
    ],
    promises: told.promises,
    requires: ['cost_total', 'apr', 'objection', 'ai_label'],
    sources,
    figures: told.figures,
  }
}

/** The number by which each option is called. */
export function optionTerms(count: number): ReplyBrief['terms'] {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `option_${index + 1}`,
      { label: `${index + 1}`, text: `${index + 1}` },
    ]),
  )
}

/** Which plan costs least and which begins lightest, where one does. */
function comparison(plans: readonly OfferTerms[]): Point[] {
  const cheapest = onlyLeast(plans.map((plan) => plan.total))
  const lightest = onlyLeast(plans.map((plan) => plan.schedule[0]!.amount))
  return [
    ...(cheapest === null ? [] : [{ say: 'options.least_cost', option: cheapest + 1 }]),
    ...(lightest === null || lightest === cheapest
      ? []
      : [{ say: 'options.lowest_start', option: lightest + 1 }]),
  ]
}

function onlyLeast(values: readonly number[]): number | null {
  const least = Math.min(...values)
  const at = values.indexOf(least)
  return values.lastIndexOf(least) === at ? at : null
}

export type AgreementBriefInput = { voice: Voice; terms: OfferTerms; number: string; source: Source }

/** The brief of the message that carries the written agreement. */
export function briefAgreement({ voice, terms, number, source }: AgreementBriefInput): ReplyBrief {
  const plan = offerTerms(terms, voice.language)
  return {
    scenario: 'agreement',
    voice,
    tone: 'formal',
    variant: 0,
    terms: { ...plan, ...named(voice.language, { number }) },
    mustSay: ['number', 'months', 'instalment', 'first_due', 'total', 'apr_nominal', 'apr_effective'],
    cause: null,
    outline: [[{ say: 'written', source: 0 }], [{ say: 'terms' }], [{ say: 'check' }]],
    facts: [
      ...offerFacts(terms),
      { id: 'agreement_number', kind: 'count', value: number, source: 'record', label: 'agreement number' },
      ...voiceFacts(voice),
    ],
    promises: [],
    requires: ['cost_total', 'apr', 'objection', 'ai_label'],
    sources: [source],
    figures: figuresIn(plan),
  }
}
