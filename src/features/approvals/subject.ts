import canonicalize from 'canonicalize'
import { z } from 'zod'
import { sha256 } from '../../platform/vault.ts'

/**
 * Exactly what a person approves. The canonical bytes (RFC 8785) are stored, and their digest binds the
 * approval: any other word, recipient, attachment, offer, policy version or newer message is another subject.
 */
export const ApprovalSubject = z.strictObject({
  type: z.literal('ApprovalSubject/1'),
  case: z.string().nullable(),
  conversation: z.string(),
  recipient: z.string(),
  channel: z.string(),
  language: z.string(),
  text: z.string(),
  attachments: z.array(z.strictObject({ id: z.string(), sha256: z.string() })),
  offer: z.string().nullable(),
  clauses: z.array(z.string()),
  prompt: z.string(),
  model: z.string().nullable(),
  guards: z.string(),
  head: z.int(),
  expires: z.iso.datetime(),
})
export type ApprovalSubject = z.infer<typeof ApprovalSubject>

/** NFC with `\n` line ends: the form in which a text is stored, approved and delivered. */
export function normalText(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}

export function subjectBytes(subject: ApprovalSubject): string {
  const parsed = ApprovalSubject.parse({
    ...subject,
    text: normalText(subject.text),
    clauses: [...subject.clauses].sort(),
  })
  return canonicalize(parsed) ?? ''
}

export function subjectHash(bytes: string): string {
  return sha256(`parley.approval.v1\n${bytes}`)
}
