import { AppError } from '../../../platform/errors.ts'

export type EmbeddingSettings = {
  /** Name of the model at the endpoint. */
  model: string
  apiKey: string
  /** Any OpenAI-compatible endpoint; OpenAI's own when left out. */
  baseUrl?: string
  timeoutMs?: number
  retries?: number
  /** Texts sent at once. */
  batch?: number
}

/** Turns texts into vectors of one length; texts carry nothing personal. */
export type EmbeddingModel = { name: string; embed(texts: string[]): Promise<number[][]> }

/** Characters of one text that are sent; models cut or refuse what is longer than some thousand tokens. */
const longestText = 6_000

/**
 * An embedding model behind an OpenAI-compatible endpoint. Requests are batched and tried again on overload and
 * failure; an answer that is short, uneven or not of numbers is refused whole (`unavailable`).
 */
export function openEmbeddingModel(settings: EmbeddingSettings): EmbeddingModel {
  const { model, apiKey, baseUrl, timeoutMs = 30_000, retries = 3, batch = 64 } = settings
  const client = import('openai').then(
    ({ default: OpenAI }) =>
      new OpenAI({
        apiKey,
        baseURL: baseUrl ?? null,
        timeout: timeoutMs,
        maxRetries: retries,
        organization: null,
        project: null,
      }),
  )
  const embedBatch = async (texts: string[]): Promise<number[][]> => {
    const input = texts.map((text) => text.slice(0, longestText))
    try {
      const answer = await (await client).embeddings.create({ model, input, encoding_format: 'float' })
      const rows = [...answer.data].sort((a, b) => a.index - b.index).map((row) => row.embedding)
      if (rows.length === texts.length && areVectors(rows)) return rows
    } catch (error) {
      const { status, name } = error as { status?: number; name: string }
      throw new AppError('unavailable', `the embedding model failed: ${status ?? name}`)
    }
    throw new AppError('unavailable', 'the embedding model gave an answer that is no list of vectors')
  }
  return {
    name: model,
    embed: async (texts) => {
      const rows: number[][] = []
      for (let start = 0; start < texts.length; start += batch)
        rows.push(...(await embedBatch(texts.slice(start, start + batch))))
      if (!areVectors(rows))
        throw new AppError('unavailable', 'the embedding model changed its vector length')
      return rows
    },
  }
}

function areVectors(rows: number[][]): boolean {
  const length = rows[0]?.length ?? 0
  return rows.every((row) => row.length === length && length > 0 && row.every(Number.isFinite))
}
