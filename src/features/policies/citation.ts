import type { Tx } from '../../platform/db.ts'
import type { Clause } from './model.ts'
import { readPinnedClause } from './read-clause.ts'

/** Names one clause of one version for good, as messages and drafts keep it: `version-id document-id#number`. */
export function refOf(clause: Pick<Clause, 'versionId' | 'clauseId'>): string {
  return `${clause.versionId} ${clause.clauseId}`
}

/** The clauses behind references, by reference; one the reader may not see is left out. */
export async function resolveRefs(tx: Tx, refs: readonly string[]): Promise<Map<string, Clause>> {
  const resolved = new Map<string, Clause>()
  for (const ref of new Set(refs)) {
    const [versionId, clauseId] = ref.split(' ')
    const clause = versionId && clauseId ? await readPinnedClause(tx, clauseId, versionId) : undefined
    if (clause) resolved.set(ref, clause)
  }
  return resolved
}
