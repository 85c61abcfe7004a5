import { createRoute, z } from '@hono/zod-openapi'
import { listQueue } from '../../features/cases/list-queue.ts'
import { findLatestCase } from '../../features/cases/store.ts'
import { moveHandOff } from '../../features/conversations/hand-off.ts'
import { postMessage } from '../../features/conversations/post-message.ts'
import { readConversation, readMessages } from '../../features/conversations/store.ts'
import { nameIn } from '../../features/customers/model.ts'
import { readCustomers } from '../../features/customers/store.ts'
import { sendReply } from '../../negotiation/send-reply.ts'
import type { Tx } from '../../platform/db.ts'
import { byId, json, made, nothing, ok } from '../route.ts'
import type { Router } from '../server.ts'
import { type Request, read, type Web, write } from '../server.ts'
import { HandOff, Id, Message } from '../shapes.ts'
import { handOffView, iso, messageViews } from '../views.ts'
import { decidedView } from './drafts.ts'
import * as shapes from './shapes.ts'

/** The queue, the threads, and a person joining, writing or leaving. */
export function addConversations(app: Router, web: Web): void {
  app
    .openapi(
      createRoute({
        method: 'get',
        path: '/queue',
        responses: ok(z.object({ items: z.array(shapes.QueueItem) })),
      }),
      async (c) => c.json({ items: await read(c, web, (tx) => queueView(web, tx)) }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/conversations/{id}',
        request: { params: byId },
        responses: ok(z.object({ caseId: Id.nullable(), messages: z.array(Message), handOff: HandOff })),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const view = await read(c, web, async (tx) => {
          const conversation = await readConversation(tx, id)
          const of = await findLatestCase(tx, id)
          return {
            caseId: of?.id ?? null,
            messages: await messageViews(tx, await readMessages(web, tx, id)),
            handOff: await handOffView(web, tx, conversation),
          }
        })
        return c.json(view, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations/{id}/join',
        request: { params: byId, ...json(nothing) },
        responses: ok(HandOff),
      }),
      async (c) => c.json(await handOffBy(c, web, c.req.valid('param').id, 'join'), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations/{id}/end',
        request: { params: byId, ...json(nothing) },
        responses: ok(HandOff),
      }),
      async (c) => c.json(await handOffBy(c, web, c.req.valid('param').id, 'end'), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/conversations/{id}/replies',
        request: { params: byId, ...json(shapes.Reply) },
        responses: made(shapes.Decided),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const decided = await write(c, web, body, async (tx) =>
          decidedView(
            await sendReply(web, tx, {
              conversationId: id,
              text: body.text,
              ...(body.reason ? { reason: body.reason } : {}),
            }),
          ),
        )
        return c.json(decided, 201)
      },
    )
}

async function queueView(web: Web, tx: Tx): Promise<z.infer<typeof shapes.QueueItem>[]> {
  const rows = await listQueue(tx)
  const ids = [...new Set(rows.map((row) => row.customer_id))]
  const customers = new Map(
    (await readCustomers(web, tx, { ids })).map((customer) => [customer.id, customer]),
  )
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    caseId: row.case_id,
    customerName: nameIn(customers.get(row.customer_id)!.profile, row.language),
    kind: row.kind,
    stage: row.stage,
    language: row.language,
    signals: row.signals,
    handOff: row.hand_off,
    customerWaitingSince: row.waiting_since ? iso(row.waiting_since) : null,
    dueAt: row.due_at ? iso(row.due_at) : null,
    secondApproval: row.draft_state === 'ready' && row.approvals > 0,
    draftState: row.draft_state,
    assignee: row.assignee,
    updatedAt: iso(row.updated_at),
  }))
}

async function handOffBy(c: Request, web: Web, id: string, command: 'join' | 'end') {
  await write(c, web, { command }, async (tx) => {
    const conversation = await readConversation(tx, id, true)
    const moved = await moveHandOff(tx, conversation, command)
    if (moved.hand_off !== conversation.hand_off) {
      await postMessage(tx, moved, {
        direction: 'out',
        kind: 'notice',
        notice: command === 'join' ? 'joined' : 'ended',
      })
    }
    return { id }
  })
  return read(c, web, async (tx) => handOffView(web, tx, await readConversation(tx, id)))
}
