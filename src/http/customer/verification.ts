import { createRoute, z } from '@hono/zod-openapi'
import { findLatestCase } from '../../features/cases/store.ts'
import { readConversation } from '../../features/conversations/store.ts'
import {
  confirmVerification,
  readVerification,
  startVerification,
} from '../../features/conversations/verify-identity.ts'
import { system } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { post } from '../../platform/outbox.ts'
import { byId, json, made, nothing, ok } from '../route.ts'
import type { Router } from '../server.ts'
import { read, type Web, write } from '../server.ts'
import { iso } from '../views.ts'
import * as shapes from './shapes.ts'

/** The one-time code that verifies who is talking. */
export function addVerification(app: Router, web: Web): void {
  app
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
}
