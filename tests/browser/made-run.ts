import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { EvalResult } from '../../src/features/evals/model.ts'
import type { Parley } from './parley.ts'

/** A result as `npm run eval` writes it, small enough to read. */
export function madeRun(): EvalResult {
  return {
    id: randomUUID(),
    suite: 'browser-check',
    writer: 'composer',
    startedAt: '2026-11-20T02:00:00.000Z',
    finishedAt: '2026-11-20T02:00:04.000Z',
    p95Ms: 412,
    hashes: {
      dataset: 'b1946ac92492d2347c6235b4d2611184',
      prompts: '591785b794601e212b260e25925636fd',
      policyPack: '6f5902ac237024bdd0c176cb93063dc4',
      engine: '1.0.0',
      guards: 'e2fc714c4727ee9395f324cd2e7f331f',
      model: 'none',
    },
    items: [
      {
        id: 'fee-en',
        lang: 'en',
        outcome: 'passed',
        input: 'Can you waive my late fee this month?',
        output: 'A late fee can be waived once in twelve months where it came from an error of ours [1].',
        checks: [
          { name: 'actions', outcome: 'passed', reason: '' },
          { name: 'says', outcome: 'passed', reason: '' },
        ],
        ms: 210,
      },
      {
        id: 'hardship-zh',
        lang: 'zh-Hans',
        outcome: 'failed',
        input: '我失业了，信用卡还不上，能分期吗？',
        output: '可以，每期还款 8,888.88 元。',
        checks: [
          { name: 'guards', outcome: 'failed', reason: 'number_unsupported: 8,888.88 元' },
          { name: 'draft', outcome: 'passed', reason: '' },
        ],
        ms: 412,
      },
      {
        id: 'record-zh',
        lang: 'zh-Hans',
        outcome: 'not_evaluated',
        input: '会影响我的征信吗？',
        output: '请联系工作人员。',
        checks: [{ name: 'months', outcome: 'not_evaluated', reason: 'the item does not say' }],
        ms: 95,
      },
    ],
  }
}

/** Brings a result in as the command line does beside a running server. */
export async function importRun(parley: Parley, run: EvalResult): Promise<void> {
  const { token } = JSON.parse(await readFile(join(parley.folder, 'holder.json'), 'utf8')) as {
    token: string
  }
  const answer = await fetch(`${parley.url}/api/local/eval-results`, {
    method: 'POST',
    body: JSON.stringify(run),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(200)
}
