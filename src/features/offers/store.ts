import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { Authority, StaffRole } from '../identity/model.ts'
import type { Offer } from './model.ts'

export const offerStates = [
  'proposed',
  'sent',
  'accepted',
  'declined',
  'countered',
  'expired',
  'withdrawn',
] as const

const Row = z.object({ date: z.string(), amount: z.int(), principal: z.int(), interest: z.int() })

/** The part of an offer that a customer may see, kept with the offer itself. */
export const OfferTerms = z.object({
  shape: z.string(),
  months: z.int(),
  schedule: z.array(Row),
  total: z.int(),
  financed: z.int(),
  waived: z.object({ fees: z.int(), default_charges: z.int(), interest: z.int(), principal: z.int() }),
  plan_rate_bp: z.number(),
  apr_nominal_bp: z.number(),
  apr_effective_bp: z.number(),
})
export type OfferTerms = z.infer<typeof OfferTerms>

export const OfferRow = z.object({
  id: z.string(),
  offer_set_id: z.string(),
  case_id: z.string(),
  customer_id: z.string(),
  /** The debt it is a plan for: whatever is written about the offer speaks of this account. */
  account_id: z.string(),
  ord: z.int(),
  terms: OfferTerms,
  authority: Authority,
  approvals: z.int(),
  second_role: StaffRole.nullable(),
  state: z.enum(offerStates),
  valid_until: z.date().nullable(),
  sent_at: z.date().nullable(),
  accepted_at: z.date().nullable(),
  version: z.int(),
})
export type OfferRow = z.infer<typeof OfferRow>

const columns = `id, offer_set_id, case_id, customer_id, account_id, ord, terms, authority, approvals, second_role, state,
  valid_until, sent_at, accepted_at, version`

export async function readOffer(tx: Tx, id: string, lock = false): Promise<OfferRow> {
  const rows = await tx.query(`select ${columns} from app.offers where id = $1 ${lock ? 'for update' : ''}`, [
    id,
  ])
  return OfferRow.parse(found(rows[0], 'offer'))
}

export async function readOffers(
  tx: Tx,
  by: { ids?: string[]; setId?: string; caseId?: string },
): Promise<OfferRow[]> {
  const rows = await tx.query(
    `select ${columns} from app.offers
     where ($1::uuid[] is null or id = any ($1)) and ($2::uuid is null or offer_set_id = $2)
       and ($3::uuid is null or case_id = $3)
     order by id`,
    [by.ids, by.setId, by.caseId],
  )
  return rows.map((row) => OfferRow.parse(row))
}

export type OfferSet = {
  id: string
  case_id: string
  customer_id: string
  outcome: 'offers' | 'empty' | 'refused'
  result: unknown
  parameters_version: string
  parameters_hash: string
  /** Null for runs older than the column. */
  account_id: string | null
  asked_by: string | null
  created_at: Date
}

export async function findLatestSet(tx: Tx, caseId: string): Promise<OfferSet | undefined> {
  const rows = await tx.query<OfferSet>(
    `select id, case_id, customer_id, outcome, result, parameters_version, parameters_hash, account_id, asked_by, created_at
     from app.offer_sets where case_id = $1 order by id desc limit 1`,
    [caseId],
  )
  return rows[0]
}

/**
 * Keeps one run of the engine whole, and each offer of it with what a customer may see. Only `system:proposal` may: the
 * database refuses everybody else, staff included, so nobody writes the authority of their own offer.
 */
export async function insertOfferSet(
  tx: Tx,
  input: {
    caseId: string
    customerId: string
    accountId: string
    /** The member of staff who asked, and the content that says why the schedule is left; null when the machine ran. */
    askedBy: string | null
    reasonId: string | null
    inputId: string
    result: { outcome: OfferSet['outcome']; offers?: Offer[]; parameters: { version: string; hash: string } }
    /** How many must approve an offer of an authority, and in which role the second. */
    approvals: (authority: Authority) => { approvals: 1 | 2; second: string | null }
  },
): Promise<string> {
  const id = newId()
  await tx.query(
    `insert into app.offer_sets (id, case_id, customer_id, outcome, input_id, result, parameters_version,
       parameters_hash, account_id, asked_by, reason_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      input.caseId,
      input.customerId,
      input.result.outcome,
      input.inputId,
      JSON.stringify(input.result),
      input.result.parameters.version,
      input.result.parameters.hash,
      input.accountId,
      input.askedBy,
      input.reasonId,
    ],
  )
  for (const [ord, offer] of (input.result.offers ?? []).entries()) {
    await tx.query(
      `insert into app.offers (id, offer_set_id, case_id, customer_id, account_id, ord, terms, authority,
         approvals, second_role) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        id,
        input.caseId,
        input.customerId,
        input.accountId,
        ord,
        JSON.stringify(OfferTerms.parse(offer)),
        offer.authority,
        input.approvals(offer.authority).approvals,
        input.approvals(offer.authority).second,
      ],
    )
  }
  return id
}

export async function moveOffer(
  tx: Tx,
  offer: OfferRow,
  state: OfferRow['state'],
  validUntil?: Date,
): Promise<OfferRow> {
  await tx.query(
    validUntil
      ? 'update app.offers set state = $2, version = version + 1, valid_until = $3 where id = $1'
      : 'update app.offers set state = $2, version = version + 1 where id = $1',
    [offer.id, state, ...(validUntil ? [validUntil.toISOString()] : [])],
  )
  return { ...offer, state, version: offer.version + 1, valid_until: validUntil ?? offer.valid_until }
}

/** The largest instalment that is not the down payment, in minor units. */
export function largestInstalment(terms: OfferTerms): number {
  const rows = terms.shape === 'down_payment' ? terms.schedule.slice(1) : terms.schedule
  return Math.max(...rows.map((row) => row.amount))
}

export function downPaymentOf(terms: OfferTerms): number {
  return terms.shape === 'down_payment' ? terms.schedule[0]!.amount : 0
}
