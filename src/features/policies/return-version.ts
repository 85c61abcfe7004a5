import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { reopen } from './store.ts'
import { announcePolicies, takeVersion } from './take-version.ts'

export const returnReasons = ['wrong_text', 'wrong_cut', 'wrong_dates', 'wrong_audience', 'other'] as const

export const Return = z.object({
  reason: z.enum(returnReasons),
  comment: z.string(),
  returnedBy: z.uuid(),
  returnedAt: z.date(),
})
export type Return = z.infer<typeof Return>

/** Sends a submitted version back to draft and keeps why: a code that can be counted, and words for the owner. */
export async function returnVersion(
  tx: Tx,
  versionId: string,
  { reason, comment }: Pick<Return, 'reason' | 'comment'>,
  revision?: number,
): Promise<void> {
  const { version, person } = await takeVersion(tx, versionId, ['in_review'], revision)
  await reopen(tx, versionId)
  await tx.query(
    'insert into app.policy_returns (id, version_id, reason, comment, returned_by) values ($1, $2, $3, $4, $5)',
    [newId(), versionId, reason, comment, person],
  )
  await recordAudit(tx, {
    action: 'policy.returned',
    subject: ['policy_version', versionId],
    details: { document: version.documentId, version: version.version, reason },
  })
  await announcePolicies(tx, version.documentId)
}

/** Every time a version was sent back, the newest first. */
export async function listReturns(tx: Tx, versionId: string): Promise<Return[]> {
  const rows = await tx.query(
    `select reason, comment, returned_by as "returnedBy", returned_at as "returnedAt"
     from app.policy_returns where version_id = $1 order by returned_at desc, id desc`,
    [versionId],
  )
  return z.array(Return).parse(rows)
}
