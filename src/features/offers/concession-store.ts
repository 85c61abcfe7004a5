import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { PlanRequest, PriorWaiver } from './model.ts'
import { reciprocationKinds } from './reciprocation.ts'
import { OfferTerms, offerStates } from './store.ts'

const Concession = z.object({
  round: z.int(),
  request: PlanRequest.nullable(),
  inside: z.boolean().nullable(),
  rules: z.array(z.string()),
  received: z.enum(reciprocationKinds).nullable(),
  table_value: z.int().nullable(),
  given: z.int(),
  held_by: z.array(z.string()),
  warnings: z.array(z.string()),
})
export type Concession = z.infer<typeof Concession>

/** Writes down who gave what for what in one run of the engine; values are minor units to the bank. Never changed. */
export async function insertConcession(
  tx: Tx,
  of: { setId: string; caseId: string; customerId: string; accountId: string },
  made: Concession,
): Promise<void> {
  await tx.query(
    `insert into app.concessions (offer_set_id, case_id, customer_id, account_id, round, request, inside, rules,
       received, table_value, given, held_by, warnings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      of.setId,
      of.caseId,
      of.customerId,
      of.accountId,
      made.round,
      made.request === null ? null : JSON.stringify(made.request),
      made.inside,
      made.rules,
      made.received,
      made.table_value,
      made.given,
      made.held_by,
      made.warnings,
    ],
  )
}

export async function findConcession(tx: Tx, setId: string): Promise<Concession | undefined> {
  const rows = await tx.query(
    `select round, request, inside, rules, received, table_value, given, held_by, warnings
     from app.concessions where offer_set_id = $1`,
    [setId],
  )
  return rows[0] && Concession.parse(rows[0])
}

const Exchange = z.object({
  offer_id: z.string(),
  offer_set_id: z.string(),
  case_id: z.string(),
  state: z.enum(offerStates),
  sent_at: z.date(),
  terms: OfferTerms,
  /** Value to the bank, minor units. */
  value: z.int(),
  /** What was asked when it was worked out; null for runs older than the record of concessions. */
  request: PlanRequest.nullable(),
  received: z.enum(reciprocationKinds).nullable(),
  warnings: z.array(z.string()).nullable(),
})
export type Exchange = z.infer<typeof Exchange>

/** Every offer on a debt that was put to the customer since an instant, oldest first, in whichever case it was. */
export async function readExchanges(tx: Tx, accountId: string, since: Date): Promise<Exchange[]> {
  const rows = await tx.query(
    `select o.id as offer_id, o.offer_set_id, o.case_id, o.state, o.sent_at, o.terms,
       (s.result -> 'offers' -> o.ord ->> 'pv')::bigint as value, c.request, c.received, c.warnings
     from app.offers o
     join app.offer_sets s on s.id = o.offer_set_id
     left join app.concessions c on c.offer_set_id = s.id
     where s.account_id = $1 and o.sent_at > $2
     order by o.sent_at, o.id`,
    [accountId, since.toISOString()],
  )
  return rows.map((row) => Exchange.parse(row))
}

/**
 * What was waived for a customer before, so that limits count it too (rules.md 7): plans accepted since an instant, and
 * of every other open case the most that is on its table, for two requests side by side weigh like one whole.
 */
export async function readPriorWaivers(
  tx: Tx,
  of: { customerId: string; caseId: string; since: Date; zone: string },
): Promise<PriorWaiver[]> {
  const rows = await tx.query<{ date: string; waived: unknown }>(
    `with counted as (
       select o.id, o.case_id, o.state, o.terms -> 'waived' as waived, o.accepted_at,
         coalesce(o.accepted_at, app.app_now()) as at
       from app.offers o join app.cases k on k.id = o.case_id
       where o.customer_id = $1 and (
         o.state = 'accepted' and o.accepted_at > $3
         or o.case_id <> $2 and k.status <> 'closed' and (
           o.state in ('sent', 'countered') and o.valid_until > app.app_now()
           or o.state = 'proposed' and o.offer_set_id = (
             select s.id from app.offer_sets s where s.case_id = o.case_id order by s.id desc limit 1)))),
     heaviest as (
       select distinct on (case_id, state = 'accepted') at, waived,
         case_id, state = 'accepted' as settled
       from counted
       order by case_id, state = 'accepted', (waived ->> 'fees')::bigint + (waived ->> 'default_charges')::bigint
         + (waived ->> 'interest')::bigint + (waived ->> 'principal')::bigint desc)
     select (at at time zone $4)::date as date, waived from heaviest h
     where settled or not exists (select from heaviest a where a.case_id = h.case_id and a.settled)
     order by at`,
    [of.customerId, of.caseId, of.since.toISOString(), of.zone],
  )
  return rows
    .map((row) => PriorWaiver.parse({ date: row.date, ...(row.waived as object) }))
    .filter((waiver) => waiver.fees + waiver.default_charges + waiver.interest + waiver.principal > 0)
}
