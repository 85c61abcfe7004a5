import { z } from 'zod'
import { recordRefusal, recordSignIn, type SignInRefusal } from '../features/identity/record-sign-in.ts'
import { readStaff } from '../features/identity/store.ts'
import { system } from '../platform/context.ts'
import { AppError } from '../platform/errors.ts'
import type { Request as Asked, Router, Web } from './server.ts'

const path = '/api/auth'
const machine = system('sign-in')
/** Attempts past the limit (429) are counted by the limiter: a row for each would let a flood fill the trail. */
const refusals: Record<number, SignInRefusal> = { 400: 'malformed', 401: 'credentials', 403: 'origin' }

const Typed = z.object({ email: z.unknown() })
const SignedIn = z.object({ token: z.string(), user: z.object({ id: z.string() }) })

/** The sign-in library's own routes; every sign-in and every refusal is in the audit before it is answered. */
export function addSignInRoutes(app: Router, web: Web): void {
  app.on(['GET', 'POST'], `${path}/*`, async (c) => {
    const request = new Request(c.req.raw)
    request.headers.set('x-parley-address', addressOf(c))
    if (!c.req.path.startsWith(`${path}/sign-in`)) return web.signIn.handler(request)
    const typed = Typed.safeParse(
      await request
        .clone()
        .json()
        .catch(() => null),
    ).data
    const answer = await web.signIn.handler(request)
    if (answer.ok) return admit(web, answer)
    const reason = refusals[answer.status]
    if (reason) await web.db.withActor(machine, (tx) => recordRefusal(tx, { email: typed?.email }, reason))
    return answer
  })
}

/** Hands over the session once it is on record; one of somebody who no longer works here is ended. */
async function admit(web: Web, answer: Response): Promise<Response> {
  const { token, user } = SignedIn.parse(await answer.clone().json())
  const [staff] = await web.db.withActor(machine, (tx) => readStaff(tx, { id: user.id }))
  if (staff) {
    const { id, role } = staff
    await web.db.withActor({ kind: 'staff', id, role }, (tx) => recordSignIn(tx, staff))
    return answer
  }
  await (await web.signIn.$context).internalAdapter.deleteSession(token)
  await web.db.withActor(machine, (tx) => recordRefusal(tx, user, 'inactive'))
  throw new AppError('forbidden', 'this account is not active')
}

function addressOf(c: Asked): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? '127.0.0.1'
}
