import type { MiddlewareHandler } from 'hono'
import { readStaff } from '../../features/identity/store.ts'
import { system } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { Env, Web } from '../server.ts'

/** Who is signed in, by the sign-in library's session; the role comes from our own table. */
export function withStaff(web: Web): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.path.endsWith('/demo-logins')) return next()
    const session = await web.signIn.api
      .getSession({ headers: c.req.raw.headers })
      .catch((error: unknown) => explain(web, error))
    if (!session) throw new AppError('unauthenticated', 'sign in first')
    const [staff] = await web.db.withActor(system('staff-session'), (tx) =>
      readStaff(tx, { id: session.user.id }),
    )
    if (!staff) throw new AppError('forbidden', 'this account is not active')
    c.set('actor', { kind: 'staff', id: staff.id, role: staff.role })
    c.set('staff', staff)
    c.set('expiresAt', new Date(session.session.expiresAt))
    await next()
  }
}

/** The sign-in library says nothing of why it failed: a database that is away is told as that. */
async function explain(web: Web, error: unknown): Promise<never> {
  await web.db.ping().catch(() => {
    throw new AppError('unavailable', 'the database is away')
  })
  throw error
}
