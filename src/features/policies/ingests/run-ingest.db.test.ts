import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../../platform/test-database.ts'
import type { Keepers } from '../bench-retrieval.ts'
import { docx, paragraph, pdf, zip } from '../files.fixture.ts'
import { addKeepers, addStaff, filing, someCustomer } from '../policies.fixture.ts'
import { publishVersion, submitVersion } from '../publish-version.ts'
import type { File } from '../read-document.ts'
import { listClauses } from '../store.ts'
import type { Ingest, IngestState } from './model.ts'
import { receiveDocument } from './receive-document.ts'
import { runIngest } from './run-ingest.ts'
import { findIngest, findOriginal, moveIngest, readFile } from './store.ts'

let test: TestDatabase
let keepers: Keepers
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => test.ctx.db.withActor(actor, work)
const facts = (more: object = {}) => ({
  id: `test-${newId()}`,
  title: 'Test rules',
  lang: 'en',
  audience: 'public',
  version: 1,
  effective_from: '2026-01-01',
  owner: 'T',
  ...more,
})
const word = (text = 'For all cards.') => docx(paragraph('1 Scope', 'Heading1'), paragraph(text))
const receive = (file: File, actor: Actor = keepers.owner) => as(actor, (tx) => receiveDocument(tx, file))
const take = async (file: File, tell?: (state: IngestState) => void): Promise<Ingest> =>
  runIngest(test.ctx.db, await receive(file), tell)
const partsOf = (id: string) =>
  as(filing, (tx) => tx.query('select part from app.policy_ingest_parts where ingest_id = $1', [id]))

beforeAll(async () => {
  test = await testDatabase()
  keepers = await addKeepers(test.ctx.db)
})

describe('a document handed in', () => {
  it('is read, cut and filed step by step, and its file is kept', async () => {
    const told: IngestState[] = []
    const bytes = word()
    const ended = await take({ name: 'rules.docx', bytes, facts: facts() }, (state) => told.push(state))
    expect(told).toEqual(['reading', 'cutting', 'indexing'])
    expect(ended).toMatchObject({ state: 'done', outcome: 'added', clauses: 1, attempts: 1, reason: null })
    const [clause] = await as(filing, (tx) => listClauses(tx, ended.versionId!))
    expect(clause).toMatchObject({ heading: 'Scope', body: 'For all cards.' })
    const original = await as(keepers.reviewer, (tx) => findOriginal(tx, ended.versionId!))
    expect(original?.id).toBe(ended.id)
    expect(await as(keepers.reviewer, (tx) => readFile(tx, ended.id))).toEqual(bytes)
  })

  it('larger than a piece comes back byte for byte', async () => {
    const lines = Array.from({ length: 40_000 }, (_, n) => `line ${n} of a long text that is kept whole`)
    const bytes = Buffer.from(`## 1 A\n${lines.join('\n')}`)
    expect(bytes.length).toBeGreaterThan(1024 * 1024)
    const id = await receive({ name: 'long.md', bytes, facts: facts() })
    expect(await as(filing, (tx) => readFile(tx, id))).toEqual(bytes)
  })

  it('again changes nothing and points to the version there is', async () => {
    const file = { name: 'rules.docx', bytes: word(), facts: facts() }
    const first = await take(file)
    const again = await take(file)
    expect(again).toMatchObject({ state: 'done', outcome: 'unchanged', versionId: first.versionId })
    expect(await partsOf(again.id)).toEqual([])
    expect(await partsOf(first.id)).toHaveLength(1)
  })

  it('under the number of a published version is refused, and that version stays as it was', async () => {
    const said = facts()
    const first = await take({ name: 'a.docx', bytes: word(), facts: said })
    await as(keepers.owner, (tx) => submitVersion(tx, first.versionId!))
    await as(keepers.reviewer, (tx) => publishVersion(tx, first.versionId!))
    const other = await take({ name: 'b.docx', bytes: word('For some.'), facts: said })
    expect(other).toMatchObject({ state: 'failed', reason: 'version_taken', versionId: null })
    expect((await as(filing, (tx) => listClauses(tx, first.versionId!)))[0]!.body).toBe('For all cards.')
  })
})

