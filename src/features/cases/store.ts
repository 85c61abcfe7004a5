import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { sealValue, valueOpener } from '../customers/contents.ts'
import { CaseKind, EvidenceGrade, holdSignals, Signal, Stage } from './model.ts'

export const CaseRow = z.object({
  id: z.string(),
  customer_id: z.string(),
  conversation_id: z.string(),
  team_id: z.string(),
  kind: CaseKind,
  stage: Stage,
  status: z.enum(['open', 'on_hold', 'closed']),
  collection_hold: z.boolean(),
  assignee: z.string().nullable(),
  due_at: z.date().nullable(),
  version: z.int(),
  opened_at: z.date(),
})
export type Case = z.infer<typeof CaseRow>

const columns = `id, customer_id, conversation_id, team_id, kind, stage, status, collection_hold, assignee, due_at,
  version, opened_at`

export async function readCase(tx: Tx, id: string, lock = false): Promise<Case> {
  const rows = await tx.query(`select ${columns} from app.cases where id = $1 ${lock ? 'for update' : ''}`, [
    id,
  ])
  return CaseRow.parse(found(rows[0], 'case'))
}

/** The open case of a conversation, if there is one. */
export async function findOpenCase(tx: Tx, conversationId: string): Promise<Case | undefined> {
  const rows = await tx.query(
    `select ${columns} from app.cases where conversation_id = $1 and status <> 'closed'`,
    [conversationId],
  )
  return rows[0] ? CaseRow.parse(rows[0]) : undefined
}

export async function findLatestCase(tx: Tx, conversationId: string): Promise<Case | undefined> {
  const rows = await tx.query(
    `select ${columns} from app.cases where conversation_id = $1 order by id desc limit 1`,
    [conversationId],
  )
  return rows[0] ? CaseRow.parse(rows[0]) : undefined
}

export type FactValue = number | string
export type CaseFact = {
  id: string
  name: string
  value: FactValue
  grade: EvidenceGrade
  messageId: string | null
}

/** The newest figure of each name known in the case. */
export async function readFacts(ctx: Pick<Context, 'vault'>, tx: Tx, of: Case): Promise<CaseFact[]> {
  const rows = await tx.query<{
    id: string
    name: string
    sealed: Buffer
    grade: string
    message_id: string | null
  }>(
    `select distinct on (name) id, name, sealed, grade, message_id from app.case_facts
     where case_id = $1 order by name, id desc`,
    [of.id],
  )
  if (rows.length === 0) return []
  const open = await valueOpener(ctx, tx, of.customer_id)
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      value: z.union([z.number(), z.string()]).parse(open(row.sealed)),
      grade: EvidenceGrade.parse(row.grade),
      messageId: row.message_id,
    }))
    .sort((a, b) => a.id.localeCompare(b.id))
}

export async function sealFact(
  ctx: Pick<Context, 'vault'>,
  tx: Tx,
  of: Case,
  value: FactValue,
): Promise<Buffer> {
  return sealValue(ctx, tx, of.customer_id, value)
}

export const CaseSignal = z.object({
  id: z.string(),
  signal: Signal,
  message_id: z.string().nullable(),
  raised_at: z.date(),
  cleared_at: z.date().nullable(),
})
export type CaseSignal = z.infer<typeof CaseSignal>

export async function readSignals(tx: Tx, caseId: string): Promise<CaseSignal[]> {
  const rows = await tx.query(
    'select id, signal, message_id, raised_at, cleared_at from app.case_signals where case_id = $1 order by id',
    [caseId],
  )
  return rows.map((row) => CaseSignal.parse(row))
}

/** The signal that holds every offer of a case, if one does: no offer is drafted or approved past it. */
export async function findHold(tx: Tx, caseId: string): Promise<Signal | undefined> {
  return (await readSignals(tx, caseId)).find(
    ({ signal, cleared_at }) => cleared_at === null && holdSignals.includes(signal),
  )?.signal
}
