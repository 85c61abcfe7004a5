import { randomUUID } from 'node:crypto'

// biome-ignore lint/suspicious/noExplicitAny: what a server says is for the assertions to judge
export type Said = any

export type Answer<T = Said> = { status: number; type: string; body: T; headers: Headers }

export type CallOptions = {
  /** A customer's bearer token, or a staff member's cookie. */
  token?: string
  cookie?: string
  body?: unknown
  /** Sent as it is, for bodies that are no JSON. */
  raw?: string
  /** The idempotency key; a fresh one when left out, none when null. */
  key?: string | null
  match?: number
  headers?: Record<string, string>
}

/** One request; every status is an answer, only a connection that fails throws. */
export async function call<T = Said>(
  url: string,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const { token, cookie, body, raw, match } = options
  const key = options.key === undefined ? randomUUID() : options.key
  const isWrite = method !== 'GET'
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(cookie ? { cookie } : {}),
      ...(isWrite ? { 'content-type': 'application/json' } : {}),
      ...(isWrite && key !== null ? { 'idempotency-key': key } : {}),
      ...(match === undefined ? {} : { 'if-match': `"${match}"` }),
      ...options.headers,
    },
    ...(raw === undefined ? {} : { body: raw }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const type = response.headers.get('content-type') ?? ''
  const answer = type.includes('json') ? await response.json() : Buffer.from(await response.arrayBuffer())
  return { status: response.status, type, body: answer as T, headers: response.headers }
}

/** The same, for calls that must succeed; the body. */
export async function expectOk<T = Said>(
  url: string,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<T> {
  const answer = await call<T>(url, method, path, options)
  if (answer.status >= 300) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  }
  return answer.body
}

export async function customerToken(url: string, ref: string): Promise<string> {
  return (await expectOk(url, 'POST', '/api/customer/demo-session', { body: { ref } })).token
}

const demoPassword = 'heheng-demo-2026'

/** Signs a demo member of staff in; waits when sign-ins come too fast. */
export async function staffCookie(url: string, name: string): Promise<string> {
  for (;;) {
    const answer = await call(url, 'POST', '/api/auth/sign-in/email', {
      body: { email: `${name}@heheng.example`, password: demoPassword },
      headers: { origin: url },
    })
    if (answer.status === 429) {
      await new Promise((wake) => setTimeout(wake, 1_000))
      continue
    }
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`)
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }
}

/** Asks again until there is something to return. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false | null>,
  seconds = 30,
): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const got = await ask()
    if (got) return got
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`)
    await new Promise((wake) => setTimeout(wake, 150))
  }
}

export type Heard = { event: string; id: string; data: string }

/** Follows a stream of events, collecting what it hears until closed. */
export async function listenTo(
  url: string,
  path: string,
  auth: { token?: string; cookie?: string },
): Promise<{ heard: Heard[]; close(): void }> {
  const stop = new AbortController()
  const response = await fetch(url + path, {
    headers: auth.token ? { authorization: `Bearer ${auth.token}` } : { cookie: auth.cookie ?? '' },
    signal: stop.signal,
  })
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  const heard: Heard[] = []
  void (async () => {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const bytes of response.body!) {
      rest += decoder.decode(bytes, { stream: true })
      const blocks = rest.split('\n\n')
      rest = blocks.pop()!
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? ''
        heard.push({ event: field('event'), id: field('id'), data: field('data') })
      }
    }
  })().catch(() => {})
  return { heard, close: () => stop.abort() }
}
