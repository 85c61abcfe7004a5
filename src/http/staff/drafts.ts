import { createRoute, type z } from '@hono/zod-openapi'
import { readConversation } from '../../features/conversations/store.ts'
import { readDraft } from '../../features/drafting/store.ts'
import { approveDraft } from '../../negotiation/decide-approval.ts'
import { editDraft, returnDraft } from '../../negotiation/edit-draft.ts'
import { byId, json, ok } from '../route.ts'
import type { Router } from '../server.ts'
import { ifMatch, type Request, read, type Web, write } from '../server.ts'
import { draftView } from './case-view.ts'
import * as shapes from './shapes.ts'

/** A draft: read, edited, decided on. */
export function addDrafts(app: Router, web: Web): void {
  app
    .openapi(
      createRoute({
        method: 'get',
        path: '/drafts/{id}',
        request: { params: byId },
        responses: ok(shapes.Draft),
      }),
      async (c) => c.json(await draftById(c, web, c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/drafts/{id}',
        request: { params: byId, ...json(shapes.EditDraft) },
        responses: ok(shapes.Draft),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { text } = c.req.valid('json')
        const version = ifMatch(c)
        await write(c, web, { text, version }, async (tx) => ({
          id: (await editDraft(web, tx, { draftId: id, version, text })).id,
        }))
        return c.json(await draftById(c, web, id), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/drafts/{id}/decisions',
        request: { params: byId, ...json(shapes.Decide) },
        responses: ok(shapes.Decided),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const version = ifMatch(c)
        const decided = await write(c, web, { ...body, version }, async (tx) => {
          if (body.decision === 'return') {
            const { state } = await returnDraft(tx, { draftId: id, version, reason: body.reason })
            return decidedView({ state, message: null })
          }
          const { figuresOpened, confirmHead } = body
          return decidedView(
            await approveDraft(web, tx, {
              draftId: id,
              version,
              figuresOpened,
              ...(confirmHead === undefined ? {} : { confirmHead }),
            }),
          )
        })
        return c.json(decided, 200)
      },
    )
}

export async function draftById(c: Request, web: Web, id: string) {
  return read(c, web, async (tx) => {
    const draft = await readDraft(tx, id)
    return draftView(web, tx, c.get('staff'), draft, await readConversation(tx, draft.conversation_id))
  })
}

export function decidedView({
  state,
  message,
}: Awaited<ReturnType<typeof approveDraft>>): z.infer<typeof shapes.Decided> {
  return { state, messageId: message?.id ?? null, seq: message?.seq ?? null }
}
