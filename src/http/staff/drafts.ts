import { setImmediate, setTimeout } from 'node:timers/promises'
import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { readConversation } from '../../features/conversations/store.ts'
import { leaveLease, takeLease } from '../../features/drafting/edit-lease.ts'
import { readDraft } from '../../features/drafting/store.ts'
import { approveDraft } from '../../negotiation/decide-approval.ts'
import { editDraft, returnDraft } from '../../negotiation/edit-draft.ts'
import type { Attempt } from '../../negotiation/open-attempt.ts'
import { writeDraft } from '../../negotiation/write-draft.ts'
import { problem } from '../errors.ts'
import { byId, json, ok } from '../route.ts'
import type { Router } from '../server.ts'
import { ifMatch, type Request, read, type Web, write } from '../server.ts'
import { iso } from '../views.ts'
import { draftView } from './draft-view.ts'
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
        path: '/drafts/{id}/lease',
        request: { params: byId, ...json(shapes.TakeLease) },
        responses: ok(shapes.Lease),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        // A repeat may come after somebody else took the draft: by its key it changes nothing.
        const { until } = await write(c, web, body, async (tx) => {
          const lease = await takeLease(tx, await readDraft(tx, id), body.take)
          return { until: iso(lease.until) }
        })
        return c.json({ holder: c.get('staff').name, mine: true, until }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/drafts/{id}/lease',
        request: { params: byId },
        responses: ok(z.object({ held: z.literal(false) })),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await write(c, web, null, async (tx) => leaveLease(tx, await readDraft(tx, id)))
        return c.json({ held: false as const }, 200)
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
          const { figuresOpened, confirmHead, reason } = body
          return decidedView(
            await approveDraft(web, tx, {
              draftId: id,
              version,
              figuresOpened,
              ...(confirmHead === undefined ? {} : { confirmHead }),
              ...(reason === undefined ? {} : { reason }),
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

/**
 * Writes a draft that was asked for and shows the words to whoever asked, sentence by sentence as they pass the
 * guards. A reader who leaves does not stop the writing.
 */
export function streamDraft(c: Request, web: Web, id: string, attempt?: Attempt): Response {
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    const say = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
    try {
      await writeDraft(web, c.get('actor'), attempt ?? id, ({ type, ...data }) => shown(say(type, data)))
      await say('draft', await draftById(c, web, id))
    } catch (error) {
      web.log.error({ draft: id, error: (error as Error).name }, 'a draft could not be written')
      await say('failed', problem('unavailable'))
    }
  })
}

/** Until a sentence is on its way, but no reader who is slow or gone holds up the writing. */
async function shown(written: Promise<void>): Promise<void> {
  const soon = new AbortController()
  await Promise.race([written, setTimeout(1_000, undefined, { signal: soon.signal }).catch(() => {})])
  soon.abort()
  await setImmediate()
}

export function decidedView({
  state,
  message,
}: Awaited<ReturnType<typeof approveDraft>>): z.infer<typeof shapes.Decided> {
  return { state, messageId: message?.id ?? null, seq: message?.seq ?? null }
}
