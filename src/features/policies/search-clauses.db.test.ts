import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../platform/test-database.ts'
import type { Keepers } from './bench-retrieval.ts'
import { ClauseRetriever } from './clause-retriever.ts'
import { countClause, indexRow } from './index-clauses.ts'
import { ingestDocument } from './ingest-document.ts'
import type { Search } from './plan-search.ts'
import {
  addKeepers,
  addStaff,
  cutDocument,
  fileAndPublish,
  filing,
  someCustomer,
} from './policies.fixture.ts'
import { withdrawVersion } from './publish-version.ts'
import { type Found, searchClauses } from './search-clauses.ts'

let test: TestDatabase
let keepers: Keepers
let run = ''
/** A product of this run alone, so that other documents of the shared database stay out. */
let product = ''
const on = '2026-06-01'

function search(actor: Actor, question: string, more: Partial<Search> = {}): Promise<Found> {
  const asked = { question, asOf: on, audience: 'public' as const, products: [product], limit: 5, ...more }
  return test.ctx.db.withActor(actor, (tx) => searchClauses(tx, asked))
}
async function ids(actor: Actor, question: string, more: Partial<Search> = {}): Promise<string[]> {
  const { hits } = await search(actor, question, more)
  return hits.map((hit) => hit.clauseId.replace(`-${run}`, '')).filter((id) => id.startsWith('t-'))
}
const publish = (facts: { id: string } & Record<string, unknown>, text: string) =>
  fileAndPublish(
    test.ctx.db,
    keepers,
    cutDocument({ products: [product], ...facts, id: `${facts.id}-${run}` }, text),
  )

beforeAll(async () => {
  test = await testDatabase()
  keepers = await addKeepers(test.ctx.db)
  run = newId().slice(-12)
  product = `p_${[...run].map((c) => String.fromCharCode(97 + Number.parseInt(c, 16))).join('')}`
  await publish(
    { id: 't-zh', lang: 'zh', title: '信用卡规则' },
    '## 第1条 逾期\n信用卡逾期的，可以申请停息挂账。\n\n## 第2条 取款\n在ATM取款，5万元以下免费。\n\n## 第3条 风险\n产品为R3级。',
  )
  await publish(
    { id: 't-en', title: 'Card rules' },
    '## 1 Late payment\nWhen a credit card payment is late a zorble fee applies.\n\n## 2 Cash\nWithdrawals are free.',
  )
  await publish({ id: 't-old', effective_to: '2026-05-01' }, '## 1 Zorble\nThe old zorble fee.')
  await publish({ id: 't-new', effective_from: '2026-07-01' }, '## 1 Zorble\nThe new zorble fee.')
  await publish({ id: 't-inside', audience: 'internal' }, '## 1 Zorble\nThe zorble floor is secret.')
})

describe('words', () => {
  it.each([
    ['ATM取款要钱吗', 't-zh#2'],
    ['5万元以下', 't-zh#2'],
    ['R3级是什么', 't-zh#3'],
    ['信用卡逾期怎麼辦，可以申請停息掛賬嗎', 't-zh#1'],
    ['ＡＴＭ　取款', 't-zh#2'],
    ['how late payments are treated', 't-en#1'],
  ])('%s', async (question, clause) => {
    expect((await ids(someCustomer(), question))[0]).toBe(clause)
  })

  it('finds both languages for a mixed question, and one when one is wanted', async () => {
    const question = '我的 credit card 逾期了'
    expect((await ids(someCustomer(), question)).slice(0, 2).sort()).toEqual(['t-en#1', 't-zh#1'])
    expect(await ids(someCustomer(), question, { lang: 'en' })).toEqual(['t-en#1', 't-en#2'])
    expect((await ids(someCustomer(), question, { lang: 'zh' }))[0]).toBe('t-zh#1')
  })

  it('says which words matched', async () => {
    const { hits } = await search(someCustomer(), 'zorble payments')
    expect(hits[0]!.matched.sort()).toEqual(['payment', 'zorbl'])
    expect(hits[0]!.score).toBeGreaterThan(0)
  })

  it('returns nothing for nothing', async () => {
    expect(await search(someCustomer(), '？！')).toMatchObject({ hits: [], coverage: 0, answered: false })
    expect((await search(someCustomer(), 'qqqzzz xyzzy')).answered).toBe(false)
  })
})

