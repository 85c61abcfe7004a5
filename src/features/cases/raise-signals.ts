import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError, found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { storeContent } from '../customers/contents.ts'
import { careSignals, holdSignals, type Signal } from './model.ts'
import { announceCase } from './open-case.ts'
import type { Case } from './store.ts'

/**
 * Notes what a message revealed. A care signal puts collection on hold; one heard again after a clearance
 * counts anew, because the clearance was for what was known then.
 */
export async function raiseSignals(
  tx: Tx,
  of: Case,
  signals: readonly Signal[],
  messageId: string,
): Promise<void> {
  for (const signal of signals) {
    const raised = await tx.query<{ id: string }>(
      `insert into app.case_signals (id, case_id, customer_id, signal, message_id) values ($1, $2, $3, $4, $5)
       on conflict (case_id, signal) do update set message_id = excluded.message_id, raised_at = app.app_now(),
         cleared_by = null, cleared_at = null, clear_reason_id = null
       where case_signals.cleared_at is not null
       returning id`,
      [newId(), of.id, of.customer_id, signal, messageId],
    )
    if (!raised[0]) continue
    await recordAudit(tx, {
      action: 'case.signal_raised',
      subject: ['case_signal', raised[0].id],
      caseId: of.id,
      customerId: of.customer_id,
      details: { signal, message: messageId },
    })
  }
  if (
    !of.collection_hold &&
    signals.some((signal) => careSignals.includes(signal) || holdSignals.includes(signal))
  ) {
    await tx.query('update app.cases set collection_hold = true where id = $1', [of.id])
  }
}

/** A person clears a signal with a reason; without that the offers it holds stay held. */
export async function clearSignal(
  ctx: Context,
  tx: Tx,
  of: Case,
  input: { signalId: string; reason: string },
): Promise<Date> {
  if (tx.actor.kind !== 'staff') throw new AppError('forbidden', 'only a person clears a signal')
  const reasonId = await storeContent(ctx, tx, of.customer_id, input.reason)
  const rows = await tx.query<{ signal: string; cleared_at: Date }>(
    `update app.case_signals set cleared_by = $3, cleared_at = app.app_now(), clear_reason_id = $4
     where id = $1 and case_id = $2 and cleared_at is null returning signal, cleared_at`,
    [input.signalId, of.id, tx.actor.id, reasonId],
  )
  const cleared = found(rows[0], 'signal')
  await recordAudit(tx, {
    action: 'case.signal_cleared',
    subject: ['case_signal', input.signalId],
    caseId: of.id,
    customerId: of.customer_id,
    details: { signal: cleared.signal, reason: reasonId },
  })
  await announceCase(tx, of)
  return cleared.cleared_at
}
