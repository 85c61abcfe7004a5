import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { auditActions } from './actions.ts'

const Code = z
  .string()
  .max(200)
  .regex(/^[\w.:#/+=@-]*$/, 'audit rows hold ids and codes, never free text')
const Name = z.string().regex(/^[a-z_]+$/)

/** Details hold ids, codes, numbers, versions and digests: a free sentence does not fit. */
const Detail = z.union([z.number(), z.boolean(), z.null(), Code])

export const AuditEntry = z.strictObject({
  action: z.enum(auditActions),
  subject: z.tuple([Name, Code]),
  caseId: z.string().optional(),
  customerId: z.string().optional(),
  details: z.record(Name, z.union([Detail, z.array(Detail)])).optional(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/**
 * Writes one audit row in the caller's transaction; a malformed entry throws and so undoes the change
 * it was to record. The canonical text (RFC 8785) is stored as written and is what the chain covers.
 */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { action, subject, caseId, customerId, details } = AuditEntry.parse(entry)
  const id = newId()
  const actorId = tx.actor.kind === 'system' ? tx.actor.job : tx.actor.id
  const at = tx.now.toISOString()
  const canonical = canonicalize({
    id,
    at,
    actor: [tx.actor.kind, actorId],
    action,
    subject,
    case: caseId ?? null,
    customer: customerId ?? null,
    details: details ?? {},
  })
  await tx.query(
    `insert into app.audit_entries (id, at, actor_kind, actor_id, action, subject_kind, subject_id,
       case_id, customer_id, canonical) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, at, tx.actor.kind, actorId, action, subject[0], subject[1], caseId, customerId, canonical],
  )
}
