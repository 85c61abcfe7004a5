import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { EvalResult } from '../features/evals/model.ts'
import { importResult } from '../features/evals/store.ts'
import { system } from '../platform/context.ts'
import { findClauseUse } from './find-clause-use.ts'
import { draftedAgreement, draftedOffer, testBank } from './negotiation.fixture.ts'

const documentOf = (clauseId: string) => clauseId.split('#')[0]!

it('names the open drafts and the agreements that cite a clause, and nothing where nobody does', async () => {
  const bank = await testBank()
  const { draft } = await draftedOffer(bank)
  const [versionId, clauseId] = draft.basis!.citations[0]!.ref.split(' ') as [string, string]
  const use = await findClauseUse(bank.story.db, documentOf(clauseId))
  expect(use.find((one) => one.clauseId === clauseId)?.drafts).toContainEqual({
    id: draft.id,
    state: 'ready',
    caseId: draft.case_id,
    versionId,
  })
  expect(await findClauseUse(bank.story.db, 'no-such-document')).toEqual([])

  const written = await draftedAgreement(bank)
  const cited = written.draft.basis!.citations[0]!.ref.split(' ') as [string, string]
  const uses = await findClauseUse(bank.story.db, documentOf(cited[1]))
  expect(uses.find((one) => one.clauseId === cited[1])?.agreements).toContainEqual({
    id: written.agreementId,
    state: 'drafted',
    caseId: written.of.id,
    versionId: cited[0],
  })
})

it('names the eval cases of the last run, a clause by its whole id', async () => {
  const bank = await testBank()
  const run = (startedAt: string, output: string): EvalResult => ({
    id: randomUUID(),
    suite: 'clause-use',
    writer: 'composer',
    startedAt,
    finishedAt: startedAt,
    p95Ms: 1,
    hashes: { dataset: 'a', prompts: 'a', policyPack: 'a', engine: '1', guards: 'a', model: 'none' },
    items: [{ id: 'one', lang: 'en', outcome: 'passed', input: 'x', output, checks: [], ms: 1 }],
  })
  const runs = [
    run('2026-11-20T02:00:00.000Z', 'see use-test-en#7'),
    run('2026-11-21T02:00:00.000Z', 'see use-test-en#12, other-use-test-en#3 and use-test-en#3.1.'),
  ]
  for (const one of runs)
    await bank.story.db.withActor(system('eval-import'), (tx) => importResult(tx, JSON.stringify(one)))
  const evalCases = [{ suite: 'clause-use', runId: runs[1]!.id, item: 'one' }]
  expect(await findClauseUse(bank.story.db, 'use-test-en')).toEqual([
    { clauseId: 'use-test-en#3.1', drafts: [], agreements: [], evalCases },
    { clauseId: 'use-test-en#12', drafts: [], agreements: [], evalCases },
  ])
})
