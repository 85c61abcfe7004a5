import { createRoute, z } from '@hono/zod-openapi'
import { nameIn } from '../../features/customers/model.ts'
import { readCustomer, readCustomers } from '../../features/customers/store.ts'
import { signCustomerToken } from '../../features/identity/customer-token.ts'
import { readBank } from '../../features/policies/bank.ts'
import { today } from '../../negotiation/story.ts'
import { system } from '../../platform/context.ts'
import { AppError, found } from '../../platform/errors.ts'
import { json, ok } from '../route.ts'
import type { Router } from '../server.ts'
import { actorId, read, type Web } from '../server.ts'
import { iso } from '../views.ts'
import * as shapes from './shapes.ts'

/** Who the customer is; sample customers to try. */
export function addSession(app: Router, web: Web): void {
  app
    .openapi(
      createRoute({
        method: 'get',
        path: '/demo-customers',
        responses: ok(z.object({ customers: z.array(shapes.DemoCustomer) })),
      }),
      async (c) => {
        if (!web.demo) throw new AppError('not_found', 'there are no sample customers here')
        const customers = await web.db.withActor(system('demo'), (tx) =>
          readCustomers(web, tx, { demo: true }),
        )
        return c.json(
          {
            customers: customers.map(({ ref, language, profile }) => ({
              ref,
              language,
              name: nameIn(profile, language),
              about: profile.about,
            })),
          },
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/demo-session',
        request: json(z.object({ ref: z.string() })),
        responses: ok(z.object({ token: z.string(), expiresAt: z.string() })),
      }),
      async (c) => {
        if (!web.demo) throw new AppError('not_found', 'there are no sample customers here')
        const { ref } = c.req.valid('json')
        const customers = await web.db.withActor(system('demo'), (tx) =>
          readCustomers(web, tx, { ref, demo: true }),
        )
        found(customers[0], 'sample customer')
        const { token, expiresAt } = await signCustomerToken({ ref }, web.customerSecret, web.clock.now())
        return c.json({ token, expiresAt: iso(expiresAt) }, 200)
      },
    )
    .openapi(createRoute({ method: 'get', path: '/session', responses: ok(shapes.Session) }), async (c) => {
      const session = await read(c, web, async (tx) => {
        const customer = await readCustomer(web, tx, actorId(c))
        const bank = await readBank(tx, today(web, tx))
        return {
          customer: { name: nameIn(customer.profile, customer.language), language: customer.language },
          bank: { name: bank.name, hotline: bank.hotline, aiNotice: bank.aiNotice },
          demo: web.demo,
          expiresAt: iso(c.get('expiresAt')),
        }
      })
      return c.json(session, 200)
    })
}
