import { createRoute, z } from '@hono/zod-openapi'
import { readAgreement } from '../../features/agreements/store.ts'
import { confirmAgreement } from '../../negotiation/confirm-agreement.ts'
import { pdfHeaders, readPdf } from '../letters.ts'
import { byId, json, ok, refusal } from '../route.ts'
import type { Router } from '../server.ts'
import { read, type Web, write } from '../server.ts'
import { AgreementView, Language } from '../shapes.ts'
import { agreementView } from '../views.ts'
import * as shapes from './shapes.ts'

/** The written agreement and its confirmation. */
export function addAgreements(app: Router, web: Web): void {
  app
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
}
