import { Id, Instant, Language, z } from '../shapes.ts'

export const RunSummary = z
  .object({
    id: Id,
    suite: z.string(),
    writer: z.enum(['composer', 'model']),
    startedAt: Instant,
    finishedAt: Instant,
    passed: z.int(),
    failed: z.int(),
    notEvaluated: z.int(),
    reviewed: z.int(),
    p95Ms: z.number(),
    hashes: z.object({
      dataset: z.string(),
      prompts: z.string(),
      policyPack: z.string(),
      engine: z.string(),
      guards: z.string(),
      model: z.string(),
    }),
  })
  .meta({ id: 'EvalRun' })

export const Check = z.object({
  name: z.string(),
  outcome: z.enum(['passed', 'failed', 'not_evaluated']),
  reason: z.string(),
})

export const RunItem = z
  .object({
    id: z.string(),
    lang: Language,
    outcome: z.enum(['passed', 'failed', 'not_evaluated']),
    input: z.string(),
    output: z.string(),
    checks: z.array(Check),
    reviews: z.array(
      z.object({
        reviewer: z.string(),
        mark: z.enum(['agree', 'disagree', 'unsure']),
        comment: z.string(),
        at: Instant,
      }),
    ),
  })
  .meta({ id: 'EvalItem' })

export const Run = RunSummary.extend({ items: z.array(RunItem) }).meta({ id: 'EvalRunWithItems' })
export const Review = z.object({
  mark: z.enum(['agree', 'disagree', 'unsure']),
  comment: z.string().max(1000).default(''),
})

export const AuditRow = z
  .object({
    id: Id,
    at: Instant,
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    seq: z.int().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditRow' })

export const ChainReport = z
  .object({
    ok: z.boolean(),
    rows: z.int(),
    sealed: z.int(),
    head: z.string().nullable(),
    broken: z.array(z.object({ seq: z.int().nullable(), why: z.string() })),
  })
  .meta({ id: 'ChainReport' })

export const StopSwitch = z
  .object({
    stopped: z.boolean(),
    since: Instant.nullable(),
    by: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'StopSwitch' })
export const SetStop = z.object({ stopped: z.boolean(), reason: z.string().trim().min(3).max(500) })
