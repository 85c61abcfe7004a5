import type { Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordAudit } from '../audit/record.ts'
import { announceFor } from '../customers/announce.ts'
import { authorityRank } from '../identity/model.ts'
import type { Draft } from './store.ts'

const leaseSeconds = 60

/** Whether a role may take a draft from whoever is editing it. */
export function mayTakeOver(role: string): boolean {
  return role === 'lead' || role === 'manager'
}

/** Refuses whoever only reads: drafts are worked on by those who approve them. */
export function expectEditor({ actor }: Tx): void {
  if (actor.kind !== 'staff') throw new AppError('forbidden', 'only staff edit drafts')
  if (actor.role !== 'risk' && authorityRank(actor.role) === 0)
    throw new AppError('forbidden', `the role ${actor.role} edits no drafts`, { reason: 'no_authority' })
}

export type Lease = { holderId: string; holder: string; until: Date }

/** Who is editing a draft now, if anybody is. */
export async function findLease(tx: Tx, draftId: string): Promise<Lease | undefined> {
  const [row] = await tx.query<{ holder_id: string; name: string; until: Date }>(
    `select l.holder_id, s.name, l.until from app.draft_leases l join app.staff s on s.id = l.holder_id
     where l.draft_id = $1 and l.until > app.app_now()`,
    [draftId],
  )
  return row && { holderId: row.holder_id, holder: row.name, until: row.until }
}

/**
 * Takes or renews a draft for editing, a minute at a time. Held by somebody else it is a `conflict` that names
 * them; a lead or manager may take it over by saying so (`take`). Only a draft that waits for a person is edited.
 */
export async function takeLease(
  tx: Tx,
  draft: Pick<Draft, 'id' | 'customer_id' | 'case_id' | 'state'>,
  take: boolean,
): Promise<Lease> {
  expectEditor(tx)
  const actor = tx.actor as Extract<Actor, { kind: 'staff' }>
  if (draft.state !== 'ready') {
    throw new AppError('conflict', `a draft that is ${draft.state} cannot be edited`, { reason: 'state' })
  }
  const held = await findLease(tx, draft.id)
  if (held && held.holderId !== actor.id && !(take && mayTakeOver(actor.role))) throw heldBy(held)
  const until = new Date(tx.now.getTime() + leaseSeconds * 1000)
  await tx.query(
    `insert into app.draft_leases (draft_id, customer_id, holder_id, until) values ($1, $2, $3, $4)
     on conflict (draft_id) do update set holder_id = excluded.holder_id, until = excluded.until`,
    [draft.id, draft.customer_id, actor.id, until.toISOString()],
  )
  if (held?.holderId !== actor.id) {
    await recordAudit(tx, {
      action: 'draft.lease_taken',
      subject: ['draft', draft.id],
      ...(draft.case_id ? { caseId: draft.case_id } : {}),
      customerId: draft.customer_id,
      details: held ? { from: held.holderId } : {},
    })
    await announceFor(tx, draft.customer_id, 'draft', draft.id)
  }
  return (await findLease(tx, draft.id))!
}

/** Gives a draft back before the minute is over; nothing happens when it was not held. */
export async function leaveLease(
  tx: Tx,
  draft: Pick<Draft, 'id' | 'customer_id' | 'case_id'>,
): Promise<void> {
  const left = await tx.query('delete from app.draft_leases where draft_id = $1 returning draft_id', [
    draft.id,
  ])
  if (left.length === 0) return
  await recordAudit(tx, {
    action: 'draft.lease_left',
    subject: ['draft', draft.id],
    ...(draft.case_id ? { caseId: draft.case_id } : {}),
    customerId: draft.customer_id,
  })
  await announceFor(tx, draft.customer_id, 'draft', draft.id)
}

/** Refuses a write on a draft that somebody else is editing. */
export async function expectLease(tx: Tx, draftId: string): Promise<void> {
  const held = await findLease(tx, draftId)
  if (held && tx.actor.kind === 'staff' && held.holderId !== tx.actor.id) throw heldBy(held)
}

function heldBy({ holder, until }: Lease): AppError {
  return new AppError('conflict', `${holder} is editing this draft`, {
    reason: 'lease',
    extra: { holder, until: until.toISOString() },
  })
}
