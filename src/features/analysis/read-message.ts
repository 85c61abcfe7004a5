import { detectLanguage, type Language } from '../../platform/language/detect-language.ts'
import { foldText } from '../../platform/language/fold-text.ts'
import { type Quantity, readQuantities, type Span } from '../../platform/language/quantities.ts'
import { splitSentences } from '../../platform/language/sentences.ts'
import { type Intent, intents, type Signal, signals } from '../cases/model.ts'
import { chooseClasses, scoreFeatures } from './read-classifier.ts'
import { type Features, featuresOf } from './read-features.ts'
import { readIntents } from './read-intents.ts'
import { spanWithPeriod } from './read-rate-span.ts'
import { confirmSignal, readSignals } from './read-signals.ts'

/** What a message says, in the output format of `read` (contracts.md). */
export type Reading = {
  language: Language
  intents: Intent[]
  signals: Signal[]
  amounts: { minor: number; currency: string; span: Span }[]
  dates: { date: string; span: Span }[]
  terms: ({ months: number; span: Span } | { days: number; span: Span })[]
  rates: { bp: number; per: 'year' | 'month' | 'day' | 'once'; span: Span }[]
}

/**
 * Reads a message without a model: language, intents, signals, and figures with spans in UTF-16 units of `text`.
 * `at` is the message's ISO instant with offset, against which relative dates are read. Signals are what the rules
 * raise or the classifier does (recall first); intents are the classifier's, which sees what the rules found.
 * `score` is another fit of the classifier, for cross-validation.
 */
export function readMessage(
  { text, at }: { text: string; at: string },
  score: (features: Features) => readonly number[] = scoreFeatures,
): Reading {
  const quantities = readQuantities(text, at)
  const ruled = readSignals(text)
  const { sentences, clauses } = partsOf(text)
  const scoresOf = (parts: readonly string[]) => parts.map((part) => score(partFeatures(part, at)))
  const whole = score(partFeatures(text, at))
  const chosen = chooseClasses(whole, scoresOf(sentences), scoresOf(clauses), isBrief(text))
  const raised = signals.filter(
    (one) => ruled.includes(one) || (chosen.signals.includes(one) && confirmSignal(one, text)),
  )
  return {
    language: detectLanguage(text),
    intents: withForced(chosen.intents, raised),
    signals: withImplied(raised),
    ...sort(quantities, foldText(text)),
  }
}

/** Features of a stretch of text, what the rules find in it included. */
export function partFeatures(part: string, at: string): Features {
  const quantities = readQuantities(part, at)
  const found = readSignals(part)
  return featuresOf(foldText(part), {
    intents: readIntents(part, found, quantities),
    signals: found,
    quantities,
  })
}

/** The message, its sentences, and its clauses: a class counts where it is likeliest (`chooseClasses`). */
function partsOf(text: string): { sentences: string[]; clauses: string[] } {
  const sentences = splitSentences(text)
    .slice(0, 40)
    .map((span) => text.slice(...span))
  const clauses = text
    .split(/[，。！？；,!?;\n]|\.(?=\s|$)|\b(?:and|but)\b/)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= (/[一-龥]/.test(clause) ? 3 : 6))
    .slice(0, 24)
  return { sentences: sentences.length > 1 ? sentences : [], clauses: clauses.length > 1 ? clauses : [] }
}

/** Fewer than five Han characters and four Latin words. */
function isBrief(text: string): boolean {
  return (text.match(/[一-龥]/g)?.length ?? 0) < 5 && (text.match(/[A-Za-z']+/g)?.length ?? 0) < 4
}

/** A claim of harassment is a complaint too (contracts.md). */
function withImplied(raised: readonly Signal[]): Signal[] {
  return signals.filter(
    (one) => raised.includes(one) || (one === 'complains' && raised.includes('harassment_claim')),
  )
}

/** What a signal says outright is an intent of the message too. */
function withForced(chosen: readonly Intent[], raised: readonly Signal[]): Intent[] {
  const forced = new Set(chosen)
  if (raised.includes('wants_person')) forced.add('wants_person')
  if (raised.includes('complains') || raised.includes('harassment_claim')) forced.add('complaint')
  if (raised.includes('claims_fraud')) forced.add('fraud_report')
  if (forced.size > 1) forced.delete('out_of_scope')
  if (forced.size > 1) forced.delete('thanks_or_smalltalk')
  return intents.filter((intent) => forced.has(intent))
}

function sort(
  quantities: Quantity[],
  folded: string,
): Pick<Reading, 'amounts' | 'dates' | 'terms' | 'rates'> {
  const reading: Pick<Reading, 'amounts' | 'dates' | 'terms' | 'rates'> = {
    amounts: [],
    dates: [],
    terms: [],
    rates: [],
  }
  for (const { kind, ...quantity } of quantities) {
    if (kind === 'amount') reading.amounts.push(quantity as Reading['amounts'][number])
    if (kind === 'date') reading.dates.push(quantity as Reading['dates'][number])
    if (kind === 'months' || kind === 'days') reading.terms.push(quantity as Reading['terms'][number])
    if (kind === 'rate') reading.rates.push(quantity as Reading['rates'][number])
  }
  const spans = quantities.map(({ span }) => span)
  reading.rates = reading.rates.map((rate) => ({
    ...rate,
    span: spanWithPeriod(
      folded,
      rate.span,
      spans.filter((span) => span !== rate.span),
    ),
  }))
  return reading
}
