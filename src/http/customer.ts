import { createRoute, z } from '@hono/zod-openapi'
import { addAgreements } from './customer/agreements.ts'
import { addConversations } from './customer/conversations.ts'
import { addOffers } from './customer/offers.ts'
import { addSession } from './customer/session.ts'
import { addVerification } from './customer/verification.ts'
import { withCustomer } from './customer/with-customer.ts'
import { streamChanges } from './events.ts'
import { refusal } from './route.ts'
import type { Router } from './server.ts'
import { actorId, createRouter, type Web } from './server.ts'

/** The customer's side. Everyone here is one customer, by the token of the bank's own app, and sees only theirs. */
export function customerRoutes(web: Web): Router {
  const app = createRouter(web)
  app.use('*', withCustomer(web))
  addSession(app, web)
  addConversations(app, web)
  addVerification(app, web)
  addOffers(app, web)
  addAgreements(app, web)
  app.openapi(
    createRoute({
      method: 'get',
      path: '/events',
      responses: {
        200: {
          description: 'changes as they happen',
          content: { 'text/event-stream': { schema: z.string() } },
        },
        default: refusal,
      },
    }),
    (c) => {
      const mine = actorId(c)
      return streamChanges(
        c,
        web.changes,
        (change) => (change.customer === mine && change.topic === 'conversation' ? [change] : []),
        c.get('expiresAt'),
      ) as never
    },
  )
  return app
}
