import { beforeAll, expect, it } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../platform/test-database.ts'
import { explainHits } from './explain-hits.ts'
import { addKeepers, cutDocument, fileAndPublish, filing, someCustomer } from './policies.fixture.ts'
import { searchClauses } from './search-clauses.ts'

let test: TestDatabase
const product = 'p_explained'
const id = `test-${newId()}`

beforeAll(async () => {
  test = await testDatabase()
  const keepers = await addKeepers(test.ctx.db)
  const text =
    '## 1 Dirigible fee\nThe dirigible fee is CNY 5.\n\n## 2 Airship insurance\nInsured by the bank.'
  const facts = { id, products: [product] }
  await fileAndPublish(test.ctx.db, keepers, cutDocument(facts, text))
  await test.ctx.db.withActor(filing, (tx) =>
    tx.query('insert into app.glossary_terms (id, zh, en) values ($1, $2, $3)', [
      newId(),
      ['飞艇'],
      ['dirigible', 'airship'],
    ]),
  )
})

const ask = (question: string) => {
  const search = { question, asOf: '2026-06-01', audience: 'public' as const, products: [product], limit: 60 }
  return test.ctx.db.withActor(someCustomer(), async (tx) => {
    const found = await searchClauses(tx, search)
    const own = found.hits.filter((hit) => hit.documentId === id)
    return { found, own, explained: await explainHits(tx, search, own) }
  })
}

it('takes a score apart into parts that add up to it', async () => {
  for (const question of ['What is the dirigible fee?', '飞艇的费用', 'dirigible '.repeat(61)]) {
    const { own, explained } = await ask(question)
    expect(own.length, question).toBeGreaterThan(0)
    explained.forEach((one, n) => {
      const { own: words, name, piece } = one.parts
      expect(words + name + piece, question).toBeCloseTo(own[n]!.score, 4)
      expect(one.list).toBe('en')
      expect(one.field).toBe(question.length > 400 ? 'plain' : 'titled')
    })
  }
})

it('tells words of the question from other names of them, and says what each brought', async () => {
  const { found, own, explained } = await ask('dirigible fee')
  expect(own[0]!.number).toBe('1')
  expect(explained[0]!.terms.map(({ text, from }) => `${from} ${text}`)).toContain('own dirig')
  expect(explained[0]!.terms[0]!.points).toBeGreaterThanOrEqual(explained[0]!.terms.at(-1)!.points)
  expect(explained[0]!.coverage).toBeCloseTo(found.coverage, 6)
  const other = explained[own.findIndex((hit) => hit.number === '2')]!
  expect(other.terms.map(({ from }) => from)).toContain('name')
  expect(other.parts.own).toBe(0)
})
