import { codeOf, type Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordAudit } from '../audit/record.ts'
import { whyNotPublish } from './allowed-moves.ts'
import { countVersion } from './index-clauses.ts'
import type { Version } from './model.ts'
import { findOverlapping, publish, submit, supersedeBefore, withdraw } from './store.ts'
import { announcePolicies, takeVersion } from './take-version.ts'

const overlapCode = '23P01'

/** Puts a draft before a second person. `revision`: the one the person saw, see `takeVersion`. */
export async function submitVersion(tx: Tx, versionId: string, revision?: number): Promise<void> {
  const { version, person } = await takeVersion(tx, versionId, ['draft'], revision)
  await submit(tx, versionId, person)
  await record(tx, 'policy.submitted', version)
}

/**
 * Publishes a submitted version: refused (`forbidden`) to whoever submitted it (reason `second_person`) or
 * wrote it (`own_words`). An earlier version still in force ends on the day this one begins; any other overlap is a
 * `conflict`.
 */
export async function publishVersion(tx: Tx, versionId: string, revision?: number): Promise<void> {
  const { version, person } = await takeVersion(tx, versionId, ['in_review'], revision)
  const why = whyNotPublish(version, person)
  if (why) {
    throw new AppError('forbidden', 'somebody who neither wrote nor submitted it publishes', { reason: why })
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
export async function withdrawVersion(tx: Tx, versionId: string, revision?: number): Promise<void> {
  const states = ['draft', 'in_review', 'published', 'superseded'] as const
  const { version, person } = await takeVersion(tx, versionId, states, revision)
  await withdraw(tx, versionId, person)
  if (version.state === 'published') await countVersion(tx, version.lang, versionId, -1)
  await record(tx, 'policy.withdrawn', version)
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
  await announcePolicies(tx, version.documentId)
}
