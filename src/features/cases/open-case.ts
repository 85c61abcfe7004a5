import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { announceFor } from '../customers/announce.ts'
import type { CaseKind, Stage } from './model.ts'
import { type Case, findOpenCase, readCase } from './store.ts'

/** Opens a case on a conversation; a second open one is never made: the first is returned. */
export async function openCase(
  tx: Tx,
  input: { customerId: string; conversationId: string; teamId: string; kind: CaseKind; dueAt: Date },
): Promise<Case> {
  const open = await findOpenCase(tx, input.conversationId)
  if (open) return open
  const id = newId()
  await tx.query(
    `insert into app.cases (id, customer_id, conversation_id, team_id, kind, stage, due_at, collection_hold)
     values ($1, $2, $3, $4, $5, 'first_contact', $6, false)`,
    [id, input.customerId, input.conversationId, input.teamId, input.kind, input.dueAt],
  )
  await recordAudit(tx, {
    action: 'case.opened',
    subject: ['case', id],
    caseId: id,
    customerId: input.customerId,
    details: { kind: input.kind, conversation: input.conversationId },
  })
  const made = await readCase(tx, id)
  await announceCase(tx, made)
  return made
}

const forward: Record<Stage, readonly Stage[]> = {
  first_contact: ['analysis'],
  analysis: ['proposal', 'first_contact'],
  proposal: ['agreement', 'analysis'],
  agreement: ['follow_up', 'proposal', 'analysis'],
  follow_up: ['proposal', 'analysis'],
  closed: [],
}

export function mayMove(from: Stage, to: Stage): boolean {
  return forward[from].includes(to)
}

/** Moves a locked case to a stage it may go to; being there already is no change. */
export async function moveCase(tx: Tx, of: Case, to: Stage, dueAt?: Date | null): Promise<Case> {
  if (of.stage === to) return of
  if (!mayMove(of.stage, to)) throw new AppError('conflict', `a case does not go from ${of.stage} to ${to}`)
  await tx.query('update app.cases set stage = $2, due_at = $3, version = version + 1 where id = $1', [
    of.id,
    to,
    dueAt === undefined ? of.due_at : dueAt,
  ])
  await recordAudit(tx, {
    action: 'case.moved',
    subject: ['case', of.id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { from: of.stage, to, version: of.version + 1 },
  })
  await announceCase(tx, of)
  return { ...of, stage: to, version: of.version + 1 }
}

export type CloseReason = 'resolved' | 'withdrawn' | 'no_agreement' | 'duplicate'

export async function closeCase(tx: Tx, of: Case, reason: CloseReason): Promise<void> {
  if (of.status === 'closed') throw new AppError('conflict', 'the case is closed already')
  await tx.query(
    `update app.cases set stage = 'closed', status = 'closed', close_reason = $2, closed_at = app.app_now(),
       due_at = null, version = version + 1 where id = $1`,
    [of.id, reason],
  )
  await recordAudit(tx, {
    action: 'case.closed',
    subject: ['case', of.id],
    caseId: of.id,
    customerId: of.customer_id,
    details: { reason, from: of.stage },
  })
  await announceCase(tx, of)
}

export async function announceCase(tx: Tx, of: Pick<Case, 'id' | 'customer_id'>): Promise<void> {
  await announceFor(tx, of.customer_id, 'case', of.id)
}
