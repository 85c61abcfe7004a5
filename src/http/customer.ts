import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { readAgreement } from '../features/agreements/store.ts'
import { findLatestCase } from '../features/cases/store.ts'
import { moveHandOff } from '../features/conversations/hand-off.ts'
import { isVerified, type Conversation as Stored } from '../features/conversations/model.ts'
import { openConversation } from '../features/conversations/open-conversation.ts'
import { rateConversation, rateMessage, readRatings } from '../features/conversations/rate.ts'
import { readConversation, readConversations, readMessages } from '../features/conversations/store.ts'
import {
  acceptStrongIdentity,
  confirmVerification,
  readVerification,
  startVerification,
} from '../features/conversations/verify-identity.ts'
import { readContent } from '../features/customers/contents.ts'
import { nameIn } from '../features/customers/model.ts'
import { readCustomer, readCustomers } from '../features/customers/store.ts'
import { readCustomerToken, signCustomerToken } from '../features/identity/customer-token.ts'
import { readOffer } from '../features/offers/store.ts'
import { readBank } from '../features/policies/bank.ts'
import { acceptOffer, counterOffer, declineOffer } from '../negotiation/answer-offer.ts'
import { confirmAgreement } from '../negotiation/confirm-agreement.ts'
import { confirmCostStatement, openCostStatement } from '../negotiation/cost-statement.ts'
import { receiveMessage } from '../negotiation/receive-message.ts'
import { today } from '../negotiation/story.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { AppError, found } from '../platform/errors.ts'
import { post } from '../platform/outbox.ts'
import * as shapes from './customer/shapes.ts'
import { streamChanges } from './events.ts'
import { byId, json, made, nothing, ok, refusal } from './route.ts'
import { createRouter, type Env, read, type Web, write } from './server.ts'
import { AgreementView, HandOff, Language, OfferCard } from './shapes.ts'
import { agreementView, handOffView, iso, messageViews, offerCard, sectionsOf } from './views.ts'

