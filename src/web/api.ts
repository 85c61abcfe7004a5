import type { z } from 'zod'
import type { Problem } from '../http/shapes.ts'

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

type Options = { method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

/** One JSON request to our own server. Throws `ApiProblem` for a refusal, `Unreachable` when no answer came. */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
      credentials: 'same-origin',
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new Unreachable(path, { cause })
  }
  if (!response.ok) throw new ApiProblem(await readProblem(response))
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
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
  const intent = [method, path, version ?? '', JSON.stringify(body)].join('\n')
  const key = openIntents.get(intent) ?? crypto.randomUUID()
  openIntents.set(intent, key)
  const headers: Record<string, string> = { 'idempotency-key': key }
  if (version !== undefined) headers['if-match'] = `"${version}"`
  try {
    const answer = await request<T>(path, { method, body, headers })
    openIntents.delete(intent)
    return answer
  } catch (error) {
    if (error instanceof ApiProblem && isFinal(error.body.status)) openIntents.delete(intent)
    throw error
  }
}

/** Whether a refusal settles the intent. A conflict may mean "still in flight" and a 5xx may hide a success. */
export function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)
}
