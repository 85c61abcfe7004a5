import { appendFile, readFile } from 'node:fs/promises'
import type { Clock } from '../../platform/clock.ts'
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

/**
 * Seals, and writes the newest head to `file`, where the database cannot reach it: a chain rewritten as a whole
 * no longer fits it. Call it again and again, one call at a time: what another process sealed before it died,
 * or what could not be written the last time, is anchored too. No head is anchored after a later one.
 */
export function openSealer(db: Database, file: string, clock: Clock, batch?: number): () => Promise<void> {
  let anchored: number | undefined
  let settled = false
  return async () => {
    const sealed = await sealAudit(db, batch)
    if (settled && !sealed) return
    settled = false
    const head = sealed ?? (await readHead(db))
    anchored ??= Math.max(0, ...(await readAnchors(file)).map(({ seq }) => seq))
    if (head && head.seq > anchored) {
      await appendFile(file, `${JSON.stringify({ ...head, at: clock.now().toISOString() })}\n`, {
        mode: 0o600,
      })
      anchored = head.seq
    }
    settled = true
  }
}

async function readHead(db: Database): Promise<ChainHead | undefined> {
  const [head] = await db.withActor(system('audit-sealer'), (tx) =>
    tx.query<ChainHead>('select seq, hash from app.audit_links order by seq desc limit 1'),
  )
  return head
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
