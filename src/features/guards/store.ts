import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { Finding, type GuardReport } from './model.ts'

/** Keeps what the guards said of one exact content; the database lets nothing out without such a report. */
export async function storeReport(
  tx: Tx,
  input: {
    customerId: string
    contentId: string
    guardVersion: string
    report: GuardReport
    clauseRefs: string[]
  },
): Promise<string> {
  const id = newId()
  await tx.query(
    `insert into app.guard_reports (id, customer_id, content_id, guard_version, sendable, findings, clause_refs)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      input.customerId,
      input.contentId,
      input.guardVersion,
      input.report.sendable,
      JSON.stringify(input.report.findings),
      input.clauseRefs,
    ],
  )
  return id
}

export async function readReport(tx: Tx, id: string): Promise<GuardReport> {
  const [row] = await tx.query<{ sendable: boolean; findings: unknown[] }>(
    'select sendable, findings from app.guard_reports where id = $1',
    [id],
  )
  const { sendable, findings } = found(row, 'guard report')
  return { sendable, findings: findings.map((finding) => Finding.parse(finding)) }
}
