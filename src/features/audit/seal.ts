import { appendFile, readFile } from 'node:fs/promises'
import { system } from '../../platform/context.ts'
import type { Database } from '../../platform/db.ts'
import { sha256 } from '../../platform/vault.ts'

export const genesis = '0'.repeat(64)

export type ChainHead = { seq: number; hash: string }

/** Hash of one link: previous hash, position and the entry's stored text. */
export function linkHash(previous: string, seq: number, canonical: string): string {
  return sha256(`parley.audit.v1\n${previous}\n${seq}\n${canonical}`)
}

/**
 * Links the entries that have committed since the last call, oldest first, and returns the new head
 * (undefined when there was nothing to do). Any number of processes may call it; one works at a time.
 */
export async function sealAudit(db: Database, batch = 500): Promise<ChainHead | undefined> {
  return db.withActor(system('audit-sealer'), async (tx) => {
    const [lock] = await tx.query<{ ok: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('parley_audit_sealer')) as ok`,
    )
    if (!lock?.ok) return undefined
    const entries = await tx.query<{ id: string; canonical: string }>(
      `select e.id, e.canonical from app.audit_unsealed u join app.audit_entries e on e.id = u.entry_id
       order by e.id limit $1`,
      [batch],
    )
    if (entries.length === 0) return undefined
    const [last] = await tx.query<ChainHead>(
      'select seq, hash from app.audit_links order by seq desc limit 1',
    )
    let head = last ?? { seq: 0, hash: genesis }
    const rows = entries.map(({ id, canonical }) => {
      const seq = head.seq + 1
      const link = { seq, id, previous: head.hash, hash: linkHash(head.hash, seq, canonical) }
      head = { seq, hash: link.hash }
      return link
    })
    await tx.query(
      `insert into app.audit_links (seq, entry_id, previous_hash, hash)
       select * from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[])`,
      [rows.map((r) => r.seq), rows.map((r) => r.id), rows.map((r) => r.previous), rows.map((r) => r.hash)],
    )
    await tx.query('delete from app.audit_unsealed where entry_id = any ($1::uuid[])', [
      rows.map((r) => r.id),
    ])
    return head
  })
}

/** Anchors a head that was sealed by a process which died before anchoring it; never an older one. */
export async function anchorMissed(db: Database, file: string, at: Date): Promise<void> {
  const anchored = Math.max(0, ...(await readAnchors(file)).map((anchor) => anchor.seq))
  const [head] = await db.withActor(system('audit-sealer'), (tx) =>
    tx.query<ChainHead>('select seq, hash from app.audit_links order by seq desc limit 1'),
  )
  if (head && head.seq > anchored) await anchorHead(file, head, at)
}

/** Writes a head where the database cannot reach it: a chain rewritten as a whole no longer fits it. */
export async function anchorHead(file: string, head: ChainHead, at: Date): Promise<void> {
  await appendFile(file, `${JSON.stringify({ ...head, at: at.toISOString() })}\n`, { mode: 0o600 })
}

/** The anchors of a file, oldest first; none when the file does not exist. A torn last line is skipped. */
export async function readAnchors(file: string): Promise<ChainHead[]> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as ChainHead]
    } catch {
      return []
    }
  })
}
