import { HandOff, Id, Instant, Language, Message, Section, z } from '../shapes.ts'

export const DemoCustomer = z.object({
  ref: z.string(),
  name: z.string(),
  language: Language,
  about: z.object({ 'zh-Hans': z.string(), en: z.string() }),
})

export const Session = z
  .object({
    customer: z.object({ name: z.string(), language: Language }),
    bank: z.object({
      name: z.object({ 'zh-Hans': z.string(), en: z.string() }),
      hotline: z.string(),
      aiNotice: z.object({ 'zh-Hans': z.string(), en: z.string() }),
    }),
    demo: z.boolean(),
    expiresAt: Instant,
  })
  .meta({ id: 'CustomerSession' })

export const Conversation = z
  .object({
    id: Id,
    language: Language,
    verified: z.boolean(),
    handOff: HandOff,
    stage: z.string().nullable(),
    lastSeq: z.int(),
    typing: z.boolean().meta({ description: 'the assistant is preparing an answer' }),
  })
  .meta({ id: 'CustomerConversation' })

export const OpenConversation = z.object({ language: Language })
export const PostMessage = z.object({ text: z.string().trim().min(1).max(4000) })
export const Posted = z.object({ id: Id, seq: z.int(), createdAt: Instant })
export const Messages = z.object({ messages: z.array(Message) })

export const Verification = z.object({
  id: Id,
  expiresAt: Instant,
  demoCode: z.string().optional().meta({ description: 'shown only with demo accounts' }),
})
export const ConfirmCode = z.object({ code: z.string().regex(/^\d{6}$/) })
export const Decline = z.object({ reason: z.string().max(500).optional() })
export const Counter = z.object({ text: z.string().trim().min(1).max(4000) })

export const CostStatement = z
  .object({
    id: Id,
    offerId: Id,
    sections: z.array(Section),
    minimumReadingSeconds: z.int(),
    openedAt: Instant,
    confirmedAt: Instant.nullable(),
  })
  .meta({ id: 'CostStatement' })

export const Confirm = z.object({ consent: z.literal(true), language: Language })
export const Feedback = z.object({ helpful: z.boolean(), reason: z.string().max(500).optional() })
export const Rating = z.object({ score: z.int().min(1).max(5), comment: z.string().max(1000).optional() })
