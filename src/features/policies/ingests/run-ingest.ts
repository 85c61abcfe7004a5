import { type Actor, system } from '../../../platform/context.ts'
import type { Database, Tx } from '../../../platform/db.ts'
import { AppError, found } from '../../../platform/errors.ts'
import { recordAudit } from '../../audit/record.ts'
import { type CutDocument, ingestDocument } from '../ingest-document.ts'
import { loadDocument } from '../load-document.ts'
import { announcePolicies } from '../take-version.ts'
import { hasEnded, type Ingest, type IngestState } from './model.ts'
import { type Ending, endIngest, findIngest, moveIngest, readFile } from './store.ts'

/** A file that ended the process this often is not tried again. */
const mostAttempts = 3
const actor: Actor = system('ingest')
const nothing = { clauses: null, versionId: null, outcome: null, reason: null, field: null, message: null }

/**
 * Reads a received document, cuts it and files it as a draft. It may run twice and be stopped anywhere: what it
 * files and that it ended are one transaction. A document that is refused ends as `failed` with a reason; any
 * other error is thrown, so that the job is tried again.
 */
export async function runIngest(
  db: Database,
  id: string,
  tell: (state: IngestState) => void = () => {},
): Promise<Ingest> {
  const move = async (state: IngestState) => {
    tell(state)
    await db.withActor(actor, async (tx) => {
      await moveIngest(tx, id, state)
      await announcePolicies(tx, id)
    })
  }
  const ingest = await db.withActor(actor, async (tx) => found(await findIngest(tx, id), 'ingest'))
  if (hasEnded(ingest)) return ingest
  if (ingest.attempts >= mostAttempts) {
    const message = `${ingest.fileName}: reading the file was broken off ${mostAttempts} times`
    return end(db, id, async () => refusal({ reason: 'gave_up', field: null, message }))
  }
  await move('reading')
  const bytes = await db.withActor(actor, async (tx) => found(await readFile(tx, id), 'file'))
  const { fileName: name, facts } = ingest
  let moving = Promise.resolve()
  const cutting = () => {
    moving = moving.then(() => move('cutting'))
  }
  try {
    const document = await loadDocument({ name, bytes, ...(facts ? { facts } : {}) }, cutting).finally(
      () => moving,
    )
    await move('indexing')
    return await end(db, id, (tx) => file(tx, document))
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error
    const { reason, field } = error.details
    return end(db, id, async () =>
      refusal({ reason: reason ?? error.code, field: field ?? null, message: error.message }),
    )
  }
}

async function file(tx: Tx, document: CutDocument): Promise<Ending> {
  const { clauses, versionId, outcome } = await ingestDocument(tx, document)
  return { ...nothing, state: 'done', clauses, versionId, outcome }
}

function refusal(why: { reason: string; field: string | null; message: string }): Ending {
  return { ...nothing, state: 'failed', ...why }
}

/** Ends an ingest unless somebody else has: with what the work gives, in its transaction. */
async function end(db: Database, id: string, work: (tx: Tx) => Promise<Ending>): Promise<Ingest> {
  return db.withActor(actor, async (tx) => {
    const ingest = found(await findIngest(tx, id, true), 'ingest')
    if (hasEnded(ingest)) return ingest
    const ending = await work(tx)
    await endIngest(tx, id, ending)
    if (ending.reason) {
      await recordAudit(tx, {
        action: 'policy.document_refused',
        subject: ['policy_ingest', id],
        details: { hash: ingest.fileHash, reason: ending.reason },
      })
    }
    await announcePolicies(tx, id)
    return found(await findIngest(tx, id), 'ingest')
  })
}
