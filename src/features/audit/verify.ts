import { system } from '../../platform/context.ts'
import type { Database, Tx } from '../../platform/db.ts'
import { type ChainHead, genesis, linkHash } from './seal.ts'

export type ChainReport = {
  ok: boolean
  /** Entries in the table; `rows − sealed` are still unlinked. */
  rows: number
  sealed: number
  head: string | null
  broken: { seq: number | null; why: string }[]
}

type Link = {
  seq: number
  previous_hash: string
  hash: string
  entry_id: string
  entry: (Record<string, string | null> & { canonical: string }) | null
}

/**
 * Walks the whole chain and holds it against the anchors kept outside the database. Finds an entry that
 * was edited, removed, re-ordered or slipped in, and a chain that was cut short or rewritten.
 */
export async function verifyAudit(db: Database, anchors: ChainHead[], page = 1000): Promise<ChainReport> {
  return db.withActor(system('audit-verifier'), async (tx) => {
    const broken: ChainReport['broken'] = []
    const anchorAt = new Map(anchors.toReversed().map((anchor) => [anchor.seq, anchor.hash]))
    let head: ChainHead = { seq: 0, hash: genesis }
    for (;;) {
      const links = await readLinks(tx, head.seq, page)
      if (links.length === 0) break
      for (const link of links) {
        broken.push(...faults(link, head, anchorAt.get(link.seq)))
        head = { seq: link.seq, hash: link.hash }
      }
    }
    const newest = anchors.toSorted((a, b) => a.seq - b.seq).at(-1)
    if (newest && newest.seq > head.seq) {
      broken.push({ seq: newest.seq, why: `the anchor knows ${newest.seq} links, the chain has ${head.seq}` })
    }
    const { rows, sealed, adrift } = await count(tx)
    if (adrift > 0) broken.push({ seq: null, why: `${adrift} entries are neither linked nor waiting to be` })
    return { ok: broken.length === 0, rows, sealed, head: head.seq ? head.hash : null, broken }
  })
}

async function readLinks(tx: Tx, after: number, page: number): Promise<Link[]> {
  return tx.query<Link>(
    `select l.seq, l.previous_hash, l.hash, l.entry_id,
       case when e.id is not null then jsonb_build_object('id', e.id,
         'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'actor_kind', e.actor_kind, 'actor_id', e.actor_id, 'action', e.action,
         'subject_kind', e.subject_kind, 'subject_id', e.subject_id, 'case_id', e.case_id,
         'customer_id', e.customer_id, 'canonical', e.canonical) end as entry
     from app.audit_links l left join app.audit_entries e on e.id = l.entry_id
     where l.seq > $1 order by l.seq limit $2`,
    [after, page],
  )
}

function faults(link: Link, head: ChainHead, anchored: string | undefined): ChainReport['broken'] {
  const say = (why: string) => ({ seq: link.seq, why })
  const out: ChainReport['broken'] = []
  if (link.seq !== head.seq + 1) out.push(say(`links ${head.seq + 1} to ${link.seq - 1} are missing`))
  if (link.previous_hash !== head.hash) out.push(say('does not follow the link before it'))
  if (anchored !== undefined && anchored !== link.hash) out.push(say('differs from the anchor kept outside'))
  if (!link.entry) return [...out, say('its entry is gone')]
  if (linkHash(link.previous_hash, link.seq, link.entry.canonical) !== link.hash) {
    out.push(say('its entry was changed after sealing'))
  }
  const told = columnsOf(link.entry.canonical)
  for (const [column, value] of Object.entries(told)) {
    if (link.entry[column] !== value) out.push(say(`column ${column} contradicts the sealed text`))
  }
  if (told.id !== link.entry_id) out.push(say('points at another entry'))
  return out
}

/** What the columns of an entry must say, by its canonical text. */
function columnsOf(canonical: string): Record<string, string | null> {
  try {
    const told = JSON.parse(canonical)
    return {
      id: told.id,
      at: told.at,
      actor_kind: told.actor[0],
      actor_id: told.actor[1],
      action: told.action,
      subject_kind: told.subject[0],
      subject_id: told.subject[1],
      case_id: told.case,
      customer_id: told.customer,
    }
  } catch {
    return { id: null }
  }
}

async function count(tx: Tx): Promise<{ rows: number; sealed: number; adrift: number }> {
  const [row] = await tx.query<{ rows: number; sealed: number; adrift: number }>(
    `select (select count(*) from app.audit_entries) as rows,
            (select count(*) from app.audit_links) as sealed,
            (select count(*) from app.audit_entries e
              where not exists (select from app.audit_links l where l.entry_id = e.id)
                and not exists (select from app.audit_unsealed u where u.entry_id = e.id)) as adrift`,
  )
  return row!
}
