import { clash, codeOf, type Tx } from '../../platform/db.ts'
import { AppError, found } from '../../platform/errors.ts'
import { recordAudit } from '../audit/record.ts'
import { countVersion } from './index-clauses.ts'
import type { Version, VersionState } from './model.ts'
import { findOverlapping, lockVersion, publish, submit, supersedeBefore, withdraw } from './store.ts'

const overlapCode = '23P01'

/** Puts a draft before a second person. */
export async function submitVersion(tx: Tx, versionId: string): Promise<void> {
  const { version, person } = await take(tx, versionId, ['draft'])
  await submit(tx, versionId, person)
  await record(tx, 'policy.submitted', version)
}

/**
 * Publishes a submitted version: refused (`forbidden`, reason `second_person`) to whoever submitted it. An
 * earlier version still in force ends on the day this one begins; any other overlap is a `conflict`.
 */
export async function publishVersion(tx: Tx, versionId: string): Promise<void> {
  const { version, person } = await take(tx, versionId, ['in_review'])
  if (version.submittedBy === person) {
    throw new AppError('forbidden', 'a second person publishes', { reason: 'second_person' })
  }
  const gaveWay = await supersedeBefore(tx, version.documentId, version.effectiveFrom)
  const [other] = await findOverlapping(tx, version.documentId, version.effectiveFrom, version.effectiveTo)
  if (other) throw overlap(`version ${other.version} is in force in the same period`)
  try {
    await publish(tx, versionId, person)
  } catch (error) {
    throw codeOf(error) === overlapCode ? overlap('another version was published meanwhile') : error
  }
  for (const id of gaveWay) await countVersion(tx, version.lang, id, -1)
  await countVersion(tx, version.lang, versionId, 1)
  await record(tx, 'policy.published', version, { superseded: gaveWay })
}

/** Takes a version out of use; what it was cited for keeps resolving by version. */
export async function withdrawVersion(tx: Tx, versionId: string): Promise<void> {
  const states: VersionState[] = ['draft', 'in_review', 'published', 'superseded']
  const { version, person } = await take(tx, versionId, states)
  await withdraw(tx, versionId, person)
  if (version.state === 'published') await countVersion(tx, version.lang, versionId, -1)
  await record(tx, 'policy.withdrawn', version)
}

async function take(tx: Tx, versionId: string, states: VersionState[]) {
  const { actor } = tx
  if (actor.kind !== 'staff') throw new AppError('forbidden', 'only a person moves a policy version')
  const version = found(await lockVersion(tx, versionId).catch(refused), 'policy version')
  if (!states.includes(version.state)) {
    throw new AppError('conflict', `the version is ${version.state}`, { reason: version.state })
  }
  return { version, person: actor.id }
}

function refused(error: unknown): never {
  throw codeOf(error) === clash.privilege ? new AppError('forbidden', 'not a keeper of policies') : error
}

function overlap(message: string): AppError {
  return new AppError('conflict', message, { reason: 'overlap' })
}

type Action = 'policy.submitted' | 'policy.published' | 'policy.withdrawn'

async function record(tx: Tx, action: Action, version: Version, more: { superseded?: string[] } = {}) {
  await recordAudit(tx, {
    action,
    subject: ['policy_version', version.id],
    details: { document: version.documentId, version: version.version, ...more },
  })
}
