import { createRoute, z } from '@hono/zod-openapi'
import { readCustomer } from '../../features/customers/store.ts'
import { readOffer } from '../../features/offers/store.ts'
import { acceptOffer, counterOffer, declineOffer } from '../../negotiation/answer-offer.ts'
import { confirmCostStatement, openCostStatement } from '../../negotiation/cost-statement.ts'
import { byId, json, made, nothing, ok } from '../route.ts'
import type { Router } from '../server.ts'
import { actorId, read, type Web, write } from '../server.ts'
import { Language, OfferCard } from '../shapes.ts'
import { iso, offerCard, sectionsOf } from '../views.ts'
import * as shapes from './shapes.ts'

/** Answers to an offer, and its cost statement. */
export function addOffers(app: Router, web: Web): void {
  app
    .openapi(
      createRoute({
        method: 'post',
        path: '/offers/{id}/accept',
        request: { params: byId, ...json(nothing) },
        responses: ok(OfferCard),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await write(c, web, {}, async (tx) => ({ id: (await acceptOffer(web, tx, id)).id }))
        return c.json(await read(c, web, async (tx) => offerCard(tx, await readOffer(tx, id))), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/offers/{id}/decline',
        request: { params: byId, ...json(shapes.Decline) },
        responses: ok(OfferCard),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        await write(c, web, body, async (tx) => ({ id: (await declineOffer(web, tx, id, body.reason)).id }))
        return c.json(await read(c, web, async (tx) => offerCard(tx, await readOffer(tx, id))), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/offers/{id}/counter',
        request: { params: byId, ...json(shapes.Counter) },
        responses: made(shapes.Posted),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const posted = await write(c, web, body, async (tx) => {
          const { id: message, seq, createdAt } = await counterOffer(web, tx, id, body.text)
          return { id: message, seq, createdAt: iso(createdAt) }
        })
        return c.json(posted, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/offers/{id}/cost-statement',
        request: { params: byId },
        responses: ok(shapes.CostStatement),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const statement = await read(c, web, async (tx) => {
          const opened = await openCostStatement(web, tx, id)
          const { language } = await readCustomer(web, tx, actorId(c))
          const asked = Language.safeParse(c.req.query('lang'))
          return {
            id: opened.id,
            offerId: id,
            sections: sectionsOf(opened.texts[asked.success ? asked.data : language]),
            minimumReadingSeconds: opened.minimum_reading_seconds,
            openedAt: iso(opened.opened_at ?? tx.now),
            confirmedAt: opened.confirmed_at ? iso(opened.confirmed_at) : null,
          }
        })
        return c.json(statement, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cost-statements/{id}/confirm',
        request: { params: byId, ...json(nothing) },
        responses: ok(z.object({ confirmedAt: z.string() })),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const answer = await write(c, web, {}, async (tx) => ({
          confirmedAt: iso(await confirmCostStatement(tx, id)),
        }))
        return c.json(answer, 200)
      },
    )
}
