import { z } from 'zod'
import { EvidenceGrade, Signal } from '../cases/model.ts'

/**
 * A problem analysis says what a case is about. Every claim points at a message, a record or a clause;
 * what is not known is a question, never a guess.
 */
export const Evidence = z.discriminatedUnion('from', [
  z.object({ from: z.literal('message'), messageId: z.string(), quote: z.string() }),
  z.object({ from: z.literal('record'), record: z.string(), label: z.string() }),
  z.object({ from: z.literal('clause'), ref: z.string() }),
])
export type Evidence = z.infer<typeof Evidence>

/** A value a claim states: money in minor units, rates in basis points, dates local, codes of the labels. */
export const ClaimValue = z.object({
  is: z.enum(['amount', 'rate', 'days', 'months', 'count', 'date', 'code', 'text']),
  value: z.union([z.number(), z.string()]),
  /** The English of a text that has one, such as a product's name. */
  en: z.string().optional(),
})
export type ClaimValue = z.infer<typeof ClaimValue>

const Both = z.object({ 'zh-Hans': z.string(), en: z.string() })
export type Both = z.infer<typeof Both>

export const Claim = z.object({
  aspect: z.enum(['nature', 'cause', 'effect', 'interest', 'figure', 'history', 'risk', 'rule']),
  /** Which statement it is, with its values: the same claim in any language, and for other programs. */
  code: z.string().default(''),
  values: z.record(z.string(), ClaimValue).default({}),
  /** In the conversation's language, and in both. */
  text: z.string(),
  texts: Both.optional(),
  amount: z.int().optional(),
  grade: EvidenceGrade.optional(),
  evidence: z.array(Evidence).min(1),
})
export type Claim = z.infer<typeof Claim>

export const Analysis = z.object({
  language: z.enum(['zh-Hans', 'en']),
  claims: z.array(Claim),
  questions: z.array(z.object({ field: z.string(), text: z.string(), texts: Both.optional() })),
  forces: z.array(
    z.object({
      signal: Signal,
      effect: z.enum(['care', 'hold', 'route']),
      text: z.string(),
      texts: Both.optional(),
    }),
  ),
})
export type Analysis = z.infer<typeof Analysis>
