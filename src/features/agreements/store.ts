import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { readText } from '../customers/contents.ts'
import { LetterText } from './letter-text.ts'

/**
 * An agreement is what an accepted offer becomes in writing: composed from engine values, approved by a
 * person, delivered, and confirmed by the customer under verified identity. Its bytes are rendered once.
 */
export const AgreementRow = z.object({
  id: z.string(),
  case_id: z.string(),
  customer_id: z.string(),
  offer_id: z.string(),
  number: z.string(),
  state: z.enum(['drafted', 'delivered', 'confirmed', 'broken', 'completed', 'cancelled']),
  text_id: z.string(),
  pdf_zh_id: z.string(),
  pdf_en_id: z.string(),
  pdf_zh_sha256: z.string(),
  pdf_en_sha256: z.string(),
  confirmed_at: z.date().nullable(),
})
export type AgreementRow = z.infer<typeof AgreementRow>

const columns = `id, case_id, customer_id, offer_id, number, state, text_id, pdf_zh_id, pdf_en_id, pdf_zh_sha256,
  pdf_en_sha256, confirmed_at`

export async function readAgreement(tx: Tx, id: string, lock = false): Promise<AgreementRow> {
  const rows = await tx.query(
    `select ${columns} from app.agreements where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  )
  return AgreementRow.parse(found(rows[0], 'agreement'))
}

export async function findAgreement(
  tx: Tx,
  by: { offerId: string } | { caseId: string },
): Promise<AgreementRow | undefined> {
  const [column, value] = 'offerId' in by ? ['offer_id', by.offerId] : ['case_id', by.caseId]
  const rows = await tx.query(
    `select ${columns} from app.agreements where ${column} = $1 order by id desc limit 1`,
    [value],
  )
  return rows[0] ? AgreementRow.parse(rows[0]) : undefined
}

/** Both language texts of an agreement or a cost statement, as stored. */
export const LetterPair = z.object({ 'zh-Hans': LetterText, en: LetterText })
export type LetterPair = z.infer<typeof LetterPair>

export async function readLetterPair(
  ctx: Pick<Context, 'vault'>,
  tx: Tx,
  contentId: string,
): Promise<LetterPair> {
  return LetterPair.parse(JSON.parse(await readText(ctx, tx, contentId)))
}
