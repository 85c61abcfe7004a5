import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../platform/test-database.ts'
import type { Keepers } from './bench-retrieval.ts'
import { ingestDocument } from './ingest-document.ts'
import {
  addKeepers,
  addStaff,
  cutDocument,
  fileAndPublish,
  filing,
  someCustomer,
} from './policies.fixture.ts'
import { publishVersion, submitVersion, withdrawVersion } from './publish-version.ts'
import { readClause, readPinnedClause } from './read-clause.ts'
import { listVersions } from './store.ts'

let test: TestDatabase
let keepers: Keepers
const freshId = () => `test-${newId()}`
const as = <T>(actor: Actor, work: Parameters<TestDatabase['ctx']['db']['withActor']>[1]) =>
  test.ctx.db.withActor(actor, work) as Promise<T>
const text = '## 1 Scope\nAll cards.\n\n## 2 Fees\nNone.'

beforeAll(async () => {
  test = await testDatabase()
  keepers = await addKeepers(test.ctx.db)
})

describe('taking in', () => {
  it('files a draft once, replaces a draft, and leaves an audit row each time', async () => {
    const id = freshId()
    const first = await as<{ versionId: string }>(filing, (tx) =>
      ingestDocument(tx, cutDocument({ id }, text)),
    )
    expect(first).toMatchObject({ clauses: 2, outcome: 'added' })
    const again = await as(filing, (tx) => ingestDocument(tx, cutDocument({ id }, text)))
    expect(again).toEqual({ ...first, outcome: 'unchanged' })
    const other = await as(filing, (tx) =>
      ingestDocument(tx, cutDocument({ id }, `${text}\n\n## 3 More\nText.`)),
    )
    expect(other).toEqual({ versionId: first.versionId, clauses: 3, outcome: 'replaced' })
    const { rows } = await test.connection.appPool.query(
      `select action from app.audit_entries where subject_id = $1 order by id`,
      [first.versionId],
    )
    expect(rows).toEqual([{ action: 'policy.ingested' }, { action: 'policy.ingested' }])
  })

  it('refuses other content under a number that is taken', async () => {
    const id = freshId()
    await fileAndPublish(test.ctx.db, keepers, cutDocument({ id }, text))
    const changed = cutDocument({ id }, `${text} Changed.`)
    await expect(as(filing, (tx) => ingestDocument(tx, changed))).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'version_taken' },
    })
  })

  it('is not for agents or customers', async () => {
    const agent = await addStaff(test.ctx.db, 'agent')
    for (const actor of [agent, someCustomer()])
      await expect(
        as(actor, (tx) => ingestDocument(tx, cutDocument({ id: freshId() }, text))),
      ).rejects.toMatchObject({
        code: '42501',
      })
  })
})

