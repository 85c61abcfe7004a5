import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import {
  type Check,
  type EvalResult,
  type ItemResult,
  itemOutcome,
  percentile,
} from '../features/evals/model.ts'
import { guardVersion } from '../features/guards/check-text.ts'
import { system } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { sha256 } from '../platform/vault.ts'
import { offerParameters } from './propose-offers.ts'
import { type Story, today } from './story.ts'

/** One suite: a dataset, the production task run on each item, and checks in code on what came out. */
export type Suite<Item extends { id: string; lang: 'zh-Hans' | 'en' }, Output> = {
  name: string
  dataset: string
  item: z.ZodType<Item>
  task: (story: Story, item: Item) => Promise<Output>
  show: { input: (item: Item) => string; output: (output: Output) => string }
  checks: ((item: Item, output: Output) => Check)[]
}

/** Runs a suite item by item and returns its result; an item whose task throws has failed, saying why. */
export async function runEval<Item extends { id: string; lang: 'zh-Hans' | 'en' }, Output>(
  story: Story,
  suite: Suite<Item, Output>,
  progress: (done: number, of: number) => void = () => {},
): Promise<EvalResult> {
  const startedAt = story.clock.now().toISOString()
  const bytes = await readFile(suite.dataset, 'utf8')
  const items = bytes
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => suite.item.parse(JSON.parse(line)))
  const results: ItemResult[] = []
  for (const [index, item] of items.entries()) {
    results.push(await runItem(story, suite, item))
    progress(index + 1, items.length)
  }
  return {
    id: newId(),
    suite: suite.name,
    writer: story.model ? 'model' : 'composer',
    startedAt,
    finishedAt: story.clock.now().toISOString(),
    hashes: { ...(await hashesOf(story)), dataset: sha256(bytes) },
    p95Ms: percentile(
      results.map((result) => result.ms),
      0.95,
    ),
    items: results,
  }
}

async function runItem<Item extends { id: string; lang: 'zh-Hans' | 'en' }, Output>(
  story: Story,
  suite: Suite<Item, Output>,
  item: Item,
): Promise<ItemResult> {
  const started = performance.now()
  const base = { id: item.id, lang: item.lang, input: suite.show.input(item) }
  const took = () => Math.round((performance.now() - started) * 10) / 10
  try {
    const output = await suite.task(story, item)
    const ms = took()
    const checks = suite.checks.map((check) => check(item, output))
    return { ...base, output: suite.show.output(output), checks, outcome: itemOutcome(checks), ms }
  } catch (error) {
    const check: Check = { name: 'task', outcome: 'failed', reason: (error as Error).message }
    return { ...base, output: '', checks: [check], outcome: 'failed', ms: took() }
  }
}

/** Exactly what was run: two results may be compared only where these agree. */
async function hashesOf(story: Story) {
  return story.db.withActor(system('eval'), async (tx) => {
    const versions = await tx.query<{ content_hash: string }>(
      `select content_hash from app.policy_versions where state in ('published', 'superseded') order by content_hash`,
    )
    const data = await tx.query<{ hash: string }>('select hash from app.policy_data order by hash')
    return {
      prompts: story.prompts.hash,
      policyPack: sha256(
        [...versions.map((row) => row.content_hash), ...data.map((row) => row.hash)].join('\n'),
      ),
      engine: (await offerParameters(tx, today(story, tx))).hash,
      guards: guardVersion,
      model: story.model?.chat.names.join(' ') ?? 'composer',
    }
  })
}
