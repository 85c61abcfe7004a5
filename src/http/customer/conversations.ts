import { createRoute, z } from '@hono/zod-openapi'
import { findLatestCase } from '../../features/cases/store.ts'
import { moveHandOff } from '../../features/conversations/hand-off.ts'
import { isVerified, type Conversation as Stored } from '../../features/conversations/model.ts'
import { openConversation } from '../../features/conversations/open-conversation.ts'
import { rateConversation, rateMessage, readRatings } from '../../features/conversations/rate.ts'
import { readConversation, readConversations, readMessages } from '../../features/conversations/store.ts'
import { acceptStrongIdentity } from '../../features/conversations/verify-identity.ts'
import { receiveMessage } from '../../negotiation/receive-message.ts'
import type { Tx } from '../../platform/db.ts'
import { post } from '../../platform/outbox.ts'
import { byId, json, made, nothing, ok } from '../route.ts'
import type { Router } from '../server.ts'
import { actorId, type Request, read, type Web, write } from '../server.ts'
import { HandOff } from '../shapes.ts'
import { handOffView, iso, messageViews } from '../views.ts'
import * as shapes from './shapes.ts'

/** Threads, messages, asking for a person, ratings. */
export function addConversations(app: Router, web: Web): void {
  app
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
}

async function moveAndShow(c: Request, web: Web, id: string, command: 'request' | 'cancel') {
  await write(c, web, { command }, async (tx) => {
    const conversation = await readConversation(tx, id, true)
    await moveHandOff(tx, conversation, command)
    const of = command === 'request' ? await findLatestCase(tx, id) : undefined
    if (of && of.status !== 'closed') await post(tx, 'prepare-proposal', { case: of.id })
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
