import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../platform/test-database.ts'
import type { Keepers } from './bench-retrieval.ts'
import type { DocumentFacts } from './front-matter.ts'
import { ingestDocument } from './ingest-document.ts'
import { receiveDocument } from './ingests/receive-document.ts'
import { runIngest } from './ingests/run-ingest.ts'
import type { Version } from './model.ts'
import { addKeepers, addStaff, cutDocument, filing, someCustomer } from './policies.fixture.ts'
import { publishVersion, submitVersion, withdrawVersion } from './publish-version.ts'
import { listReturns, returnVersion } from './return-version.ts'
import { type DraftFacts, reviseDraft } from './revise-draft.ts'
import { searchClauses } from './search-clauses.ts'
import { listVersions } from './store.ts'

let test: TestDatabase
let keepers: Keepers
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => test.ctx.db.withActor(actor, work)
const why = { reason: 'wrong_dates' as const, comment: 'It starts a month later.' }

beforeAll(async () => {
  test = await testDatabase()
  keepers = await addKeepers(test.ctx.db)
})

async function draft(facts: Partial<DocumentFacts> = {}, text = '## 1 A\nAll cards.'): Promise<Version> {
  const id = facts.id ?? `test-${newId()}`
  await as(filing, (tx) => ingestDocument(tx, cutDocument({ ...facts, id }, text)))
  return reload(id)
}
async function reload(documentId: string): Promise<Version> {
  return (await as(filing, (tx) => listVersions(tx, documentId))).at(-1)!
}
const facts = (more: Partial<DraftFacts> = {}): DraftFacts => ({
  audience: 'public',
  jurisdiction: 'CN',
  products: [],
  source: '',
  owner: 'Test',
  effectiveFrom: '2026-03-01',
  effectiveTo: null,
  ...more,
})

describe('sending back', () => {
  it('makes a draft again, keeps why, and leaves an audit row with the code alone', async () => {
    const { id, documentId } = await draft()
    await as(keepers.owner, (tx) => submitVersion(tx, id))
    await as(keepers.reviewer, (tx) => returnVersion(tx, id, why))
    expect(await reload(documentId)).toMatchObject({ state: 'draft', submittedBy: null })
    const { id: reviewer } = keepers.reviewer as Actor & { id: string }
    expect(await as(keepers.owner, (tx) => listReturns(tx, id))).toMatchObject([
      { ...why, returnedBy: reviewer },
    ])
    const { rows } = await test.connection.appPool.query(
      `select canonical from app.audit_entries where subject_id = $1 and action = 'policy.returned'`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].canonical).toContain('wrong_dates')
    expect(rows[0].canonical).not.toContain('month')
    await as(keepers.reviewer, (tx) => submitVersion(tx, id))
    await as(keepers.owner, (tx) => publishVersion(tx, id))
  })

  it('is refused for anything but a version in review, and to those who do not keep policies', async () => {
    const { id } = await draft()
    await expect(as(keepers.reviewer, (tx) => returnVersion(tx, id, why))).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'draft' },
    })
    await as(keepers.owner, (tx) => submitVersion(tx, id))
    for (const role of ['agent', 'lead', 'manager', 'risk'])
      for (const move of [submitVersion, publishVersion, withdrawVersion])
        await expect(
          as(await addStaff(test.ctx.db, role), (tx) => move(tx, id)),
          `${role} ${move.name}`,
        ).rejects.toMatchObject({ code: 'not_found' })
    const agent = await addStaff(test.ctx.db, 'agent')
    await expect(as(agent, (tx) => returnVersion(tx, id, why))).rejects.toMatchObject({ code: 'not_found' })
    const forged = `insert into app.policy_returns (id, version_id, reason, comment, returned_by)
      values ($1, $2, 'other', 'not me', $3)`
    const { id: reviewer } = keepers.reviewer as Actor & { id: string }
    for (const actor of [agent, keepers.owner])
      await expect(as(actor, (tx) => tx.query(forged, [newId(), id, reviewer]))).rejects.toMatchObject({
        code: '42501',
      })
  })
})

