import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { post } from '../../../platform/outbox.ts'
import { sha256 } from '../../../platform/vault.ts'
import { recordAudit } from '../../audit/record.ts'
import { readFacts } from '../front-matter.ts'
import { checkFile } from '../load-document.ts'
import { type File, formatOf } from '../read-document.ts'
import { announcePolicies } from '../take-version.ts'
import { insertIngest } from './store.ts'

/** Formats that may say their facts themselves, in front matter. */
const selfTelling = ['md', 'txt']

/**
 * Takes a file in and asks for the job that reads it; its id. What can be told at once is refused at once:
 * `too_large`, `invalid` for a format we do not read, or for facts that are missing, naming the field.
 */
export async function receiveDocument(tx: Tx, { name, bytes, facts }: File): Promise<string> {
  checkFile(name, bytes.length)
  if (bytes.length === 0) throw new AppError('invalid', `${name}: the file is empty`, { reason: 'no_text' })
  if (!selfTelling.includes(formatOf(name))) readFacts(facts ?? {})
  const id = newId()
  const hash = sha256(bytes)
  await insertIngest(tx, { id, name, hash, bytes, facts })
  await recordAudit(tx, {
    action: 'policy.document_received',
    subject: ['policy_ingest', id],
    details: { hash, bytes: bytes.length, format: formatOf(name) },
  })
  await post(tx, 'ingest-document', { ingest: id })
  await announcePolicies(tx, id)
  return id
}
