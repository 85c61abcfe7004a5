import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { OfferTerms } from '../offers/store.ts'

const Row = z.object({
  account_id: z.string(),
  terms: OfferTerms,
  in_force: z.boolean(),
})

export type PlanKept = { accountId: string; inForce: boolean; instalment: number }

/**
 * The plans a customer has taken on, by account: in force once the agreement is confirmed, before that still to come.
 * `instalment` is the largest still due on a local date, minor units; a plan with nothing left is not among them.
 */
export async function readPlansKept(tx: Tx, customerId: string, asOf: string): Promise<PlanKept[]> {
  const rows = await tx.query(
    `select o.account_id, o.terms, coalesce(g.state = 'confirmed', false) as in_force
     from app.offers o join app.cases k on k.id = o.case_id left join app.agreements g on g.offer_id = o.id
     where o.customer_id = $1 and o.state = 'accepted'
       and (g.state = 'confirmed' or k.status <> 'closed' and coalesce(g.state in ('drafted', 'delivered'), true))
     order by o.id`,
    [customerId],
  )
  return rows.flatMap((row) => {
    const { account_id, terms, in_force } = Row.parse(row)
    const instalments = terms.shape === 'down_payment' ? terms.schedule.slice(1) : terms.schedule
    const due = instalments.filter(({ date }) => date >= asOf).map(({ amount }) => amount)
    return due.length === 0
      ? []
      : [{ accountId: account_id, inForce: in_force, instalment: Math.max(...due) }]
  })
}
