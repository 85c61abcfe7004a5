/*
 * Times the same corpus and questions through the bank's own search and through LangChain's PGVectorStore with a
 * deterministic test embedder, in one run: time only, the test vectors mean nothing.
 *   COMPARE_DATABASE_URL=postgres://…/name_test node scripts/compare-vector-store.mjs SET.json [dimensions]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGVectorStore } from '@langchain/community/vectorstores/pgvector'
import { Embeddings } from '@langchain/core/embeddings'
import pg from 'pg'
import { addStaff } from '../src/features/identity/store.ts'
import { fileSet, RetrievalSet } from '../src/features/policies/bench-retrieval.ts'
import { percentile } from '../src/features/policies/score-ranking.ts'
import { searchClauses } from '../src/features/policies/search-clauses.ts'
import { tokenize } from '../src/features/policies/tokens.ts'
import { systemClock } from '../src/platform/clock.ts'
import { connectServer } from '../src/platform/connect-server.ts'
import { system } from '../src/platform/context.ts'
import { openDatabase } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'
import { migrate, readMigrations } from '../src/platform/migrate.ts'

const [file, dimensions = '1536'] = process.argv.slice(2)
const url = process.env.COMPARE_DATABASE_URL ?? ''
if (!file || !new URL(url).pathname.endsWith('_test'))
  throw new Error(
    'usage: COMPARE_DATABASE_URL=postgres://…/name_test compare-vector-store.mjs SET.json [dimensions]',
  )

/** Each word falls on a place of the vector; the same text always gives the same vector. */
class TestEmbeddings extends Embeddings {
  async embedDocuments(texts) {
    return texts.map((text) => {
      const vector = new Array(Number(dimensions)).fill(0.001)
      for (const word of tokenize(text)) {
        let place = 7
        for (const character of word) place = (place * 31 + character.codePointAt(0)) % vector.length
        vector[place] += 1
      }
      return vector
    })
  }

  async embedQuery(text) {
    return (await this.embedDocuments([text]))[0]
  }
}

const root = join(import.meta.dirname, '..')
const set = RetrievalSet.parse({ name: 'compare', ...JSON.parse(readFileSync(file, 'utf8')) })
const connection = connectServer({ url })
await migrate(connection.appPool, await readMigrations(join(root, 'migrations')))
const db = openDatabase(connection, systemClock, 'Asia/Shanghai')
await fileSet(db, set, { owner: await keeper('policy_owner'), reviewer: await keeper('compliance') })

// The store keeps one connection for itself.
const pool = new pg.Pool({ connectionString: url, max: 2 })
const store = await PGVectorStore.initialize(new TestEmbeddings({}), { pool, tableName: 'compare_vectors' })
await store.addDocuments(
  set.docs.map(({ id, title, text }) => ({ pageContent: `${title}\n${text}`, metadata: { id } })),
)
await pool.query('analyze compare_vectors')
await connection.appPool.query('analyze')

/** Each store answers all the questions in turn, so that neither sweeps up after the other; the first round is not counted. */
const stores = {
  parley: (text) =>
    db.withActor(system('bench'), (tx) =>
      searchClauses(tx, { question: text, asOf: '2026-01-01', audience: 'internal', limit: 10 }),
    ),
  pgvector_store: (text) => store.similaritySearch(text, 10),
}
const times = { parley: [], pgvector_store: [] }
for (let round = 0; round < 4; round++)
  for (const [name, ask] of Object.entries(stores))
    for (const { text } of set.queries) {
      const started = performance.now()
      await ask(text)
      if (round > 0) times[name].push(performance.now() - started)
    }
const mean = (of) => of.reduce((sum, one) => sum + one, 0) / of.length
const tell = (of) => ({ mean_ms: mean(of), p50_ms: percentile(of, 0.5), p95_ms: percentile(of, 0.95) })
console.log(
  JSON.stringify({
    docs: set.docs.length,
    queries: set.queries.length,
    parley: tell(times.parley),
    pgvector_store: tell(times.pgvector_store),
  }),
)
await pool.query('drop table compare_vectors')
await store.end()
await connection.close()

async function keeper(role) {
  const id = newId()
  const person = { id, email: `${id}@bench.example`, name: role, role, language: 'en', demo: false }
  await db.withActor(system('bench'), (tx) => addStaff(tx, person, []))
  return { kind: 'staff', id, role }
}
