import { clash, codeOf, type Tx } from '../../platform/db.ts'
import { AppError, found } from '../../platform/errors.ts'
import type { Version, VersionState } from './model.ts'
import { lockVersion } from './store.ts'

/**
 * A version for a person to change, locked. Refused: to the system (`forbidden`), to whoever does not keep policies
 * (`not_found`), in another state than those named, and when it has changed since the `revision` the person saw
 * (`conflict`, reason the state or `version`).
 */
export async function takeVersion(
  tx: Tx,
  versionId: string,
  states: readonly VersionState[],
  revision?: number,
): Promise<{ version: Version; person: string }> {
  const { actor } = tx
  if (actor.kind !== 'staff') throw new AppError('forbidden', 'only a person moves a policy version')
  const version = found(await lockVersion(tx, versionId).catch(refused), 'policy version')
  if (revision !== undefined && revision !== version.revision) {
    throw new AppError('conflict', 'the version was changed meanwhile', {
      reason: 'version',
      extra: { revision: version.revision, state: version.state },
    })
  }
  if (!states.includes(version.state)) {
    throw new AppError('conflict', `the version is ${version.state}`, { reason: version.state })
  }
  return { version, person: actor.id }
}

/** Tells every open page that something of a document has changed; heard once the transaction commits. */
export async function announcePolicies(tx: Tx, documentId: string): Promise<void> {
  await tx.query(`select pg_notify('parley_changes', $1)`, [
    JSON.stringify({ topic: 'policies', id: documentId }),
  ])
}

function refused(error: unknown): never {
  throw codeOf(error) === clash.privilege ? new AppError('forbidden', 'not a keeper of policies') : error
}