describe('a file that cannot be read', () => {
  const office = word()
    .toString('latin1')
    .match(/<Types.*?<\/Types>/s)![0]
  const bomb = () =>
    zip([
      ['[Content_Types].xml', office],
      ['big.xml', { zeros: 201 * 2 ** 20 }],
    ])
  it.each([
    ['a picture under a name that says otherwise', 'a.pdf', () => Buffer.from('GIF89a nothing'), 'type'],
    ['a broken one', 'b.docx', () => word().subarray(0, 300), /^(broken|type)$/],
    ['a scan without text', 'c.pdf', () => pdf(['0 0 m 595 842 l S']), 'no_text'],
    ['text that is not UTF-8', 'd.txt', () => Buffer.from([0xc3, 0x28, 0xa0, 0xa1]), 'encoding'],
    ['one that unfolds without end', 'e.docx', bomb, 'bomb'],
  ])('%s ends with a reason; nothing of it is filed or kept', async (_, name, bytes, reason) => {
    const said = facts()
    const ended = await take({ name, bytes: bytes(), facts: said })
    expect(ended).toMatchObject({ state: 'failed', versionId: null, outcome: null })
    expect(ended.reason).toMatch(reason)
    expect(ended.message).toContain(name)
    expect(await partsOf(ended.id)).toEqual([])
    const rows = await as(filing, (tx) =>
      tx.query('select id from app.policy_documents where id = $1', [said.id]),
    )
    expect(rows).toEqual([])
    const { rows: audit } = await test.connection.appPool.query(
      'select action from app.audit_entries where subject_id = $1 order by id',
      [ended.id],
    )
    expect(audit.map((row) => row.action)).toEqual(['policy.document_received', 'policy.document_refused'])
  })

  it('is refused at once where that can be told at once', async () => {
    const bytes = word()
    const refused: [string, File, object][] = [
      [
        'format',
        { name: 'a.exe', bytes, facts: facts() },
        { code: 'invalid', details: { reason: 'format' } },
      ],
      [
        'empty',
        { name: 'a.md', bytes: Buffer.alloc(0) },
        { code: 'invalid', details: { reason: 'no_text' } },
      ],
      ['size', { name: 'a.md', bytes: Buffer.alloc(51 * 2 ** 20) }, { code: 'too_large' }],
      ['no facts', { name: 'a.docx', bytes }, { code: 'invalid', details: { field: '/id' } }],
      [
        'dates',
        { name: 'a.docx', bytes, facts: facts({ effective_to: '2025-01-01' }) },
        { details: { field: '/effective_to' } },
      ],
    ]
    for (const [what, file, error] of refused) await expect(receive(file), what).rejects.toMatchObject(error)
    const untold = await take({ name: 'a.md', bytes: Buffer.from('## 1 A\nText.') })
    expect(untold).toMatchObject({ state: 'failed', field: '/id' })
  })
})

describe('a run that is broken off', () => {
  it('ends well the next time, wherever it stood, and two at once file one version', async () => {
    for (const state of ['received', 'reading', 'cutting', 'indexing'] as const) {
      const id = await receive({ name: 'rules.docx', bytes: word(), facts: facts() })
      if (state !== 'received') await as(filing, (tx) => moveIngest(tx, id, state))
      expect(await runIngest(test.ctx.db, id), state).toMatchObject({ state: 'done', outcome: 'added' })
    }
    const id = await receive({ name: 'rules.docx', bytes: word(), facts: facts() })
    const both = await Promise.all([runIngest(test.ctx.db, id), runIngest(test.ctx.db, id)])
    expect(both[0].versionId).toBe(both[1].versionId)
    expect(both.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
  })

  it('three times is given up, with a reason', async () => {
    const id = await receive({ name: 'rules.docx', bytes: word(), facts: facts() })
    for (let time = 0; time < 3; time++) await as(filing, (tx) => moveIngest(tx, id, 'reading'))
    expect(await runIngest(test.ctx.db, id)).toMatchObject({ state: 'failed', reason: 'gave_up' })
  })
})

describe('rights', () => {
  it('are those of the people who keep policies', async () => {
    const file = { name: 'rules.docx', bytes: word(), facts: facts() }
    for (const actor of [
      await addStaff(test.ctx.db, 'agent'),
      await addStaff(test.ctx.db, 'lead'),
      someCustomer(),
    ])
      await expect(receive(file, actor)).rejects.toMatchObject({ code: '42501' })
    const id = await receive(file)
    const agent = await addStaff(test.ctx.db, 'agent')
    expect(await as(agent, (tx) => findIngest(tx, id))).toBeUndefined()
    expect(await as(agent, (tx) => readFile(tx, id))).toBeUndefined()
  })

  it('do not reach to changing one, or to handing in under another name', async () => {
    const done = await take({ name: 'rules.docx', bytes: word(), facts: facts() })
    const change = `update app.policy_ingests set state = 'failed', reason = 'x' where id = $1`
    await expect(as(keepers.owner, (tx) => tx.query(change, [done.id]))).rejects.toMatchObject({
      code: '42501',
    })
    await expect(as(filing, (tx) => tx.query(change, [done.id]))).rejects.toMatchObject({ code: '42501' })
    const forged = `insert into app.policy_ingests (id, file_name, file_hash, bytes, received_by)
      values ($1, 'a.md', $2, 1, $3)`
    const { id } = keepers.reviewer as Actor & { id: string }
    await expect(
      as(keepers.owner, (tx) => tx.query(forged, [newId(), 'a'.repeat(64), `staff:${id}`])),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
