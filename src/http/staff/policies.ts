import { createRoute, z } from '@hono/zod-openapi'
import { searchClauses } from '../../features/policies/search-clauses.ts'
import { listClauses, listVersions } from '../../features/policies/store.ts'
import { today } from '../../negotiation/story.ts'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { ok } from '../route.ts'
import type { Router } from '../server.ts'
import { read, type Web } from '../server.ts'
import { Language } from '../shapes.ts'
import { sourceView } from '../views.ts'
import * as shapes from './shapes.ts'

/** The policies as people read and search them. */
export function addPolicies(app: Router, web: Web): void {
  app
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies',
        responses: ok(z.object({ documents: z.array(shapes.PolicyDocument) })),
      }),
      async (c) => c.json({ documents: await read(c, web, documentsView) }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/search',
        request: {
          query: z.object({
            q: z.string().trim().min(1).max(400),
            asOf: z.iso.date().optional(),
            audience: z.enum(['public', 'internal']).default('internal'),
            lang: Language.optional(),
          }),
        },
        responses: ok(shapes.PolicySearch),
      }),
      async (c) => {
        const { q, asOf, audience, lang } = c.req.valid('query')
        const result = await read(c, web, (tx) =>
          searchClauses(tx, {
            question: q,
            asOf: asOf ?? today(web, tx),
            audience,
            ...(lang ? { lang: lang === 'en' ? ('en' as const) : ('zh' as const) } : {}),
            limit: 10,
          }),
        )
        return c.json(
          {
            answered: result.answered,
            coverage: result.coverage,
            threshold: result.threshold,
            hits: result.hits.map((hit, index) => ({
              source: sourceView(`[${index + 1}]`, hit),
              documentId: hit.documentId,
              score: hit.score,
              matched: hit.matched,
            })),
          },
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/{documentId}/versions/{version}',
        request: { params: z.object({ documentId: z.string(), version: z.coerce.number().int() }) },
        responses: ok(
          z.object({
            document: shapes.PolicyDocument,
            clauses: z.array(
              z.object({ id: z.string(), number: z.string(), heading: z.string(), body: z.string() }),
            ),
          }),
        ),
      }),
      async (c) => {
        const { documentId, version } = c.req.valid('param')
        const view = await read(c, web, async (tx) => {
          const document = found(
            (await documentsView(tx)).find((one) => one.id === documentId),
            'document',
          )
          const wanted = found(
            document.versions.find((one) => one.version === version),
            'version',
          )
          const clauses = await listClauses(tx, wanted.id)
          return {
            document,
            clauses: clauses.map(({ clauseId, number, heading, body }) => ({
              id: clauseId,
              number,
              heading,
              body,
            })),
          }
        })
        return c.json(view, 200)
      },
    )
}

async function documentsView(tx: Tx): Promise<z.infer<typeof shapes.PolicyDocument>[]> {
  const owners = new Map(
    (await tx.query<{ id: string; owner: string }>('select id, owner from app.policy_documents')).map(
      (row) => [row.id, row.owner],
    ),
  )
  const counts = new Map(
    (
      await tx.query<{ version_id: string; n: number }>(
        'select version_id, count(*)::integer as n from app.policy_clauses group by version_id',
      )
    ).map((row) => [row.version_id, row.n]),
  )
  const documents = new Map<string, z.infer<typeof shapes.PolicyDocument>>()
  for (const version of await listVersions(tx)) {
    const document = documents.get(version.documentId) ?? {
      id: version.documentId,
      title: version.title,
      lang: version.lang === 'en' ? ('en' as const) : ('zh-Hans' as const),
      audience: version.audience,
      owner: owners.get(version.documentId) ?? '',
      versions: [],
    }
    document.versions.push({
      id: version.id,
      version: version.version,
      state: version.state,
      effectiveFrom: version.effectiveFrom,
      effectiveTo: version.effectiveTo,
      clauses: counts.get(version.id) ?? 0,
    })
    documents.set(version.documentId, document)
  }
  return [...documents.values()].sort((a, b) => a.id.localeCompare(b.id))
}
