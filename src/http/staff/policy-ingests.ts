import { createRoute, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { receiveDocument } from '../../features/policies/ingests/receive-document.ts'
import { findIngest, listIngests } from '../../features/policies/ingests/store.ts'
import { AppError, found } from '../../platform/errors.ts'
import { sha256 } from '../../platform/vault.ts'
import { problem, sendProblem } from '../errors.ts'
import { byId, made, ok } from '../route.ts'
import { type Request, type Router, read, type Web, write } from '../server.ts'
import { keepersOnly } from './keepers-only.ts'
import * as shapes from './policy-shapes.ts'
import { ingestViews } from './policy-view.ts'

/** The one address that takes a large body, and sees to its limit itself. */
export const uploadPath = '/api/staff/policies/ingests'
/** The file, its name and what is said of it. */
const largestUpload = 51 * 1024 * 1024
const shown = 20

const Upload = z.object({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
  facts: z
    .string()
    .max(20_000)
    .optional()
    .openapi({ description: 'facts of the document as JSON; left out where its front matter says them' }),
})
const Facts = z.record(z.string(), z.unknown())

/** Documents on their way in: handed in, followed, the last ones listed. */
export function addPolicyIngests(app: Router, web: Web): void {
  const show = (c: Request, id: string) =>
    read(c, web, async (tx) => (await ingestViews(tx, [found(await findIngest(tx, id), 'ingest')]))[0]!)
  app
    .openapi(
      createRoute({
        method: 'post',
        path: '/policies/ingests',
        middleware: [keepersOnly, uploadLimit],
        request: { body: { required: true, content: { 'multipart/form-data': { schema: Upload } } } },
        responses: made(shapes.Ingest),
      }),
      async (c) => {
        const { file, facts: told } = c.req.valid('form')
        const facts = told ? readTold(told) : undefined
        const bytes = Buffer.from(await file.arrayBuffer())
        const name = nameOf(file.name)
        const body = { name, hash: sha256(bytes), facts }
        const { id } = await write(c, web, body, async (tx) => ({
          id: await receiveDocument(tx, { name, bytes, ...(facts ? { facts } : {}) }),
        }))
        return c.json(await show(c, id), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/ingests',
        middleware: keepersOnly,
        responses: ok(z.object({ ingests: z.array(shapes.Ingest) })),
      }),
      async (c) => {
        const ingests = await read(c, web, async (tx) => ingestViews(tx, await listIngests(tx, shown)))
        return c.json({ ingests }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/ingests/{id}',
        middleware: keepersOnly,
        request: { params: byId },
        responses: ok(shapes.Ingest),
      }),
      async (c) => c.json(await show(c, c.req.valid('param').id), 200),
    )
}

const uploadLimit = bodyLimit({
  maxSize: largestUpload,
  onError: (c) => sendProblem(c, problem('too_large', 'a document has at most 50 MB', { reason: 'size' })),
})

function readTold(told: string): object {
  let value: unknown
  try {
    value = JSON.parse(told)
  } catch {
    throw new AppError('bad_request', 'the facts are not JSON', { field: '/facts' })
  }
  return Facts.parse(value)
}

/** The last part of the name, whatever path the sender put before it. */
function nameOf(given: string): string {
  const name = given.split(/[\\/]/).at(-1)!.trim()
  if (name === '' || name.length > 300)
    throw new AppError('invalid', 'the file needs a name of at most 300 characters', { field: '/file' })
  return name
}