describe('what may be found', () => {
  it.each([
    ['2026-04-30', ['t-en#1', 't-old#1']],
    ['2026-05-01', ['t-en#1']],
    ['2026-06-30', ['t-en#1']],
    ['2026-07-01', ['t-en#1', 't-new#1']],
  ])('on %s only what is in force', async (asOf, expected) => {
    const { hits } = await search(someCustomer(), 'zorble', { asOf })
    const zorbles = hits
      .filter((hit) => hit.matched.includes('zorbl'))
      .map((hit) => hit.clauseId.replace(`-${run}`, ''))
    expect(zorbles.sort()).toEqual(expected)
  })

  it('nothing internal for a customer, whatever is asked for', async () => {
    const agent = await addStaff(test.ctx.db, 'agent')
    expect(await ids(agent, 'secret zorble floor', { audience: 'internal' })).toContain('t-inside#1')
    expect(await ids(agent, 'secret zorble floor')).not.toContain('t-inside#1')
    expect(await ids(someCustomer(), 'secret zorble floor', { audience: 'internal' })).not.toContain(
      't-inside#1',
    )
  })

  it('no draft and nothing withdrawn', async () => {
    const draft = cutDocument(
      { id: `t-draft-${run}`, products: [product] },
      '## 1 Zorble\nA drafted zorble fee.',
    )
    await test.ctx.db.withActor(filing, (tx) => ingestDocument(tx, draft))
    const gone = await publish({ id: 't-gone' }, '## 1 Zorble\nA withdrawn zorble fee.')
    expect(await ids(filing, 'zorble fee', { audience: 'internal' })).toContain('t-gone#1')
    await test.ctx.db.withActor(keepers.reviewer, (tx) => withdrawVersion(tx, gone))
    const found = await ids(filing, 'zorble fee', { audience: 'internal' })
    expect(found).not.toContain('t-draft#1')
    expect(found).not.toContain('t-gone#1')
  })

  it('keeps customers from tables they have no business with', async () => {
    const refused = { code: '42501' }
    const as = (sql: string) => test.ctx.db.withActor(someCustomer(), (tx) => tx.query(sql))
    await expect(as('select * from app.policy_documents')).rejects.toMatchObject(refused)
    await expect(as('update app.term_stats set df = 0')).rejects.toMatchObject(refused)
    const bodies = (await as('select body from app.policy_clauses')) as { body: string }[]
    expect(bodies.map(({ body }) => body).join()).not.toContain('secret')
  })
})

it('keeps one generation of vectors, equal to a fresh computation', async () => {
  const rows = await test.ctx.db.withActor(filing, (tx) =>
    tx.query<Record<'path' | 'heading' | 'body' | 'terms' | 'titled', never> & Record<string, number>>(
      `select c.path, c.heading, c.body, c.terms::text as terms, c.titled_terms::text as titled, c.generation,
         s.generation as current, s.mean_plain, s.mean_titled, s.mean_grams
       from app.policy_clauses c join app.policy_versions v on v.id = c.version_id
       join app.corpus_stats s on s.lang = v.lang where v.document_id like $1`,
      [`t-%-${run}`],
    ),
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) {
    const means = { plain: row.mean_plain!, titled: row.mean_titled!, grams: row.mean_grams! }
    expect(row.generation).toBe(row.current)
    const fresh = indexRow(countClause(row), means)
    expect(readPairs(row.terms)).toEqual(readPairs(fresh.terms))
    expect(readPairs(row.titled)).toEqual(readPairs(fresh.titled_terms))
  }
})

it('counts each term once a published clause', async () => {
  const wrong = await test.ctx.db.withActor(filing, (tx) =>
    tx.query(
      `select s.lang, s.clauses, count(c.id)::integer as counted from app.corpus_stats s
       left join app.policy_versions v on v.lang = s.lang and v.state = 'published'
       left join app.policy_clauses c on c.version_id = v.id
       group by s.lang, s.clauses having s.clauses <> count(c.id)`,
    ),
  )
  expect(wrong).toEqual([])
})

function readPairs(sparsevec: string): [number, number][] {
  const inner = sparsevec.slice(1, sparsevec.indexOf('}'))
  return inner.split(',').map((pair) => {
    const [index, value] = pair.split(':').map(Number)
    return [index!, Number(value!.toPrecision(4))]
  })
}

it('serves as a LangChain retriever, bound to the actor it was made for', async () => {
  const search = { asOf: on, audience: 'internal' as const, products: [product], limit: 3 }
  const retriever = new ClauseRetriever({ db: test.ctx.db, actor: someCustomer(), search })
  const documents = await retriever.invoke('zorble fee')
  expect(documents[0]).toMatchObject({ id: `t-en-${run}#1`, metadata: { version: 1, number: '1' } })
  expect(documents.map((document) => document.pageContent).join()).not.toContain('secret')
  expect(await retriever.invoke('qqqzzz xyzzy')).toEqual([])
})

it('widens a question by the glossary', async () => {
  const concept = { zh: ['佐布费'], en: ['zorble fee'] }
  await test.ctx.db.withActor(filing, (tx) =>
    tx.query('insert into app.glossary_terms (id, zh, en) values ($1, $2, $3)', [
      newId(),
      concept.zh,
      concept.en,
    ]),
  )
  const found = await search(someCustomer(), '佐布费是什么', { lang: 'en' })
  expect(found).toMatchObject({ answered: true })
  expect(found.hits[0]!.clauseId).toBe(`t-en-${run}#1`)
  expect(found.hits[0]!.matched).toContain('zorbl')
})