describe('the facts of a draft', () => {
  it('can be set, and are what is published', async () => {
    const { id, documentId } = await draft()
    const changed = facts({ audience: 'internal', effectiveFrom: '2026-05-01', effectiveTo: '2027-01-01' })
    await as(keepers.owner, (tx) => reviseDraft(tx, id, changed))
    await as(keepers.owner, (tx) => submitVersion(tx, id))
    await as(keepers.reviewer, (tx) => publishVersion(tx, id))
    expect(await reload(documentId)).toMatchObject({
      state: 'published',
      audience: 'internal',
      effectiveFrom: '2026-05-01',
      effectiveTo: '2027-01-01',
    })
  })

  it('are refused when they do not fit, and once the version is no draft', async () => {
    const { id } = await draft()
    const backwards = facts({ effectiveTo: '2026-03-01' })
    await expect(as(keepers.owner, (tx) => reviseDraft(tx, id, backwards))).rejects.toMatchObject({
      issues: [{ path: ['effectiveTo'] }],
    })
    const agent = await addStaff(test.ctx.db, 'agent')
    await expect(as(agent, (tx) => reviseDraft(tx, id, facts()))).rejects.toMatchObject({ code: 'not_found' })
    await as(keepers.owner, (tx) => submitVersion(tx, id))
    await expect(as(keepers.owner, (tx) => reviseDraft(tx, id, facts()))).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'in_review' },
    })
    await as(keepers.reviewer, (tx) => publishVersion(tx, id))
    for (const sql of [
      `update app.policy_versions set effective_from = '2020-01-01' where id = $1`,
      `update app.policy_versions set products = '{x}' where id = $1`,
      `update app.policy_clauses set body = 'other words' where version_id = $1`,
    ])
      for (const change of [
        () => as(keepers.owner, (tx) => tx.query(sql, [id])),
        () => test.connection.appPool.query(sql, [id]),
      ])
        await expect(change(), sql).rejects.toMatchObject({ code: '42501' })
  })
})

