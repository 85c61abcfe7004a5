import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { recordAudit } from '../audit/record.ts'
import { Lang } from './model.ts'

/** A question policy did not answer, by the id of the message it was asked in; its words stay there. */
export const Unanswered = z.object({
  askedIn: z.uuid(),
  lang: Lang,
  coverage: z.number(),
  /** The clause that came nearest, `document-id#number`. */
  nearest: z.string().nullable(),
  askedAt: z.date(),
})
export type Unanswered = z.infer<typeof Unanswered>

/** Notes a question once, however often it is looked at. */
export async function noteUnanswered(
  tx: Tx,
  { askedIn, lang, coverage, nearest }: Omit<Unanswered, 'askedAt'>,
): Promise<void> {
  const noted = await tx.query(
    `insert into app.unanswered_questions (asked_in, lang, coverage, nearest) values ($1, $2, $3, $4)
     on conflict do nothing returning asked_in`,
    [askedIn, lang, coverage, nearest],
  )
  if (noted.length === 0) return
  await recordAudit(tx, { action: 'policy.question_unanswered', subject: ['message', askedIn] })
}

/** The newest first; for those who keep the policies. */
export async function listUnanswered(tx: Tx, limit: number): Promise<Unanswered[]> {
  const rows = await tx.query(
    `select asked_in as "askedIn", lang, coverage, nearest, asked_at as "askedAt"
     from app.unanswered_questions order by asked_at desc, asked_in limit $1`,
    [limit],
  )
  return z.array(Unanswered).parse(rows)
}

/** Takes a question off the list, when a clause now answers it or nobody need. */
export async function settleUnanswered(tx: Tx, askedIn: string): Promise<void> {
  const settled = await tx.query(
    'delete from app.unanswered_questions where asked_in = $1 returning asked_in',
    [askedIn],
  )
  if (settled.length === 0) return
  await recordAudit(tx, { action: 'policy.question_settled', subject: ['message', askedIn] })
}
