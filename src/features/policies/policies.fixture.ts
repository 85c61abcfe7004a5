import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { sha256 } from '../../platform/vault.ts'
import type { Keepers } from './bench-retrieval.ts'
import { readMarkdownBlocks } from './blocks.ts'
import { cutClauses } from './cut-clauses.ts'
import { type DocumentFacts, readFacts } from './front-matter.ts'
import { type CutDocument, ingestDocument } from './ingest-document.ts'
import { publishVersion, submitVersion } from './publish-version.ts'

export const filing: Actor = { kind: 'system', job: 'ingest' }
export const someCustomer = (): Actor => ({ kind: 'customer', id: newId() })

/** A member of staff of the role, of this test alone. */
export async function addStaff(db: Database, role: string): Promise<Actor & { kind: 'staff' }> {
  const id = newId()
  await db.withActor(filing, (tx) =>
    tx.query(
      `insert into app.staff (id, email, name, role, language, demo) values ($1, $2, 'Test', $3, 'en', true)`,
      [id, `${id}@heheng.example`, role],
    ),
  )
  return { kind: 'staff', id, role }
}

export async function addKeepers(db: Database): Promise<Keepers> {
  return { owner: await addStaff(db, 'policy_owner'), reviewer: await addStaff(db, 'compliance') }
}

/** A small document; `facts` overrides, `text` is Markdown. */
export function cutDocument(facts: Partial<DocumentFacts> & { id: string }, text: string): CutDocument {
  const read = readFacts({
    title: 'Test policy',
    lang: 'en',
    audience: 'public',
    version: 1,
    effective_from: '2026-01-01',
    owner: 'Test',
    ...facts,
  })
  const contentHash = sha256(JSON.stringify([facts, text]))
  return { facts: read, clauses: cutClauses(readMarkdownBlocks(text), read.title), contentHash }
}

export async function fileAndPublish(
  db: Database,
  { owner, reviewer }: Keepers,
  document: CutDocument,
): Promise<string> {
  const { versionId } = await db.withActor(filing, (tx) => ingestDocument(tx, document))
  await db.withActor(owner, (tx) => submitVersion(tx, versionId))
  await db.withActor(reviewer, (tx) => publishVersion(tx, versionId))
  return versionId
}
