import type { Tx } from '../../platform/db.ts'

/**
 * Tells listeners, once this transaction commits, that something of a customer's changed: topic and id, and
 * whose it is, so that only the customer and their team hear of it. Never any content.
 */
export async function announceFor(
  tx: Tx,
  customerId: string,
  topic: 'conversation' | 'case' | 'draft',
  id: string,
): Promise<void> {
  await tx.query(
    `select pg_notify('parley_changes', json_build_object('topic', $2::text, 'id', $3::text, 'customer', $1::uuid,
       'team', (select team_id from app.customers where id = $1))::text)`,
    [customerId, topic, id],
  )
}
