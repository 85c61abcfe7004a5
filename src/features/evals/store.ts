import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { AppError, found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { sha256 } from '../../platform/vault.ts'
import { recordAudit } from '../audit/record.ts'
import { Check, EvalResult, Hashes, Outcome } from './model.ts'

/** Takes in a result file once: the same bytes again change nothing. Returns the run's id. */
export async function importResult(tx: Tx, bytes: string): Promise<{ id: string; isNew: boolean }> {
  const result = EvalResult.parse(JSON.parse(bytes))
  const digest = sha256(bytes)
  const [known] = await tx.query<{ id: string }>('select id from app.eval_runs where result_sha256 = $1', [
    digest,
  ])
  if (known) return { id: known.id, isNew: false }
  await tx.query(
    `insert into app.eval_runs (id, suite, writer, started_at, finished_at, hashes, p95_ms, result_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      result.id,
      result.suite,
      result.writer,
      result.startedAt,
      result.finishedAt,
      JSON.stringify(result.hashes),
      result.p95Ms,
      digest,
    ],
  )
  for (const item of result.items) {
    await tx.query(
      `insert into app.eval_items (run_id, item_id, lang, outcome, input, output, checks)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [result.id, item.id, item.lang, item.outcome, item.input, item.output, JSON.stringify(item.checks)],
    )
  }
  await recordAudit(tx, {
    action: 'eval.imported',
    subject: ['eval_run', result.id],
    details: { result: digest },
  })
  await tx.query(`select pg_notify('parley_changes', $1)`, [JSON.stringify({ topic: 'runs', id: result.id })])
  return { id: result.id, isNew: true }
}

const RunRow = z.object({
  id: z.string(),
  suite: z.string(),
  writer: z.enum(['composer', 'model']),
  started_at: z.date(),
  finished_at: z.date(),
  hashes: Hashes,
  p95_ms: z.coerce.number(),
  passed: z.int(),
  failed: z.int(),
  not_evaluated: z.int(),
  reviewed: z.int(),
})
export type RunRow = z.infer<typeof RunRow>

/** Runs, newest first, with their counts. */
export async function readRuns(tx: Tx, id?: string): Promise<RunRow[]> {
  const rows = await tx.query(
    `select r.id, r.suite, r.writer, r.started_at, r.finished_at, r.hashes, r.p95_ms,
       (count(*) filter (where i.outcome = 'passed'))::integer as passed,
       (count(*) filter (where i.outcome = 'failed'))::integer as failed,
       (count(*) filter (where i.outcome = 'not_evaluated'))::integer as not_evaluated,
       (count(*) filter (where exists (select from app.eval_reviews v
         where v.run_id = i.run_id and v.item_id = i.item_id)))::integer as reviewed
     from app.eval_runs r join app.eval_items i on i.run_id = r.id
     where $1::uuid is null or r.id = $1
     group by r.id order by r.started_at desc limit 200`,
    [id],
  )
  return rows.map((row) => RunRow.parse(row))
}

export async function readRun(tx: Tx, id: string): Promise<RunRow> {
  return found((await readRuns(tx, id))[0], 'run')
}

const ItemRow = z.object({
  item_id: z.string(),
  lang: z.enum(['zh-Hans', 'en']),
  outcome: Outcome,
  input: z.string(),
  output: z.string(),
  checks: z.array(Check),
  reviews: z.array(
    z.object({
      reviewer: z.string(),
      mark: z.enum(['agree', 'disagree', 'unsure']),
      comment: z.string(),
      at: z.string(),
    }),
  ),
})

export async function readItems(tx: Tx, runId: string): Promise<z.infer<typeof ItemRow>[]> {
  const rows = await tx.query(
    `select i.item_id, i.lang, i.outcome, i.input, i.output, i.checks,
       coalesce((select jsonb_agg(jsonb_build_object('reviewer', s.name, 'mark', v.mark, 'comment', v.comment,
         'at', to_char(v.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.id)
         from app.eval_reviews v join app.staff s on s.id = v.reviewer_id
         where v.run_id = i.run_id and v.item_id = i.item_id), '[]') as reviews
     from app.eval_items i where i.run_id = $1
     order by case i.outcome when 'failed' then 0 when 'not_evaluated' then 1 else 2 end, i.item_id`,
    [runId],
  )
  return rows.map((row) => ItemRow.parse(row))
}

/** A compliance officer marks an item; marks are added, never changed. */
export async function reviewItem(
  tx: Tx,
  input: { runId: string; itemId: string; mark: 'agree' | 'disagree' | 'unsure'; comment: string },
): Promise<void> {
  if (tx.actor.kind !== 'staff' || tx.actor.role !== 'compliance') {
    throw new AppError('forbidden', 'only compliance reviews eval items')
  }
  const items = await tx.query('select item_id from app.eval_items where run_id = $1 and item_id = $2', [
    input.runId,
    input.itemId,
  ])
  found(items[0], 'item')
  const id = newId()
  await tx.query(
    `insert into app.eval_reviews (id, run_id, item_id, reviewer_id, mark, comment) values ($1, $2, $3, $4, $5, $6)`,
    [id, input.runId, input.itemId, tx.actor.id, input.mark, input.comment],
  )
  await recordAudit(tx, {
    action: 'eval.reviewed',
    subject: ['eval_review', id],
    details: { run: input.runId, mark: input.mark },
  })
  await tx.query(`select pg_notify('parley_changes', $1)`, [
    JSON.stringify({ topic: 'runs', id: input.runId }),
  ])
}
