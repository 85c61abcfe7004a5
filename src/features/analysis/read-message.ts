import { detectLanguage, type Language } from '../../platform/language/detect-language.ts'
import { type Quantity, readQuantities, type Span } from '../../platform/language/quantities.ts'
import type { Intent, Signal } from '../cases/model.ts'
import { readIntents } from './read-intents.ts'
import { readSignals } from './read-signals.ts'

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
 * `at` is the message's ISO instant with offset, against which relative dates are read.
 */
export function readMessage({ text, at }: { text: string; at: string }): Reading {
  const quantities = readQuantities(text, at)
  const signals = readSignals(text)
  return {
    language: detectLanguage(text),
    intents: readIntents(text, signals, quantities),
    signals,
    ...sort(quantities),
  }
}

function sort(quantities: Quantity[]): Pick<Reading, 'amounts' | 'dates' | 'terms' | 'rates'> {
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
  return reading
}
