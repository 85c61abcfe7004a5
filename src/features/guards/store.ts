import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { sealValue, valueOpener } from '../customers/contents.ts'
import { Finding, type GuardReport } from './model.ts'

type WithVault = Pick<Context, 'vault'>

/**
 * Keeps what the guards said of one exact content; the database lets nothing out without such a report.
 * Findings quote the text, so they are sealed like it.
 */
export async function storeReport(
  ctx: WithVault,
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
      await sealValue(ctx, tx, input.customerId, input.report.findings),
      input.clauseRefs,
    ],
  )
  return id
}

export async function readReport(ctx: WithVault, tx: Tx, id: string): Promise<GuardReport> {
  const [row] = await tx.query<{ customer_id: string; sendable: boolean; findings: Buffer }>(
    'select customer_id, sendable, findings from app.guard_reports where id = $1',
    [id],
  )
  const { customer_id, sendable, findings } = found(row, 'guard report')
  const open = await valueOpener(ctx, tx, customer_id)
  return { sendable, findings: Finding.array().parse(open(findings)) }
}
