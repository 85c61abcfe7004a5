import type { z } from 'zod'
import type { Problem } from '../http/shapes.ts'
import { createEventReader } from './ui/read-events.ts'

export type ProblemBody = z.infer<typeof Problem>

/** The server understood and said no; `body` is its problem document, fit to be shown. */
export class ApiProblem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.title)
    this.name = 'ApiProblem'
    this.body = body
  }
}

/** No answer came: whether the server acted is unknown, so only a repeat with the same key is safe. */
export class Unreachable extends Error {}

type Options = {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
  /** The request outlives the page that made it. */
  keepalive?: boolean
}

/** One JSON request to our own server. Throws `ApiProblem` for a refusal, `Unreachable` when no answer came. */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await ask(path, options)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

/** Asks and gives the answer as it begins to arrive; a refusal is thrown. */
async function ask(path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
  const { body } = options
  // A form says its own type, with the boundary in it.
  const form = body instanceof FormData
  if (body !== undefined && !form) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      body: body === undefined || form ? body : JSON.stringify(body),
      signal: options.signal,
      credentials: 'same-origin',
      keepalive: options.keepalive ?? false,
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new Unreachable(path, { cause })
  }
  if (!response.ok) throw new ApiProblem(await readProblem(response))
  return response
}

async function readProblem(response: Response): Promise<ProblemBody> {
  const status = response.status
  const fallback: ProblemBody = {
    type: 'about:blank',
    status,
    code: `http_${status}`,
    title: `服务器返回错误 ${status} / The server answered ${status}`,
  }
  const body: unknown = await response.json().catch(() => null)
  if (!body || typeof body !== 'object') return fallback
  const { title, code, message } = body as { title?: unknown; code?: unknown; message?: unknown }
  if (typeof title === 'string') return { ...fallback, ...body }
  return {
    ...fallback,
    code: typeof code === 'string' ? code : fallback.code,
    detail: typeof message === 'string' ? message : undefined,
  }
}

const openIntents = new Map<string, string>()

/**
 * A write with the idempotency key of its intent: the same method, path, version and body keep one key until the
 * server has answered for good, so a repeat after a lost answer is never a second deed.
 */
export async function write<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown,
  version?: number,
): Promise<T> {
  return keyed([method, path, version ?? ''], body, (key) => {
    const headers: Record<string, string> = { 'idempotency-key': key }
    if (version !== undefined) headers['if-match'] = `"${version}"`
    return request<T>(path, { method, body, headers })
  })
}

async function keyed<T>(
  deed: readonly (string | number)[],
  body: unknown,
  send: (key: string, settle: () => void) => Promise<T>,
): Promise<T> {
  const intent = [...deed, JSON.stringify(body)].join('\n')
  const key = openIntents.get(intent) ?? crypto.randomUUID()
  openIntents.set(intent, key)
  try {
    const answer = await send(key, () => openIntents.delete(intent))
    openIntents.delete(intent)
    return answer
  } catch (error) {
    if (error instanceof ApiProblem && isFinal(error.body.status)) openIntents.delete(intent)
    throw error
  }
}

/** Longer than the server lets anything take between two events. */
const silenceMs = 100_000

/**
 * A POST whose answer arrives bit by bit: each event but the last goes to `onEvent`, the one named `last` carries the
 * answer, `failed` a problem, after which a repeat is a new deed. A plain JSON answer, as a proxy may make of it, is
 * the answer. A stream that breaks off is `Unreachable`, and a repeat carries the same key.
 */
export async function writeStreamed<T>(
  path: string,
  body: unknown,
  last: string,
  onEvent: (event: string, data: unknown) => void,
): Promise<T> {
  return keyed(['POST', path], body, async (key, settle) => {
    const silence = new AbortController()
    const headers = { 'idempotency-key': key, accept: 'text/event-stream, application/json;q=0.9' }
    const response = await ask(path, { method: 'POST', body, headers })
    if (!response.headers.get('content-type')?.includes('event-stream')) return (await response.json()) as T
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      const read = createEventReader()
      const reader = response
        .body!.pipeThrough(new TextDecoderStream(), { signal: silence.signal })
        .getReader()
      for (;;) {
        timer = setTimeout(() => silence.abort(), silenceMs)
        const { done, value } = await reader.read()
        clearTimeout(timer)
        if (done) throw new Unreachable(path)
        for (const { event, data } of read(value)) {
          if (event === 'failed') {
            settle()
            throw new ApiProblem(JSON.parse(data) as ProblemBody)
          }
          if (event === last) return JSON.parse(data) as T
          onEvent(event, JSON.parse(data))
        }
      }
    } catch (cause) {
      if (cause instanceof ApiProblem || cause instanceof Unreachable) throw cause
      throw new Unreachable(path, { cause })
    } finally {
      clearTimeout(timer)
    }
  })
}

/** Whether a refusal settles the intent. A conflict may mean "still in flight" and a 5xx may hide a success. */
export function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)
}
