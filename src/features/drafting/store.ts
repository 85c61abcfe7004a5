import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { AppError, found } from '../../platform/errors.ts'
import { recordAudit } from '../audit/record.ts'
import { Citation } from '../conversations/model.ts'
import { announceFor } from '../customers/announce.ts'
import { GuardInput } from '../guards/model.ts'

/**
 * A draft is a text the bank may send once a person has approved it. It is made by the composer, a model
 * or a person, checked by the guards after every change, and thrown away when the conversation moves on.
 */
export const draftStates = [
  'requested',
  'analysing',
  'drafting',
  'checking',
  'ready',
  'approved',
  'sent',
  'stale',
  'returned',
  'failed',
] as const
export type DraftState = (typeof draftStates)[number]

/** What the text was made from: the guard input without the text, the citations, and the hashes that made it. */
export const Basis = z.object({
  guard: GuardInput.omit({ id: true, text: true }),
  citations: z.array(Citation),
  prompt: z.string(),
  promptHash: z.string(),
  model: z.string().nullable(),
  guardVersion: z.string(),
  figures: z.array(z.object({ label: z.string(), value: z.string() })),
})
export type Basis = z.infer<typeof Basis>

export const DraftRow = z.object({
  id: z.string(),
  conversation_id: z.string(),
  case_id: z.string().nullable(),
  customer_id: z.string(),
  kind: z.enum(['staff_reply', 'offer', 'agreement']),
  state: z.enum(draftStates),
  language: z.enum(['zh-Hans', 'en']),
  writer: z.enum(['composer', 'model', 'person']),
  offer_id: z.string().nullable(),
  agreement_id: z.string().nullable(),
  content_id: z.string().nullable(),
  original_content_id: z.string().nullable(),
  attachments: z.array(z.string()),
  basis: z
    .union([Basis, z.strictObject({})])
    .transform((basis) => ('guard' in basis ? (basis as Basis) : null)),
  guard_report_id: z.string().nullable(),
  sendable: z.boolean(),
  head_seq: z.int(),
  requested_by: z.string(),
  maker_id: z.string().nullable(),
  reason: z.string().nullable(),
  /** What staff asked to be different, sealed. */
  wish_id: z.string().nullable(),
  /** What the writer was given, sealed; null where the composer wrote at once. */
  brief_id: z.string().nullable(),
  /** Why the composer wrote what a model was to write. */
  fault: z.string().nullable(),
  attempt: z.int(),
  attempt_until: z.date().nullable(),
  version: z.int(),
  created_at: z.date(),
})
export type Draft = z.infer<typeof DraftRow>

const columns = `id, conversation_id, case_id, customer_id, kind, state, language, writer, offer_id, agreement_id,
  content_id, original_content_id, attachments, basis, guard_report_id, sendable, head_seq, requested_by, maker_id,
  reason, wish_id, brief_id, fault, attempt, attempt_until, version, created_at`

export async function readDraft(tx: Tx, id: string, lock = false): Promise<Draft> {
  const rows = await tx.query(`select ${columns} from app.drafts where id = $1 ${lock ? 'for update' : ''}`, [
    id,
  ])
  return DraftRow.parse(found(rows[0], 'draft'))
}

/** The newest draft of a conversation, whatever became of it. */
export async function findLatestDraft(tx: Tx, conversationId: string): Promise<Draft | undefined> {
  const rows = await tx.query(
    `select ${columns} from app.drafts where conversation_id = $1 order by id desc limit 1`,
    [conversationId],
  )
  return rows[0] ? DraftRow.parse(rows[0]) : undefined
}

export type NewDraft = {
  id: string
  conversationId: string
  caseId: string | null
  customerId: string
  kind: Draft['kind']
  language: Draft['language']
  writer: Draft['writer']
  offerId: string | null
  agreementId: string | null
  headSeq: number
  requestedBy: string
  makerId: string | null
  wishId: string | null
} & (Written | Requested)

/** What a writer has made: the words, what they rest on and what the guards say of them. */
export type Written = {
  contentId: string
  attachments: string[]
  basis: Basis
  guardReportId: string
  sendable: boolean
}

/** A draft still to be written: its sealed brief, until when it has to be done, and whether somebody is at it. */
type Requested = { briefId: string; attemptUntil: Date; taken: boolean }

