import { z } from 'zod'

/**
 * A conversation is one thread with one customer over one channel. The customer and the bank add messages;
 * `seq` orders them, and the head is the `seq` of the customer's newest. Nothing here knows what a case is.
 */
export const handOffStates = ['bot', 'requested', 'queued', 'joined', 'ended'] as const
export type HandOffState = (typeof handOffStates)[number]

export const ConversationRow = z.object({
  id: z.string(),
  customer_id: z.string(),
  channel: z.enum(['web', 'app', 'phone', 'email']),
  language: z.enum(['zh-Hans', 'en']),
  hand_off: z.enum(handOffStates),
  hand_off_at: z.date().nullable(),
  joined_by: z.string().nullable(),
  verified_until: z.date().nullable(),
  last_seq: z.int(),
  head_seq: z.int(),
  version: z.int(),
  created_at: z.date(),
  updated_at: z.date(),
})
export type Conversation = z.infer<typeof ConversationRow>

export const messageKinds = [
  'inbound',
  'staff_reply',
  'offer',
  'agreement',
  'reminder',
  'assistant_answer',
  'notice',
] as const

export const Citation = z.object({ marker: z.string(), ref: z.string() })
export type Citation = z.infer<typeof Citation>

export const MessageRow = z.object({
  id: z.string(),
  conversation_id: z.string(),
  seq: z.int(),
  direction: z.enum(['in', 'out']),
  kind: z.enum(messageKinds),
  author_kind: z.enum(['customer', 'staff', 'system']),
  author_id: z.string(),
  content_id: z.string().nullable(),
  notice: z.string().nullable(),
  language: z.enum(['zh-Hans', 'en']),
  ai_written: z.boolean(),
  citations: z.array(Citation),
  action: z.string().nullable(),
  offer_id: z.string().nullable(),
  agreement_id: z.string().nullable(),
  in_reply_to: z.string().nullable(),
  created_at: z.date(),
})
export type MessageRow = z.infer<typeof MessageRow>

/** A message with its words; a notice has none of its own, its code says which fixed sentence to show. */
export type Message = MessageRow & { text: string }

export function isVerified(conversation: Conversation, now: Date): boolean {
  return conversation.verified_until !== null && conversation.verified_until > now
}
