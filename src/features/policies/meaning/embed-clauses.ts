import { type Actor, system } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import type { EmbeddingModel } from './embedding-model.ts'
import { countUnembedded, type Meaning, pageUnembedded, saveEmbeddings } from './meaning-store.ts'

const pageSize = 64

/**
 * Gives every clause in use a vector of the model, page by page: the model is called between transactions, and
 * what is done stays done, so that a stopped run goes on where it was. Vectors of another model are replaced.
 */
export async function embedClauses(
  db: Database,
  model: EmbeddingModel,
  progress: (done: number, of: number) => void = () => {},
): Promise<{ embedded: number }> {
  const actor: Actor = system('embed')
  const of = await db.withActor(actor, (tx) => countUnembedded(tx, model.name))
  let embedded = 0
  let after: string | null = null
  for (;;) {
    const page = await db.withActor(actor, (tx) => pageUnembedded(tx, model.name, after, pageSize))
    if (page.length === 0) break
    const vectors = await model.embed(
      page.map(({ path, heading, body }) => [...new Set([...path, heading]), body].join('\n')),
    )
    const rows = page.map(({ id }, i) => ({ id, vector: vectors[i]! }))
    await db.withActor(actor, (tx) => saveEmbeddings(tx, model.name, rows))
    embedded += page.length
    after = page.at(-1)!.id
    progress(embedded, Math.max(of, embedded))
  }
  return { embedded }
}

/**
 * A question, nothing personal left in it, as a vector; undefined when the model fails: the words then have to
 * do. Called outside a transaction.
 */
export async function embedQuestion(model: EmbeddingModel, masked: string): Promise<Meaning | undefined> {
  const [vector] = await model.embed([masked]).catch(() => [])
  return vector && { model: model.name, vector }
}
