import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { StaffSignIn } from '../features/identity/staff-sign-in.ts'
import type { Staff } from '../features/identity/store.ts'
import type { Story } from '../negotiation/story.ts'
import type { Actor } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { once } from '../platform/idempotency.ts'
import { fromZod, onError, pointer, problem, sendProblem } from './errors.ts'
import type { Changes } from './events.ts'

/** What the HTTP layer is given: the story and what only it needs. */
export type Web = Story & {
  signIn: StaffSignIn
  changes: Changes
  customerSecret: Uint8Array
  /** Sample customers may be tried without the bank's app. */
  demo: boolean
  /** Sends a one-time code to the customer; null when the bank has set up no way. */
  sendCode: ((customerRef: string, code: { id: string; code: string }) => Promise<void>) | null
  anchorFile: string
  localToken: string
}

export type Env = {
  Variables: {
    actor: Actor
    staff: Staff
    customerRef: string
    strong: boolean
    expiresAt: Date
  }
}

export type Router = OpenAPIHono<Env>
export type Request = Context<Env>

export function actorId(c: { get(name: 'actor'): Env['Variables']['actor'] }): string {
  const actor = c.get('actor')
  return actor.kind === 'system' ? actor.job : actor.id
}

/** An application whose every refusal is a problem document. */
export function createRouter(web: Pick<Web, 'log'>): Router {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      if (result.target === 'param') return sendProblem(c, problem('not_found'))
      if (result.target === 'json') return sendProblem(c, fromZod(result.error))
      const issue = result.error.issues[0]
      const field = `/${result.target}${pointer(issue?.path ?? [])}`
      return sendProblem(c, problem('bad_request', issue?.message, { field }))
    },
  })
  app.onError(onError(web.log))
  app.notFound((c) => sendProblem(c, problem('not_found')))
  return app
}

export const smallBodies: MiddlewareHandler = bodyLimit({
  maxSize: 256 * 1024,
  onError: (c) => sendProblem(c, problem('too_large', 'at most 256 kB')),
})

/**
 * Does a write once for its idempotency key, in one transaction as the request's actor unless another is
 * named. `work` returns what identifies the result, ids only: the answer itself is read afresh by the caller.
 */
export async function write<T>(
  c: Context<Env>,
  web: Web,
  body: unknown,
  work: (tx: Tx) => Promise<T>,
  actor: Actor = c.get('actor'),
): Promise<T> {
  const key = c.req.header('idempotency-key')
  if (!key || key.length < 8 || key.length > 200) {
    throw new AppError('bad_request', 'every write needs an Idempotency-Key of 8 to 200 characters', {
      field: '/header/idempotency-key',
    })
  }
  const route = `${c.req.method} ${c.req.path}`
  const answer = await web.db.withActor(actor, (tx) =>
    once(tx, { route, key, body }, async () => ({ status: 200, body: (await work(tx)) ?? null })),
  )
  return answer.body as T
}

export function read<T>(c: Context<Env>, web: Web, work: (tx: Tx) => Promise<T>): Promise<T> {
  return web.db.withActor(c.get('actor'), work)
}

/** The version a write is based on, from `If-Match: "3"`. */
export function ifMatch(c: Context): number {
  const match = /^"?(\d+)"?$/.exec(c.req.header('if-match') ?? '')
  if (!match) {
    throw new AppError('bad_request', 'this write needs If-Match with the version it is based on', {
      field: '/header/if-match',
    })
  }
  return Number(match[1])
}
