import { AppError } from '../../../platform/errors.ts'
import { estimateTokens } from '../../../platform/model/chat-model.ts'
import { faultOf, ModelFault } from '../../../platform/model/fault.ts'
import { tryAgain } from '../../../platform/model/try-again.ts'

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

/** What one request brought, and the tokens it took. */
export type Embedded = { vectors: number[][]; tokens: number }

/** Asked for each request before it leaves, with the most tokens it may take; only `send` lets it go. */
export type Pass = (tokens: number, send: () => Promise<Embedded>) => Promise<Embedded>

/** An embedding model that nothing reaches but through a `Pass`. */
export type EmbeddingEndpoint = { name: string; through(pass: Pass): EmbeddingModel }

/** Characters of one text that are sent; models cut or refuse what is longer than some thousand tokens. */
const longestText = 6_000
/** Tokens of one request, about; a text alone may have fewer. */
const mostTokens = 100_000

/**
 * An embedding model behind an OpenAI-compatible endpoint. Requests are batched and tried again on overload and
 * failure; an answer that is short, uneven or not of numbers is refused whole (`unavailable`).
 */
export function openEmbeddingModel(settings: EmbeddingSettings): EmbeddingEndpoint {
  const { model, apiKey, baseUrl, timeoutMs = 30_000, retries = 3, batch = 64 } = settings
  const client = import('openai').then(
    ({ default: OpenAI }) =>
      new OpenAI({
        apiKey,
        baseURL: baseUrl ?? null,
        timeout: timeoutMs,
        // Further tries are ours: each has to pass before it leaves.
        maxRetries: 0,
        organization: null,
        project: null,
      }),
  )
  const send = async (input: string[], estimate: number): Promise<Embedded> => {
    const answer = await (await client).embeddings
      .create({ model, input, encoding_format: 'float' })
      .catch((error: unknown) => {
        throw faultOf(error, false)
      })
    const vectors = [...answer.data].sort((a, b) => a.index - b.index).map((row) => row.embedding)
    if (vectors.length !== input.length || !areVectors(vectors)) throw new ModelFault('malformed')
    return { vectors, tokens: answer.usage?.prompt_tokens || estimate }
  }
  return {
    name: model,
    through: (pass) => ({
      name: model,
      embed: async (texts) => {
        const rows: number[][] = []
        for (const input of batches(texts, batch)) {
          const tokens = tokensOf(input)
          const { vectors } = await tryAgain(retries, () => pass(tokens, () => send(input, tokens))).catch(
            explain,
          )
          rows.push(...vectors)
        }
        if (!areVectors(rows))
          throw new AppError('unavailable', 'the embedding model changed its vector length')
        return rows
      },
    }),
  }
}

function explain(error: unknown): never {
  if (!(error instanceof ModelFault)) throw error
  throw new AppError('unavailable', `the embedding model failed: ${error.reason}`, { reason: error.reason })
}

/** The texts, cut to what is sent of each, in the requests they go in. */
function batches(texts: string[], most: number): string[][] {
  const requests: string[][] = []
  for (const text of texts.map((whole) => whole.slice(0, longestText))) {
    const last = requests.at(-1)
    if (last && last.length < most && tokensOf([...last, text]) <= mostTokens) last.push(text)
    else requests.push([text])
  }
  return requests
}

function tokensOf(texts: string[]): number {
  return Math.max(1, estimateTokens(texts.join('\n')))
}

function areVectors(rows: number[][]): boolean {
  const length = rows[0]?.length ?? 0
  return rows.every((row) => row.length === length && length > 0 && row.every(Number.isFinite))
}
