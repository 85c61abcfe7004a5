import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import type { CutClause } from './cut-clauses.ts'
import type { DocumentFacts } from './front-matter.ts'
import { countClause, indexRow, meanLengths } from './index-clauses.ts'
import { insertClauses, lockCorpus, saveCorpus } from './index-store.ts'
import { findVersion, findVersionByHash, insertVersion, replaceDraft, saveDocument } from './store.ts'

/** A document read and cut, not yet stored. */
export type CutDocument = {
  facts: DocumentFacts
  clauses: CutClause[]
  /** SHA-256 of the file, hexadecimal. */
  contentHash: string
}
export type Ingested = { versionId: string; clauses: number; outcome: 'added' | 'replaced' | 'unchanged' }

const batch = 250

/**
 * Files a document's version as a draft. The same content again changes nothing; other content under the
 * number of a draft replaces it; under the number of anything later it is refused (`conflict`).
 */
export async function ingestDocument(tx: Tx, document: CutDocument): Promise<Ingested> {
  const { facts, clauses, contentHash } = document
  if (clauses.length === 0) throw new AppError('invalid', 'the document has no text to cite')
  await saveDocument(tx, facts.id, facts.owner)
  const same = await findVersionByHash(tx, facts.id, contentHash)
  if (same) return { versionId: same.id, clauses: clauses.length, outcome: 'unchanged' }
  const taken = await findVersion(tx, facts.id, facts.version)
  if (taken && taken.state !== 'draft') {
    throw new AppError('conflict', `version ${facts.version} of ${facts.id} is ${taken.state} already`, {
      reason: 'version_taken',
    })
  }
  const id = taken?.id ?? newId()
  const by = tx.actor.kind === 'system' ? tx.actor.job : tx.actor.id
  const version = { id, facts, source: facts.sources.join('\n'), contentHash, by: `${tx.actor.kind}:${by}` }
  await (taken ? replaceDraft(tx, version) : insertVersion(tx, version))
  await fileClauses(tx, id, facts, clauses)
  await recordAudit(tx, {
    action: 'policy.ingested',
    subject: ['policy_version', id],
    details: { document: facts.id, version: facts.version, clauses: clauses.length, hash: contentHash },
  })
  return { versionId: id, clauses: clauses.length, outcome: taken ? 'replaced' : 'added' }
}

async function fileClauses(tx: Tx, versionId: string, facts: DocumentFacts, clauses: CutClause[]) {
  const corpus = await lockCorpus(tx, facts.lang)
  // The first document of a language sets its mean lengths; later ones keep them until they drift.
  const first = corpus.clauses === 0
  const means = first ? meanLengths(clauses.map(countClause)) : corpus.means
  if (first) await saveCorpus(tx, { ...corpus, means })
  for (let start = 0; start < clauses.length; start += batch) {
    const rows = clauses.slice(start, start + batch).map((clause, i) => ({
      id: newId(),
      clause_id: `${facts.id}#${clause.number}`,
      ordinal: start + i,
      number: clause.number,
      heading: clause.heading,
      path: clause.path,
      body: clause.body,
      page: clause.page,
      is_table: clause.isTable,
      check_by_eye: clause.checkByEye,
      ...indexRow(countClause(clause), means),
    }))
    await insertClauses(tx, versionId, corpus.generation, rows)
  }
}
