import { z } from 'zod'
import { Intent, intents, Signal, signals } from '../cases/model.ts'
import type { Reading } from './read-message.ts'

const Span = z.tuple([z.int().min(0), z.int().min(0)])

/**
 * What a model may say of a message, for structured output: the shape of `read` (contracts.md). Spans are optional,
 * because models count badly; labels outside the vocabulary are dropped rather than refused.
 */
export const ModelReading = z.object({
  intents: z
    .array(z.string().meta({ enum: [...intents] }))
    .transform((names) => names.filter((name) => isIntent(name))),
  signals: z
    .array(z.string().meta({ enum: [...signals] }))
    .transform((names) => names.filter((name) => isSignal(name))),
  amounts: z.array(z.object({ minor: z.int(), currency: z.string(), span: Span.optional() })).default([]),
  dates: z.array(z.object({ date: z.iso.date(), span: Span.optional() })).default([]),
  terms: z
    .array(
      z.union([
        z.object({ months: z.int().positive(), span: Span.optional() }),
        z.object({ days: z.int().positive(), span: Span.optional() }),
      ]),
    )
    .default([]),
  rates: z
    .array(z.object({ bp: z.number(), per: z.enum(['year', 'month', 'day', 'once']), span: Span.optional() }))
    .default([]),
})
export type ModelReading = z.infer<typeof ModelReading>

const isIntent = (name: string): name is Intent => Intent.safeParse(name).success
const isSignal = (name: string): name is Signal => Signal.safeParse(name).success

/** Intents that say nothing was asked; they give way to any other. */
const empty: readonly Intent[] = ['thanks_or_smalltalk', 'out_of_scope']

/**
 * One reading of two: numbers, dates, terms, rates and language are the deterministic ones whatever the model says;
 * signals are those of either (recall first); intents those of either, within the vocabulary. A model that failed is
 * `null`, and the deterministic reading stands.
 */
export function mergeReadings(deterministic: Reading, fromModel: ModelReading | null): Reading {
  if (!fromModel) return deterministic
  const raised = new Set<string>([...deterministic.signals, ...fromModel.signals])
  if (raised.has('harassment_claim')) raised.add('complains')
  const meant = new Set<string>([...deterministic.intents, ...fromModel.intents])
  if (raised.has('wants_person')) meant.add('wants_person')
  if (raised.has('complains')) meant.add('complaint')
  if (intents.some((intent) => meant.has(intent) && !empty.includes(intent)))
    for (const intent of empty) meant.delete(intent)
  return {
    ...deterministic,
    intents: intents.filter((intent) => meant.has(intent)),
    signals: signals.filter((signal) => raised.has(signal)),
  }
}