describe('publishing', () => {
  async function submitted(facts: Parameters<typeof cutDocument>[0]): Promise<string> {
    const { versionId } = await as<{ versionId: string }>(filing, (tx) =>
      ingestDocument(tx, cutDocument(facts, text)),
    )
    await as(keepers.owner, (tx) => submitVersion(tx, versionId))
    return versionId
  }

  it('needs a second person, in the verb and in the database', async () => {
    const versionId = await submitted({ id: freshId() })
    await expect(as(keepers.owner, (tx) => publishVersion(tx, versionId))).rejects.toMatchObject({
      details: { reason: 'second_person' },
    })
    const raw = (actor: Actor, person: string) =>
      as(actor, (tx) =>
        tx.query(
          `update app.policy_versions set state = 'published', published_by = $2, published_at = now() where id = $1`,
          [versionId, person],
        ),
      )
    const [owner, reviewer] = [keepers.owner, keepers.reviewer] as (Actor & { id: string })[]
    await expect(raw(owner!, owner!.id)).rejects.toMatchObject({ code: '23514' })
    await expect(raw(owner!, reviewer!.id)).rejects.toMatchObject({ code: '42501' })
    await expect(raw(filing, reviewer!.id)).rejects.toMatchObject({ code: '42501' })
    await as(keepers.reviewer, (tx) => publishVersion(tx, versionId))
  })

  it('is hidden from agents, and never skips the review', async () => {
    const versionId = await submitted({ id: freshId() })
    const agent = await addStaff(test.ctx.db, 'agent')
    await expect(as(agent, (tx) => publishVersion(tx, versionId))).rejects.toMatchObject({
      code: 'not_found',
    })
    const draft = await as<{ versionId: string }>(filing, (tx) =>
      ingestDocument(tx, cutDocument({ id: freshId() }, text)),
    )
    await expect(as(keepers.reviewer, (tx) => publishVersion(tx, draft.versionId))).rejects.toMatchObject({
      code: 'conflict',
    })
    const skip = `update app.policy_versions set state = 'published' where id = $1`
    await expect(as(keepers.reviewer, (tx) => tx.query(skip, [draft.versionId]))).rejects.toMatchObject({
      code: '23514',
    })
  })

  it('ends the version before on the day the new one begins', async () => {
    const id = freshId()
    await fileAndPublish(test.ctx.db, keepers, cutDocument({ id }, text))
    const next = cutDocument({ id, version: 2, effective_from: '2026-08-01' }, '## 1 Scope\nAll accounts.')
    await fileAndPublish(test.ctx.db, keepers, next)
    const versions = await as<unknown[]>(filing, (tx) => listVersions(tx, id))
    expect(versions).toMatchObject([
      { version: 1, state: 'superseded', effectiveTo: '2026-08-01' },
      { version: 2, state: 'published', effectiveTo: null },
    ])
    const read = (asOf: string) => as(someCustomer(), (tx) => readClause(tx, `${id}#1`, asOf))
    expect(await read('2025-12-31')).toBeUndefined()
    expect(await read('2026-07-31')).toMatchObject({ version: 1, body: 'All cards.' })
    expect(await read('2026-08-01')).toMatchObject({ version: 2, body: 'All accounts.' })
    expect(await as(filing, (tx) => readClause(tx, `${id}#2`, '2026-08-01'))).toBeUndefined()
  })

  it('refuses an overlap, in the verb and in the database', async () => {
    const id = freshId()
    await fileAndPublish(test.ctx.db, keepers, cutDocument({ id, effective_from: '2026-06-01' }, text))
    const earlier = await submitted({ id, version: 2, effective_from: '2026-01-01' })
    await expect(as(keepers.reviewer, (tx) => publishVersion(tx, earlier))).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'overlap' },
    })
    const reviewer = keepers.reviewer as Actor & { id: string }
    const raw = `update app.policy_versions set state = 'published', published_by = $2, published_at = now() where id = $1`
    await expect(as(reviewer, (tx) => tx.query(raw, [earlier, reviewer.id]))).rejects.toMatchObject({
      code: '23P01',
    })
  })
})

describe('what was published', () => {
  it('is never changed', async () => {
    const versionId = await fileAndPublish(test.ctx.db, keepers, cutDocument({ id: freshId() }, text))
    const attacks: [string, string][] = [
      ['title', `update app.policy_versions set title = 'x' where id = $1`],
      ['audience', `update app.policy_versions set audience = 'internal' where id = $1`],
      ['start', `update app.policy_versions set effective_from = '2020-01-01' where id = $1`],
      ['back to draft', `update app.policy_versions set state = 'draft', submitted_by = null where id = $1`],
      ['removal of clauses', 'delete from app.policy_clauses where version_id = $1'],
      ['removal', 'delete from app.policy_versions where id = $1'],
      ['words', `update app.policy_clauses set body = 'x' where version_id = $1`],
      [
        'a clause more',
        `insert into app.policy_clauses (id, version_id, clause_id, ordinal, number, heading, path, body, terms,
           titled_terms, plain_length, titled_length, gram_length, generation)
         values (gen_random_uuid(), $1, 'x#9', 9, '9', 'x', '{}', 'x', '{}/536870912', '{}/536870912', 0, 0, 0, 1)`,
      ],
    ]
    for (const [what, sql] of attacks) {
      const refused = expect.objectContaining({ code: expect.stringMatching(/^(42501|23514)$/) })
      await expect(
        as(keepers.reviewer, (tx) => tx.query(sql, [versionId])),
        what,
      ).rejects.toEqual(refused)
      // The owner of the tables has no grants to run into, but the triggers.
      await expect(test.connection.appPool.query(sql, [versionId]), `${what}, as owner`).rejects.toEqual(
        refused,
      )
    }
  })

  it('may be withdrawn: it is found no more, but a pinned citation still resolves for staff', async () => {
    const id = freshId()
    const versionId = await fileAndPublish(test.ctx.db, keepers, cutDocument({ id }, text))
    await as(keepers.reviewer, (tx) => withdrawVersion(tx, versionId))
    const agent = await addStaff(test.ctx.db, 'agent')
    expect(await as(agent, (tx) => readClause(tx, `${id}#1`, '2026-06-01'))).toBeUndefined()
    expect(await as(agent, (tx) => readPinnedClause(tx, `${id}#1`, versionId))).toMatchObject({
      state: 'withdrawn',
    })
    expect(await as(someCustomer(), (tx) => readPinnedClause(tx, `${id}#1`, versionId))).toBeUndefined()
  })
})
