import type { MiddlewareHandler } from 'hono'
import { readCustomerToken } from '../../features/identity/customer-token.ts'
import { system } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { Env, Web } from '../server.ts'

const open = new Set(['/demo-customers', '/demo-session'])

export function withCustomer(web: Web): MiddlewareHandler<Env> {
  return async (c, next) => {
    if ([...open].some((path) => c.req.path.endsWith(path))) return next()
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    const claim = await readCustomerToken(token, web.customerSecret, web.clock.now())
    const [row] = await web.db.withActor(system('customer-session'), (tx) =>
      tx.query<{ id: string }>('select id from app.customers where ref = $1', [claim.ref]),
    )
    if (!row) throw new AppError('unauthenticated', 'the token names nobody we know')
    c.set('actor', { kind: 'customer', id: row.id })
    c.set('customerRef', claim.ref)
    c.set('strong', claim.strong)
    c.set('expiresAt', claim.expiresAt)
    await next()
  }
}
