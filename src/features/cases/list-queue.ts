import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { CaseKind, Signal, Stage } from './model.ts'

/** One line of the desk's queue: a conversation that has a case or waits for a person. */
export const QueueRow = z.object({
  conversation_id: z.string(),
  case_id: z.string().nullable(),
  customer_id: z.string(),
  kind: CaseKind.nullable(),
  stage: Stage.nullable(),
  language: z.enum(['zh-Hans', 'en']),
  hand_off: z.enum(['bot', 'requested', 'queued', 'joined', 'ended']),
  signals: z.array(Signal),
  waiting_since: z.date().nullable(),
  due_at: z.date().nullable(),
  assignee: z.string().nullable(),
  draft_state: z.string().nullable(),
  approvals: z.int(),
  updated_at: z.date(),
})
export type QueueRow = z.infer<typeof QueueRow>

/** What waits for the reader's teams, the most urgent first: asking for a person, then by due time. */
export async function listQueue(tx: Tx, limit = 200): Promise<QueueRow[]> {
  const rows = await tx.query(
    `select c.id as conversation_id, k.id as case_id, c.customer_id, k.kind, k.stage, c.language, c.hand_off,
       coalesce((select array_agg(s.signal order by s.id) from app.case_signals s
         where s.case_id = k.id and s.cleared_at is null), '{}') as signals,
       (select m.created_at from app.messages m where m.conversation_id = c.id and m.seq = c.head_seq
         and not exists (select from app.messages r where r.conversation_id = c.id and r.seq > c.head_seq
           and r.kind in ('staff_reply', 'offer', 'agreement'))) as waiting_since,
       k.due_at, k.assignee, d.state as draft_state, c.updated_at,
       (select count(*) from app.approvals a where a.draft_id = d.id)::integer as approvals
     from app.conversations c
     left join lateral (select * from app.cases k where k.conversation_id = c.id order by k.id desc limit 1) k on true
     left join lateral (select d.id, d.state from app.drafts d where d.conversation_id = c.id
       order by d.id desc limit 1) d on true
     where (k.id is not null and k.status <> 'closed') or c.hand_off in ('requested', 'queued', 'joined')
     order by (c.hand_off in ('requested', 'queued')) desc, k.due_at nulls last, c.updated_at desc
     limit $1`,
    [limit],
  )
  return rows.map((row) => QueueRow.parse(row))
}
