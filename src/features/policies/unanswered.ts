import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordAudit } from '../audit/record.ts'
import { Lang } from './model.ts'

/** A question policy did not answer, once however often it was asked in the same words. */
export const Unanswered = z.object({
  /** The message it was last asked in. */
  askedIn: z.uuid(),
  /** What was asked, masked; null where only the message is known. */
  question: z.string().nullable(),
  lang: Lang,
  coverage: z.number(),
  /** The clause that came nearest, `document-id#number`. */
  nearest: z.string().nullable(),
  times: z.int(),
  askedAt: z.date(),
  settledAt: z.date().nullable(),
  settledWith: z.string().nullable(),
})
export type Unanswered = z.infer<typeof Unanswered>
export type NewUnanswered = Pick<Unanswered, 'askedIn' | 'lang' | 'coverage' | 'nearest'> & {
  /** As `maskQuestion` leaves it. */
  question: string
}

/** Notes a question once, however often it is looked at. */
export async function noteUnanswered(tx: Tx, noted: NewUnanswered): Promise<void> {
  const { askedIn, question, lang, coverage, nearest } = noted
  const added = await tx.query(
    `insert into app.unanswered_questions (asked_in, question, lang, coverage, nearest)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning asked_in`,
    [askedIn, question || null, lang, coverage, nearest],
  )
  if (added.length === 0) return
  await recordAudit(tx, { action: 'policy.question_unanswered', subject: ['message', askedIn] })
}

/** The open ones, or those settled; the newest first; for those who keep the policies. */
export async function listUnanswered(tx: Tx, limit: number, settled = false): Promise<Unanswered[]> {
  const rows = await tx.query(
    `select (array_agg(asked_in order by asked_at desc, asked_in))[1] as "askedIn", question, lang,
       (array_agg(coverage order by asked_at desc, asked_in))[1] as coverage,
       (array_agg(nearest order by asked_at desc, asked_in))[1] as nearest,
       count(*)::integer as times, max(asked_at) as "askedAt", max(settled_at) as "settledAt",
       max(settled_with) as "settledWith"
     from app.unanswered_questions where (settled_at is not null) = $2
     group by lang, question, coalesce(question, asked_in::text)
     order by max(asked_at) desc, 1 limit $1`,
    [limit, settled],
  )
  return z.array(Unanswered).parse(rows)
}

/**
 * Takes a question off the list, in all the places it was asked in the same words: a document now answers it, or
 * (null) nobody need. Refused to whoever does not keep policies (`not_found`).
 */
export async function settleUnanswered(tx: Tx, askedIn: string, documentId: string | null): Promise<void> {
  const person = tx.actor.kind === 'staff' ? tx.actor.id : null
  const settled = await tx.query(
    `update app.unanswered_questions u set settled_at = app.app_now(), settled_by = $2, settled_with = $3
     from app.unanswered_questions asked
     where asked.asked_in = $1 and u.settled_at is null
       and (u.asked_in = asked.asked_in or (u.question = asked.question and u.lang = asked.lang))
     returning u.asked_in`,
    [askedIn, person, documentId],
  )
  if (settled.length === 0) throw new AppError('not_found', 'no open question')
  await recordAudit(tx, {
    action: 'policy.question_settled',
    subject: ['message', askedIn],
    details: { document: documentId, times: settled.length },
  })
}