/** Keeps a draft, `ready` or `requested`; an older open one of the conversation becomes stale. */
export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  const stale = await tx.query<{ id: string; case_id: string | null }>(
    `update app.drafts set state = 'stale', version = version + 1, updated_at = app.app_now(), sendable = false
     where conversation_id = $1 and state not in ('sent', 'stale', 'returned', 'failed') returning id, case_id`,
    [draft.conversationId],
  )
  for (const older of stale) {
    await recordAudit(tx, {
      action: 'draft.stale',
      subject: ['draft', older.id],
      ...(older.case_id ? { caseId: older.case_id } : {}),
      customerId: draft.customerId,
      details: { newer: draft.id },
    })
  }
  const written = 'contentId' in draft ? draft : null
  const requested = 'briefId' in draft ? draft : null
  await tx.query(
    `insert into app.drafts (id, conversation_id, case_id, customer_id, kind, state, language, writer, offer_id,
       agreement_id, content_id, original_content_id, attachments, basis, guard_report_id, sendable, head_seq,
       requested_by, maker_id, wish_id, brief_id, attempt, attempt_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [
      draft.id,
      draft.conversationId,
      draft.caseId,
      draft.customerId,
      draft.kind,
      requested ? (requested.taken ? 'drafting' : 'requested') : 'ready',
      draft.language,
      draft.writer,
      draft.offerId,
      draft.agreementId,
      written?.contentId ?? null,
      written?.attachments ?? [],
      JSON.stringify(written?.basis ?? {}),
      written?.guardReportId ?? null,
      written?.sendable ?? false,
      draft.headSeq,
      draft.requestedBy,
      draft.makerId,
      draft.wishId,
      requested?.briefId ?? null,
      requested?.taken === false ? 0 : 1,
      requested?.attemptUntil.toISOString() ?? null,
    ],
  )
  await announceFor(tx, draft.customerId, 'draft', draft.id)
}

/** Takes a draft to write until an instant: the attempt that is named then is the only one that may finish it. */
export async function leaseDraft(tx: Tx, draft: Draft, until: Date): Promise<Draft> {
  await tx.query(
    `update app.drafts set state = 'drafting', attempt = attempt + 1, attempt_until = $2, version = version + 1,
       updated_at = app.app_now() where id = $1`,
    [draft.id, until.toISOString()],
  )
  await announceFor(tx, draft.customer_id, 'draft', draft.id)
  return readDraft(tx, draft.id)
}

/** The words of a draft that was being written: it is ready for a person. */
export async function finishDraft(
  tx: Tx,
  draft: Draft,
  written: Written & { writer: Draft['writer']; fault: string | null },
): Promise<void> {
  await tx.query(
    `update app.drafts set state = 'ready', writer = $2, content_id = $3, original_content_id = $3, basis = $4,
       guard_report_id = $5, sendable = $6, fault = $7, attempt_until = null, version = version + 1,
       updated_at = app.app_now() where id = $1`,
    [
      draft.id,
      written.writer,
      written.contentId,
      JSON.stringify(written.basis),
      written.guardReportId,
      written.sendable,
      written.fault,
    ],
  )
  await announceFor(tx, draft.customer_id, 'draft', draft.id)
}

/** Drafts whose writer did not come back in time. */
export async function readExpired(tx: Tx): Promise<Draft[]> {
  const rows = await tx.query(
    `select ${columns} from app.drafts where state in ('requested', 'analysing', 'drafting', 'checking')
       and attempt_until < app.app_now() order by id limit 100 for update skip locked`,
  )
  return rows.map((row) => DraftRow.parse(row))
}

/** Refuses a write that was based on an older version, telling what stands now. */
export function expectVersion(draft: Draft, version: number): void {
  if (draft.version === version) return
  throw new AppError('conflict', 'somebody changed the draft meanwhile', {
    reason: 'version',
    extra: { version: draft.version, state: draft.state, holder: draft.maker_id },
  })
}

export async function moveDraft(tx: Tx, draft: Draft, state: DraftState, reason?: string): Promise<Draft> {
  await tx.query(
    `update app.drafts set state = $2, reason = coalesce($3, reason), version = version + 1,
       sendable = sendable and $2 not in ('stale', 'returned', 'failed'), updated_at = app.app_now() where id = $1`,
    [draft.id, state, reason],
  )
  await announceFor(tx, draft.customer_id, 'draft', draft.id)
  return { ...draft, state, version: draft.version + 1 }
}
