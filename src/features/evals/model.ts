import { z } from 'zod'

/**
 * An eval run holds production functions against a dataset. Its result is a file: checks in code first, a
 * criterion an item does not state is "not evaluated", and hashes say what exactly was run. Results are
 * imported whole and never changed; people add reviews beside them.
 */
export const outcomes = ['passed', 'failed', 'not_evaluated'] as const
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

export const Check = z.object({ name: z.string(), outcome: Outcome, reason: z.string() })
export type Check = z.infer<typeof Check>

export const ItemResult = z.object({
  id: z.string(),
  lang: z.enum(['zh-Hans', 'en']),
  outcome: Outcome,
  input: z.string(),
  output: z.string(),
  checks: z.array(Check),
  ms: z.number(),
})
export type ItemResult = z.infer<typeof ItemResult>

export const Hashes = z.object({
  dataset: z.string(),
  prompts: z.string(),
  policyPack: z.string(),
  engine: z.string(),
  guards: z.string(),
  model: z.string(),
})
export type Hashes = z.infer<typeof Hashes>

export const EvalResult = z.object({
  id: z.uuid(),
  suite: z.string(),
  writer: z.enum(['composer', 'model']),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  hashes: Hashes,
  p95Ms: z.number(),
  items: z.array(ItemResult).min(1),
})
export type EvalResult = z.infer<typeof EvalResult>

/** An item passes when nothing it states failed and at least one thing was evaluated. */
export function itemOutcome(checks: readonly Check[]): Outcome {
  if (checks.some((check) => check.outcome === 'failed')) return 'failed'
  return checks.some((check) => check.outcome === 'passed') ? 'passed' : 'not_evaluated'
}

/** The value below which a share of the sorted values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
