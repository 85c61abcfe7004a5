import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { readAnchors } from '../features/audit/seal.ts'
import { verifyAudit } from '../features/audit/verify.ts'
import { importResult } from '../features/evals/store.ts'
import { receiveDocument } from '../features/policies/ingests/receive-document.ts'
import { findIngest } from '../features/policies/ingests/store.ts'
import { seedSampleBank } from '../negotiation/seed-sample-bank.ts'
import { system } from '../platform/context.ts'
import { AppError, found } from '../platform/errors.ts'
import { createRouter, type Web } from './server.ts'

const Upload = z.object({
  name: z.string().min(1).max(300),
  base64: z.base64(),
  facts: z.record(z.string(), z.unknown()).optional(),
})

/** For the command line on the same machine: the embedded folder has one owner, so commands ask it. */
export function localRoutes(web: Web, sampleBank: string) {
  const app = createRouter(web)
  app.use('*', onlyHolder(web.localToken), bodyLimit({ maxSize: 72 * 1024 * 1024 }))

  app.post('/documents', async (c) => {
    const { name, base64, facts } = Upload.parse(await c.req.json())
    const file = { name, bytes: Buffer.from(base64, 'base64'), ...(facts ? { facts } : {}) }
    const id = await web.db.withActor(system('ingest'), (tx) => receiveDocument(tx, file))
    return c.json({ id })
  })
  app.post('/documents/:id', async (c) => {
    const id = c.req.param('id')
    return c.json(
      await web.db.withActor(system('ingest'), async (tx) => found(await findIngest(tx, id), 'ingest')),
    )
  })
  app.post('/seed', async (c) => c.json(await seedSampleBank(web, sampleBank, web.demo ? web.signIn : null)))
  app.post('/audit/verification', async (c) =>
    c.json(await verifyAudit(web.db, await readAnchors(web.anchorFile))),
  )
  app.post('/eval-results', async (c) => {
    const bytes = await c.req.text()
    return c.json(await web.db.withActor(system('eval-import'), (tx) => importResult(tx, bytes)))
  })
  return app
}

function onlyHolder(token: string): MiddlewareHandler {
  return async (c, next) => {
    const given = Buffer.from(/^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '')
    const wanted = Buffer.from(token)
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
      throw new AppError('not_found', 'not found')
    await next()
  }
}