/** The customer's side. Everyone here is one customer, by the token of the bank's own app, and sees only theirs. */
export function customerRoutes(web: Web) {
  const app = createRouter(web)
  app.use('*', withCustomer(web))

  return app
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
    .openapi(
      createRoute({
        method: 'get',
        path: '/conversations',
        responses: ok(z.object({ conversations: z.array(shapes.Conversation) })),
      }),
      async (c) => {
        const conversations = await read(c, web, async (tx) => {
          const rows = await readConversations(tx, actorId(c))
          return Promise.all(rows.map((row) => conversationView(web, tx, row)))
        })
        return c.json({ conversations }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations',
        request: json(shapes.OpenConversation),
        responses: made(shapes.Conversation),
      }),
      async (c) => {
        const body = c.req.valid('json')
        const { id } = await write(c, web, body, async (tx) => {
          const opened = await openConversation(tx, {
            customerId: actorId(c),
            channel: 'web',
            language: body.language,
          })
          return { id: opened.id }
        })
        if (c.get('strong')) await acceptStrongIdentity(web, id)
        return c.json(
          await read(c, web, async (tx) => conversationView(web, tx, await readConversation(tx, id))),
          201,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/conversations/{id}',
        request: { params: byId },
        responses: ok(shapes.Conversation),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(
          await read(c, web, async (tx) => conversationView(web, tx, await readConversation(tx, id))),
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/conversations/{id}/messages',
        request: { params: byId, query: z.object({ after: z.coerce.number().int().min(0).default(0) }) },
        responses: ok(shapes.Messages),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { after } = c.req.valid('query')
        const messages = await read(c, web, async (tx) => {
          await readConversation(tx, id)
          return messageViews(tx, await readMessages(web, tx, id, after), await readRatings(tx, id))
        })
        return c.json({ messages }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations/{id}/messages',
        request: { params: byId, ...json(shapes.PostMessage) },
        responses: made(shapes.Posted),
      }),
      async (c) => {
        const body = c.req.valid('json')
        const { id } = c.req.valid('param')
        const posted = await write(c, web, body, async (tx) => {
          const {
            id: message,
            seq,
            createdAt,
          } = await receiveMessage(web, tx, { conversationId: id, text: body.text })
          return { id: message, seq, createdAt: iso(createdAt) }
        })
        return c.json(posted, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations/{id}/hand-off',
        request: { params: byId, ...json(nothing) },
        responses: ok(HandOff),
      }),
      async (c) => c.json(await moveAndShow(c, web, c.req.valid('param').id, 'request'), 200),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/conversations/{id}/hand-off',
        request: { params: byId },
        responses: ok(HandOff),
      }),
      async (c) => c.json(await moveAndShow(c, web, c.req.valid('param').id, 'cancel'), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations/{id}/verification',
        request: { params: byId, ...json(nothing) },
        responses: made(shapes.Verification),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await read(c, web, (tx) => readConversation(tx, id))
        if (!web.sendCode && !web.demo) {
          throw new AppError('unavailable', 'one-time codes cannot be sent here: use the bank app', {
            reason: 'no_code_channel',
          })
        }
        const actor = system('verification')
        const { started } = await write(
          c,
          web,
          {},
          async (tx) => ({ started: await startVerification(web, tx, id) }),
          actor,
        )
        const verification = await web.db.withActor(actor, (tx) => readVerification(web, tx, started))
        const { code, expiresAt } = verification
        await web.sendCode?.(c.get('customerRef'), verification)
        const shown = web.demo && !web.sendCode ? { demoCode: code } : {}
        return c.json({ id: started, expiresAt: iso(expiresAt), ...shown }, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations/{id}/verification/confirm',
        request: { params: byId, ...json(shapes.ConfirmCode) },
        responses: ok(z.object({ verified: z.literal(true) })),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        await read(c, web, (tx) => readConversation(tx, id))
        const confirm = async (tx: Tx) => {
          const left = await confirmVerification(web, tx, id, body.code)
          const of = left === null ? await findLatestCase(tx, id) : undefined
          if (of?.status === 'open') await post(tx, 'prepare-proposal', { case: of.id })
          return { left }
        }
        const { left } = await write(c, web, body, confirm, system('verification'))
        if (left !== null) {
          throw new AppError('invalid', 'the code is wrong or too old', {
            reason: 'wrong_code',
            field: '/code',
            extra: { attemptsLeft: left },
          })
        }
        return c.json({ verified: true as const }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations/{id}/rating',
        request: { params: byId, ...json(shapes.Rating) },
        responses: ok(z.object({ ok: z.literal(true) })),
      }),
      async (c) => {
        const body = c.req.valid('json')
        const { id } = c.req.valid('param')
        await write(c, web, body, async (tx) =>
          rateConversation(web, tx, await readConversation(tx, id), body),
        )
        return c.json({ ok: true as const }, 200)
      },
    )
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
    .openapi(
      createRoute({
        method: 'get',
        path: '/agreements/{id}',
        request: { params: byId },
        responses: ok(AgreementView),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(
          await read(c, web, async (tx) => agreementView(web, tx, await readAgreement(tx, id))),
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/agreements/{id}/pdf',
        request: { params: byId, query: z.object({ lang: Language.default('zh-Hans') }) },
        responses: {
          200: { description: 'the letter', content: { 'application/pdf': { schema: z.any() } } },
          default: refusal,
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { lang } = c.req.valid('query')
        const { bytes, number } = await read(c, web, (tx) => readPdf(web, tx, id, lang))
        return c.body(new Uint8Array(bytes), 200, pdfHeaders(number, lang)) as never
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/agreements/{id}/confirm',
        request: { params: byId, ...json(shapes.Confirm) },
        responses: ok(AgreementView),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const device = c.req.header('user-agent') ?? ''
        await write(c, web, body, async (tx) => ({
          id: (await confirmAgreement(web, tx, { agreementId: id, language: body.language, device })).id,
        }))
        return c.json(
          await read(c, web, async (tx) => agreementView(web, tx, await readAgreement(tx, id))),
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/messages/{id}/feedback',
        request: { params: byId, ...json(shapes.Feedback) },
        responses: ok(z.object({ ok: z.literal(true) })),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        await write(c, web, body, (tx) => rateMessage(web, tx, id, body))
        return c.json({ ok: true as const }, 200)
      },
    )
    .openapi(
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
}

const open = new Set(['/demo-customers', '/demo-session'])

function withCustomer(web: Web): MiddlewareHandler<Env> {
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

function actorId(c: { get(name: 'actor'): Env['Variables']['actor'] }): string {
  const actor = c.get('actor')
  return actor.kind === 'system' ? actor.job : actor.id
}

type Request = Parameters<typeof write>[0]

async function moveAndShow(c: Request, web: Web, id: string, command: 'request' | 'cancel') {
  await write(c, web, { command }, async (tx) => {
    const conversation = await readConversation(tx, id, true)
    await moveHandOff(tx, conversation, command)
    return { id }
  })
  return read(c, web, async (tx) => handOffView(web, tx, await readConversation(tx, id)))
}

async function conversationView(web: Web, tx: Tx, conversation: Stored) {
  const of = await findLatestCase(tx, conversation.id)
  return {
    id: conversation.id,
    language: conversation.language,
    verified: isVerified(conversation, tx.now),
    handOff: await handOffView(web, tx, conversation),
    stage: of?.stage ?? null,
    lastSeq: conversation.last_seq,
    typing:
      conversation.hand_off === 'bot' &&
      conversation.head_seq > 0 &&
      conversation.last_seq === conversation.head_seq &&
      tx.now.getTime() - conversation.updated_at.getTime() < 15_000,
  }
}

export async function readPdf(web: Web, tx: Tx, id: string, lang: 'zh-Hans' | 'en') {
  const agreement = await readAgreement(tx, id)
  const bytes = await readContent(web, tx, lang === 'en' ? agreement.pdf_en_id : agreement.pdf_zh_id)
  return { bytes, number: agreement.number }
}

export function pdfHeaders(number: string, lang: string): Record<string, string> {
  return {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${number}-${lang}.pdf"`,
    'cache-control': 'private, no-store',
  }
}
