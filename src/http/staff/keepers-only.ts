import type { MiddlewareHandler } from 'hono'
import { keepsPolicies } from '../../features/policies/allowed-moves.ts'
import { AppError } from '../../platform/errors.ts'
import type { Env } from '../server.ts'

/** For those who keep the policies; said before a body is read. The database refuses others all the same. */
export const keepersOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (!keepsPolicies(c.get('staff').role))
    throw new AppError('forbidden', 'only those who keep the policies', { reason: 'not_keeper' })
  await next()
}
