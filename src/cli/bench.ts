import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { addStaff } from '../features/identity/store.ts'
import { benchRefusal, readQuestionLines } from '../features/policies/bench-refusal.ts'
import { benchRetrieval, RetrievalSet } from '../features/policies/bench-retrieval.ts'
import type { EmbeddingModel } from '../features/policies/meaning/embedding-model.ts'
import { embeddingOf, root } from '../main.ts'
import { bookedEmbeddings } from '../negotiation/book-embedding.ts'
import { openPrivateStory } from '../negotiation/private-story.ts'
import { localDate, systemClock } from '../platform/clock.ts'
import { connectEmbedded } from '../platform/connect-embedded.ts'
import { connectServer } from '../platform/connect-server.ts'
import { type Actor, system } from '../platform/context.ts'
import { openDatabase } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { migrate, readMigrations } from '../platform/migrate.ts'
import { benchDraft } from './bench-draft.ts'
import { benchEngine } from './bench-engine.ts'
import { type Command, options, Usage } from './command.ts'
import { print } from './json-lines.ts'

const zone = 'Asia/Shanghai'
const Raw = z.object({ docs: z.array(z.unknown()), queries: z.array(z.unknown()) })

export const bench: Command = {
  usage: 'retrieval --set FILE [--json] | refusal [--json] | engine [--json] | draft [--json]',
  about:
    'measure retrieval on a labelled set, the offer engine and the simulator, or how long a draft takes, through production code',
  help: '\nRetrieval and drafts run on a private database, or on the empty one that BENCH_DATABASE_URL names (ending in _test). With EMBEDDING_MODEL and OPENAI_API_KEY (OPENAI_BASE_URL) the model takes part.',
  async run(args) {
    const { values, positionals } = options(args, {
      set: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const [what, ...more] = positionals
    if (more.length > 0) throw new Usage(`unexpected ${more[0]}`)
    const result = await measure(what, values.set)
    if (values.json) print(result)
    else
      for (const [name, value] of Object.entries(result))
        console.log(`${name.padEnd(20)} ${JSON.stringify(value)}`)
    return 0
  },
}

async function measure(what: string | undefined, set: string | undefined): Promise<object> {
  if (what === 'engine') return benchEngine()
  if (what === 'refusal') return refusal()
  if (what === 'retrieval' && set) return retrieval(set)
  if (what === 'draft') return benchDraft(benchDatabase())
  throw new Usage('bench knows: retrieval --set FILE, refusal, engine and draft')
}

/** The committed questions of the sample bank; `later` ones were written after the thresholds were set. */
async function refusal(): Promise<object> {
  const story = await openPrivateStory(root)
  try {
    const asOf = localDate(story.clock.now(), story.zone)
    const questions = async (name: string) =>
      readQuestionLines(await readFile(join(root, `sample-bank/questions/${name}.txt`), 'utf8'))
    const result: Record<string, object> = {}
    for (const name of ['zh', 'zh-later', 'en', 'en-later']) {
      const set = {
        inScope: await questions(`in-scope-${name}`),
        outOfScope: await questions(`out-of-scope-${name}`),
      }
      result[name] = await benchRefusal(story.db, set, asOf)
    }
    return result
  } finally {
    await story.close()
  }
}

async function retrieval(file: string) {
  const raw = Raw.parse(JSON.parse(await readFile(file, 'utf8')))
  const set = RetrievalSet.parse({ name: 'bench', ...raw })
  const url = benchDatabase()
  const connection = url ? connectServer({ url }) : await connectEmbedded()
  try {
    await migrate(connection.appPool, await readMigrations(join(root, 'migrations')))
    const db = openDatabase(connection, systemClock, zone)
    const [owner, reviewer] = [await keeper(db, 'policy_owner'), await keeper(db, 'compliance')]
    return await benchRetrieval(db, set, { owner, reviewer }, modelFor(db))
  } finally {
    await connection.close()
  }
}

function benchDatabase(): string | undefined {
  const url = process.env.BENCH_DATABASE_URL
  if (url && !new URL(url).pathname.endsWith('_test'))
    throw new Usage('BENCH_DATABASE_URL must name a database ending in _test')
  return url
}

/** The embedding model the environment names, its requests booked in the database that is measured. */
function modelFor(db: ReturnType<typeof openDatabase>): EmbeddingModel | undefined {
  if (!process.env.EMBEDDING_MODEL) return undefined
  const use = embeddingOf(readConfig(process.env))
  return use ? bookedEmbeddings({ db, clock: systemClock, zone }, use, { purpose: 'clauses' }) : undefined
}

async function keeper(
  db: ReturnType<typeof openDatabase>,
  role: 'policy_owner' | 'compliance',
): Promise<Actor> {
  const id = newId()
  await db.withActor(system('bench'), (tx) =>
    addStaff(tx, { id, email: `${id}@bench.example`, name: role, role, language: 'en', demo: false }, []),
  )
  return { kind: 'staff', id, role }
}
