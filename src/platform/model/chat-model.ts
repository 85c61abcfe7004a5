import type { ChatOpenAI } from '@langchain/openai'
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { faultOf, ModelFault, type Usage } from './fault.ts'
import { tryAgain } from './try-again.ts'

export type ChatSettings = {
  /** Names at the endpoint, in the order they are tried. */
  models: string[]
  apiKey: string
  /** Any OpenAI-compatible endpoint; OpenAI's own when left out. */
  baseUrl?: string
  /** How the endpoint is asked for JSON: by schema, or by the older plain mode. */
  output?: 'json_schema' | 'json_object'
  /** Milliseconds for one model, its further tries included. */
  timeoutMs?: number
  /** Further tries after overload or failure, with growing pauses. */
  retries?: number
  /** Milliseconds the endpoint is left alone after five outages in a row. */
  restMs?: number
}

export type ModelCall = {
  system: string
  user: string
  /** What the answer must be, as JSON Schema. */
  output: { name: string; schema: Record<string, unknown> }
  /** Most tokens the answer may have. */
  maxTokens: number
  /** Given all of the text so far each time some arrives, and waited for; what it throws ends the call. */
  onText?: (soFar: string) => void | Promise<void>
  signal?: AbortSignal
  /**
   * Asked for each request before it leaves, further tries and other models included: only `send` lets it go. What it
   * throws of its own ends the call.
   */
  pass: (model: string, send: () => Promise<ModelAnswer>) => Promise<ModelAnswer>
}

export type ModelAnswer = {
  text: string
  /** Which of the models answered. */
  model: string
  /** As the endpoint counts them; estimated where it does not say. */
  usage: Usage
}

/** A model behind an OpenAI-compatible endpoint, asked for JSON. It sees what it is given and nothing else. */
export type ChatModel = { names: readonly string[]; ask(call: ModelCall): Promise<ModelAnswer> }

/**
 * Opens the chat models of one endpoint, the first the usual one, the others for when it fails. Throws
 * `ModelFault` and nothing else from the endpoint; errors of `onText` and `pass` come through as they are.
 */
export function openChatModel(settings: ChatSettings): ChatModel {
  const { models, restMs = 30_000 } = settings
  const clients = new Map<string, Promise<ChatOpenAI>>()
  const clientOf = (model: string, maxTokens: number): Promise<ChatOpenAI> => {
    const key = `${model} ${maxTokens}`
    const opened = clients.get(key) ?? openClient(settings, model, maxTokens)
    clients.set(key, opened)
    return opened
  }
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ModelFault && error.isOutage),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(5) },
  )
  return {
    names: models,
    ask: async (call) => {
      let last: unknown
      for (const model of models) {
        if (breaker.state === CircuitState.Open) break
        try {
          return await breaker.execute(async () =>
            askOne(await clientOf(model, call.maxTokens), model, settings, call),
          )
        } catch (error) {
          if (!(error instanceof ModelFault) || call.signal?.aborted) throw error
          last = error
        }
      }
      throw last ?? new ModelFault('breaker_open')
    },
  }
}

async function openClient(
  { apiKey, baseUrl }: ChatSettings,
  model: string,
  maxTokens: number,
): Promise<ChatOpenAI> {
  // Loaded when it is needed: it takes most of a second.
  const { ChatOpenAI } = await import('@langchain/openai')
  return new ChatOpenAI({
    model,
    apiKey,
    configuration: { baseURL: baseUrl ?? null, organization: null, project: null },
    // Further tries are ours: each has to pass before it leaves.
    maxRetries: 0,
    maxTokens,
    streamUsage: true,
    useResponsesApi: false,
  })
}

async function askOne(
  client: ChatOpenAI,
  model: string,
  settings: ChatSettings,
  call: ModelCall,
): Promise<ModelAnswer> {
  const { retries = 2, timeoutMs = 30_000 } = settings
  const limit = AbortSignal.timeout(timeoutMs)
  return tryAgain(retries, async () => {
    if (limit.aborted) throw new ModelFault('timeout')
    if (call.signal?.aborted) throw new ModelFault('stopped')
    return call.pass(model, () => send(client, model, settings, call, limit))
  })
}

async function send(
  client: ChatOpenAI,
  model: string,
  { output = 'json_schema' }: ChatSettings,
  call: ModelCall,
  limit: AbortSignal,
): Promise<ModelAnswer> {
  const { name, schema } = call.output
  const heard = { text: '', finish: '', refused: false, input: 0, output: 0 }
  const usage = (): Usage => ({
    input: heard.input || estimateQuestion(call),
    output: heard.output || estimateTokens(heard.text),
  })
  let stopped: { by: unknown } | undefined
  try {
    const stream = await client.stream(
      [
        ['system', call.system],
        ['human', call.user],
      ],
      {
        signal: call.signal ? AbortSignal.any([limit, call.signal]) : limit,
        response_format:
          output === 'json_schema'
            ? { type: 'json_schema', json_schema: { name, schema, strict: true } }
            : { type: 'json_object' },
      },
    )
    for await (const chunk of stream) {
      if (typeof chunk.content === 'string') heard.text += chunk.content
      heard.finish ||= String(chunk.response_metadata.finish_reason ?? '')
      heard.refused ||= Boolean(chunk.additional_kwargs.refusal)
      heard.input = chunk.usage_metadata?.input_tokens ?? heard.input
      heard.output = chunk.usage_metadata?.output_tokens ?? heard.output
      if (chunk.content === '' || !call.onText) continue
      try {
        await call.onText(heard.text)
      } catch (by) {
        stopped = { by }
        throw by
      }
    }
    if (heard.refused || heard.finish === 'content_filter') throw new ModelFault('refused')
    if (heard.text.trim() === '') throw new ModelFault('empty')
    if (heard.finish !== 'stop') throw new ModelFault('truncated')
    return { text: heard.text, model, usage: usage() }
  } catch (error) {
    if (stopped) throw stopped.by
    const fault = call.signal?.aborted ? new ModelFault('stopped') : faultOf(error, limit.aborted)
    fault.usage = usage()
    throw fault
  }
}

/** About how many tokens a question has, with the form of its answer; on the high side. */
export function estimateQuestion({
  system,
  user,
  output,
}: Pick<ModelCall, 'system' | 'user' | 'output'>): number {
  return estimateTokens(system + user + JSON.stringify(output.schema))
}

/** About how many tokens a text has: one a Chinese character, one for four others; on the high side. */
export function estimateTokens(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return Math.ceil(han * 1.2 + (text.length - han) / 3)
}
