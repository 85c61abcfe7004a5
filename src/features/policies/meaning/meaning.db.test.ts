import { LLMock } from '@copilotkit/aimock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../../platform/test-database.ts'
import { addKeepers, cutDocument, fileAndPublish, filing, someCustomer } from '../policies.fixture.ts'
import { searchClauses } from '../search-clauses.ts'
import { embedClauses, embedQuestion } from './embed-clauses.ts'
import { type EmbeddingSettings, openEmbeddingModel } from './embedding-model.ts'

let test: TestDatabase
let server: LLMock
const id = `test-${newId()}`
const open = (model: string, more: Partial<EmbeddingSettings> = {}) =>
  openEmbeddingModel({ model, apiKey: 'test', baseUrl: `${server.url}/v1`, retries: 0, ...more }).through(
    (_, send) => send(),
  )

beforeAll(async () => {
  test = await testDatabase()
  server = new LLMock({ port: 0 })
  await server.start()
  const keepers = await addKeepers(test.ctx.db)
  const text =
    '## 1 Airship\nA zeppelin is insured.\n\n## 2 Fee\nA kappa fee applies.\n\n## 3 Hours\nOpen at nine.'
  await fileAndPublish(test.ctx.db, keepers, cutDocument({ id, products: ['p_meaning'] }, text))
})
afterEach(() => server.clearFixtures())
afterAll(() => server.stop())

describe('the model', () => {
  it('gets texts in batches and gives a vector for each, in order', async () => {
    server.clearRequests()
    const texts = ['a', 'b', 'c', 'd', 'e']
    const vectors = await open('one', { batch: 2 }).embed(texts)
    expect(server.getRequests()).toHaveLength(3)
    expect(new Set(vectors.map((vector) => vector.length)).size).toBe(1)
    const [alone] = await open('one').embed(['c'])
    expect(vectors[2]).toEqual(alone)
    expect(vectors[0]).not.toEqual(alone)
  })

  it('is asked again after an overload, and refuses what does not come right', async () => {
    server.nextRequestError(429, { message: 'slow down' })
    expect(await open('one', { retries: 1 }).embed(['a'])).toHaveLength(1)
    server.nextRequestError(500, { message: 'gone' })
    await expect(open('one').embed(['a'])).rejects.toMatchObject({ code: 'unavailable' })
    server.onEmbedding(/^uneven/, { embedding: [] })
    await expect(open('one').embed(['uneven'])).rejects.toMatchObject({ code: 'unavailable' })
    const nobody = openEmbeddingModel({
      model: 'm',
      apiKey: 'k',
      baseUrl: 'http://127.0.0.1:9/v1',
      retries: 0,
    }).through((_, send) => send())
    expect(await embedQuestion(nobody, 'a')).toBeUndefined()
  })
})

describe('searching by meaning', () => {
  const search = {
    question: 'kappa balloon cover',
    asOf: '2026-06-01',
    audience: 'public' as const,
    products: ['p_meaning'],
    limit: 10,
  }
  const teach = (length: number) => {
    const axis = (n: number) => ({ embedding: Array.from({ length }, (_, i) => (i === n ? 1 : 0)) })
    server.onEmbedding(/zeppelin|balloon/, axis(0)).onEmbedding(/./, axis(1))
  }
  const order = async (model: string) => {
    const meaning = await embedQuestion(open(model), search.question)
    const found = await test.ctx.db.withActor(someCustomer(), (tx) =>
      searchClauses(tx, { ...search, ...(meaning ? { meaning } : {}) }),
    )
    return found.hits.map((hit) => hit.clauseId).filter((clause) => clause.startsWith(id))
  }
  const kept = () =>
    test.ctx.db.withActor(filing, (tx) =>
      tx.query<{ model: string; length: number; n: number }>(
        `select embedding_model as model, vector_dims(embedding) as length, count(*)::integer as n
         from app.policy_clauses where clause_id like $1 group by 1, 2 order by 1`,
        [`${id}#%`],
      ),
    )

  it('fuses both rankings, and a changed model never mixes with the old', async () => {
    teach(8)
    expect((await order('one'))[0]).toBe(`${id}#2`)
    const seen: [number, number][] = []
    const { embedded } = await embedClauses(test.ctx.db, open('one', { batch: 1 }), (done, of) =>
      seen.push([done, of]),
    )
    expect(embedded).toBeGreaterThanOrEqual(3)
    expect(seen.at(-1)).toEqual([embedded, embedded])
    expect(await kept()).toEqual([{ model: 'one', length: 8, n: 3 }])
    expect(await embedClauses(test.ctx.db, open('one'))).toEqual({ embedded: 0 })
    expect((await order('one')).slice(0, 2).sort()).toEqual([`${id}#1`, `${id}#2`])
    // Another model's question finds no vectors to compare with: the words alone decide.
    expect(await order('two')).toEqual([`${id}#2`])
    server.clearFixtures()
    teach(12)
    // A model that changed its length under the same name is not compared either.
    expect(await order('one')).toEqual([`${id}#2`])
    await embedClauses(test.ctx.db, open('two', { batch: 1 }))
    expect(await kept()).toEqual([{ model: 'two', length: 12, n: 3 }])
    expect((await order('two')).slice(0, 2).sort()).toEqual([`${id}#1`, `${id}#2`])
  })
})