describe('whoever wrote a version', () => {
  const upload = async (who: Actor, documentId: string, text: string) => {
    const told = { id: documentId, title: 'Test rules', lang: 'en', audience: 'public', version: 1 }
    const facts = { ...told, effective_from: '2026-01-01', owner: 'T' }
    const bytes = Buffer.from(text)
    const ingest = await as(who, (tx) => receiveDocument(tx, { name: 'a.md', bytes, facts }))
    return (await runIngest(test.ctx.db, ingest)).versionId!
  }
  const refused = { code: 'forbidden', details: { reason: 'own_words' } }
  const raw = (who: Actor & { id: string }, id: string) =>
    as(who, (tx) =>
      tx.query(
        `update app.policy_versions set state = 'published', published_by = $2, published_at = now() where id = $1`,
        [id, who.id],
      ),
    )
  let third: Actor & { id: string }
  beforeAll(async () => {
    third = await addStaff(test.ctx.db, 'compliance')
  })

  it('by handing it in does not publish it, in the verb or in the database', async () => {
    const owner = keepers.owner as Actor & { id: string }
    const id = await upload(owner, `test-${newId()}`, '## 1 A\nAll cards.')
    await as(keepers.reviewer, (tx) => submitVersion(tx, id))
    await expect(as(owner, (tx) => publishVersion(tx, id))).rejects.toMatchObject(refused)
    await expect(raw(owner, id)).rejects.toMatchObject({ code: '23514' })
    await as(third, (tx) => publishVersion(tx, id))
  })

  it('by setting its facts does not publish it either; whose words were replaced may', async () => {
    const documentId = `test-${newId()}`
    const reviewer = keepers.reviewer as Actor & { id: string }
    const first = await upload(keepers.owner, documentId, '## 1 A\nAll cards.')
    await as(reviewer, (tx) => reviseDraft(tx, first, facts()))
    await as(third, (tx) => submitVersion(tx, first))
    for (const writer of [keepers.owner, reviewer])
      await expect(as(writer, (tx) => publishVersion(tx, first))).rejects.toMatchObject(refused)
    await expect(raw(reviewer, first)).rejects.toMatchObject({ code: '23514' })
    await as(third, (tx) => returnVersion(tx, first, why))
    expect(await upload(third, documentId, '## 1 A\nSome cards.')).toBe(first)
    expect((await reload(documentId)).writtenBy).toEqual([third.id])
    await as(keepers.owner, (tx) => submitVersion(tx, first))
    await as(reviewer, (tx) => publishVersion(tx, first))
  })

  it('by SQL is known as well, and nobody takes their name off', async () => {
    const { id, documentId } = await draft()
    const owner = keepers.owner as Actor & { id: string }
    await as(owner, (tx) => tx.query('delete from app.policy_clauses where version_id = $1', [id]))
    expect((await reload(documentId)).writtenBy).toEqual([owner.id])
    for (const sql of [
      'delete from app.policy_writers where version_id = $1',
      `update app.policy_writers set staff_id = '${third.id}' where version_id = $1`,
      `insert into app.policy_writers (version_id, staff_id) values ($1, '${third.id}')`,
      `select app.add_policy_writer($1, '${third.id}')`,
    ])
      await expect(
        as(owner, (tx) => tx.query(sql, [id])),
        sql,
      ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a person who saw an older state', () => {
  it('cannot be made to look up to date: nobody sets the count', async () => {
    const { id, documentId, revision } = await draft()
    const sql = 'update app.policy_versions set revision = 1 where id = $1'
    await expect(as(keepers.owner, (tx) => tx.query(sql, [id]))).rejects.toMatchObject({ code: '42501' })
    await test.connection.appPool.query(sql, [id])
    expect((await reload(documentId)).revision).toBe(revision + 1)
  })

  it('is told, and nothing happens', async () => {
    const { id, documentId, revision } = await draft()
    await as(keepers.owner, (tx) => reviseDraft(tx, id, facts(), revision))
    const late = { code: 'conflict', details: { reason: 'version', extra: { revision: revision + 1 } } }
    const moves: ((tx: Tx) => Promise<void>)[] = [
      (tx) => reviseDraft(tx, id, facts(), revision),
      (tx) => submitVersion(tx, id, revision),
      (tx) => withdrawVersion(tx, id, revision),
      (tx) => publishVersion(tx, id, revision),
      (tx) => returnVersion(tx, id, why, revision),
    ]
    for (const move of moves) await expect(as(keepers.owner, move)).rejects.toMatchObject(late)
    expect(await reload(documentId)).toMatchObject({ state: 'draft', revision: revision + 1 })
  })
})

describe('a customer', () => {
  it('finds no draft, nothing in review, nothing internal and nothing withdrawn, whatever is asked for', async () => {
    const word = `zeppelin${newId().slice(-6)}`
    const text = `## 1 Fee\nThe ${word} fee is CNY 5.`
    const drafted = await draft({}, text)
    const submitted = await draft({}, text)
    await as(keepers.owner, (tx) => submitVersion(tx, submitted.id))
    const internal = await draft({ audience: 'internal' }, text)
    const gone = await draft({}, text)
    for (const { id } of [internal, gone]) {
      await as(keepers.owner, (tx) => submitVersion(tx, id))
      await as(keepers.reviewer, (tx) => publishVersion(tx, id))
    }
    await as(keepers.owner, (tx) => withdrawVersion(tx, gone.id))
    const all = [drafted, submitted, internal, gone].map(({ id }) => id)
    for (const audience of ['public', 'internal'] as const) {
      const search = { question: `${word} fee`, asOf: '2026-06-01', audience, limit: 20 }
      const { hits } = await as(someCustomer(), (tx) => searchClauses(tx, search))
      expect(hits.filter(({ versionId }) => all.includes(versionId))).toEqual([])
    }
    for (const table of ['policy_versions', 'policy_clauses']) {
      const column = table === 'policy_versions' ? 'id' : 'version_id'
      const sql = `select ${column} from app.${table} where ${column} = any($1::uuid[])`
      expect(await as(someCustomer(), (tx) => tx.query(sql, [all])), table).toEqual([])
    }
    for (const table of ['policy_ingests', 'policy_ingest_parts', 'policy_returns'])
      await expect(
        as(someCustomer(), (tx) => tx.query(`select 1 from app.${table}`)),
        table,
      ).rejects.toMatchObject({ code: '42501' })
  })
})
