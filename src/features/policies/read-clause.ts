import type { Tx } from '../../platform/db.ts'
import type { Clause } from './model.ts'
import { findClause, findClauseInVersion } from './store.ts'

/**
 * Resolves a citation, `document-id#number`, as of a local date: the clause of the version then in force, or
 * undefined when there was none or the reader may not see it. With `knownAt`, as far as had been published by
 * that instant: what the bank could know when it acted.
 */
export async function readClause(
  tx: Tx,
  clauseId: string,
  asOf: string,
  knownAt?: Date,
): Promise<Clause | undefined> {
  return findClause(tx, clauseId, asOf, knownAt)
}

/** Resolves a citation pinned to a version, as agreements and sent messages hold them. */
export async function readPinnedClause(
  tx: Tx,
  clauseId: string,
  versionId: string,
): Promise<Clause | undefined> {
  return findClauseInVersion(tx, clauseId, versionId)
}
