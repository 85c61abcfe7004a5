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

export const Claim = z.object({
  aspect: z.enum(['nature', 'cause', 'effect', 'interest', 'figure', 'history', 'risk', 'rule']),
  text: z.string(),
  amount: z.int().optional(),
  grade: EvidenceGrade.optional(),
  evidence: z.array(Evidence).min(1),
})
export type Claim = z.infer<typeof Claim>

export const Analysis = z.object({
  language: z.enum(['zh-Hans', 'en']),
  claims: z.array(Claim),
  questions: z.array(z.object({ field: z.string(), text: z.string() })),
  forces: z.array(z.object({ signal: Signal, effect: z.enum(['care', 'hold', 'route']), text: z.string() })),
})
export type Analysis = z.infer<typeof Analysis>
