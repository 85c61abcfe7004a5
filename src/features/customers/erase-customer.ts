import type { Context } from '../../platform/context.ts'
import { system } from '../../platform/context.ts'
import { found } from '../../platform/errors.ts'
import { recordAudit } from '../audit/record.ts'

/**
 * Destroys the customer's key after retention: everything sealed under it is noise from then on, while
 * every row, every hash and the audit chain stay as they were.
 */
export async function eraseCustomer(ctx: Context, customerId: string): Promise<void> {
  await ctx.db.withActor(system('erasure'), async (tx) => {
    const rows = await tx.query<{ customer_id: string }>(
      `update app.customer_keys set wrapped = null, destroyed_at = app.app_now()
       where customer_id = $1 and wrapped is not null returning customer_id`,
      [customerId],
    )
    found(rows[0], 'customer')
    await recordAudit(tx, { action: 'customer.erased', subject: ['customer', customerId], customerId })
  })
}
