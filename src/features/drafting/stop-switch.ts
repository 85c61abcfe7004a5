import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'

export type StopState = { stopped: boolean; since: Date | null; by: string | null; reason: string | null }

/** Whether machine answers and machine drafts are stopped, and by whom. */
export async function readStopSwitch(tx: Tx): Promise<StopState> {
  const [row] = await tx.query<{ stopped: boolean; set_at: Date; set_by: string; reason: string }>(
    'select stopped, set_at, set_by, reason from app.stop_switch order by id desc limit 1',
  )
  return row
    ? { stopped: row.stopped, since: row.set_at, by: row.set_by, reason: row.reason }
    : { stopped: false, since: null, by: null, reason: null }
}

/** Compliance stops the machine, or lets it go on; people keep working either way (rule A1). */
export async function setStopSwitch(tx: Tx, input: { stopped: boolean; reason: string }): Promise<StopState> {
  if (tx.actor.kind !== 'staff') throw new AppError('forbidden', 'only compliance stops the machine')
  await tx.query('insert into app.stop_switch (id, stopped, reason, set_by) values ($1, $2, $3, $4)', [
    newId(),
    input.stopped,
    input.reason,
    tx.actor.id,
  ])
  await recordAudit(tx, {
    action: 'stop_switch.set',
    subject: ['stop_switch', 'machine'],
    details: { stopped: input.stopped },
  })
  return readStopSwitch(tx)
}
