import { createRoute, z } from '@hono/zod-openapi'
import { listComingChanges } from '../../features/policies/coming-changes.ts'
import { explainHits } from '../../features/policies/explain-hits.ts'
import { maskQuestion } from '../../features/policies/mask-question.ts'
import { embedQuestion } from '../../features/policies/meaning/embed-clauses.ts'
import type { Search } from '../../features/policies/plan-search.ts'
import { searchClauses } from '../../features/policies/search-clauses.ts'
import { listUnanswered, settleUnanswered, type Unanswered } from '../../features/policies/unanswered.ts'
import { bookedEmbeddings } from '../../negotiation/book-embedding.ts'
import { today } from '../../negotiation/story.ts'
import { clash, codeOf } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { byId, json, ok } from '../route.ts'
import { type Router, read, type Web, write } from '../server.ts'
import { Language } from '../shapes.ts'
import { iso, sourceView } from '../views.ts'
import { keepersOnly } from './keepers-only.ts'
import * as shapes from './policy-shapes.ts'

const hitsShown = 10
const questionsShown = 200

const Products = z
  .string()
  .regex(/^[a-z_]+(,[a-z_]+)*$/)
  .transform((list) => list.split(','))

/** Questions put to the policies: tried out, with why each clause was found, and those customers got no answer to. */
export function addPolicyQuestions(app: Router, web: Web): void {
  app
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/search',
        request: {
          query: z.object({
            q: z.string().trim().min(1).max(400),
            asOf: z.iso.date().optional(),
            knownAt: z.iso
              .datetime({ offset: true })
              .optional()
              .openapi({ description: 'as far as had been published by then' }),
            audience: shapes.Audience.default('internal'),
            lang: Language.optional(),
            products: Products.optional().openapi({ type: 'string', example: 'credit_card,mortgage' }),
          }),
        },
        responses: ok(shapes.PolicySearch),
      }),
      async (c) => {
        const { q, asOf, knownAt, audience, lang, products } = c.req.valid('query')
        const model = web.embedding && bookedEmbeddings(web, web.embedding, { purpose: 'question' })
        const meaning = model && (await embedQuestion(model, maskQuestion(q)))
        const view = await read(c, web, async (tx) => {
          const search: Search = {
            question: q,
            asOf: asOf ?? today(web, tx),
            ...(knownAt ? { knownAt: new Date(knownAt) } : {}),
            audience,
            ...(lang ? { lang: lang === 'en' ? ('en' as const) : ('zh' as const) } : {}),
            ...(products ? { products } : {}),
            limit: hitsShown,
            ...(meaning ? { meaning } : {}),
          }
          const found = await searchClauses(tx, search)
          const why = await explainHits(tx, search, found.hits)
          const ids = found.hits.map((hit) => hit.clauseId)
          const ahead = new Map(
            (await listComingChanges(tx, ids, search.asOf)).map((change) => [change.clauseId, change.on]),
          )
          return {
            answered: found.answered,
            coverage: found.coverage,
            threshold: found.threshold,
            asOf: search.asOf,
            knownAt: search.knownAt ? iso(search.knownAt) : null,
            hits: found.hits.map((hit, n) => ({
              source: sourceView(`[${n + 1}]`, hit, ahead.get(hit.clauseId) ?? null),
              documentId: hit.documentId,
              audience: hit.audience,
              score: hit.score,
              matched: hit.matched,
              why: why[n]!,
            })),
          }
        })
        return c.json(view, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/policies/unanswered',
        middleware: keepersOnly,
        request: { query: z.object({ settled: z.enum(['true', 'false']).default('false') }) },
        responses: ok(z.object({ questions: z.array(shapes.Unanswered) })),
      }),
      async (c) => {
        const settled = c.req.valid('query').settled === 'true'
        const rows = await read(c, web, (tx) => listUnanswered(tx, questionsShown, settled))
        return c.json({ questions: rows.map(unansweredView) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/policies/unanswered/{id}/settlement',
        middleware: keepersOnly,
        request: {
          params: byId,
          ...json(
            z.object({
              documentId: z
                .string()
                .max(80)
                .nullable()
                .openapi({ description: 'the document that answers it now; null when nobody need' }),
            }),
          ),
        },
        responses: ok(z.object({ settled: z.literal(true) })),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        await write(c, web, body, (tx) => settleUnanswered(tx, id, body.documentId)).catch(explain)
        return c.json({ settled: true as const }, 200)
      },
    )
}

function explain(error: unknown): never {
  if (codeOf(error) !== clash.foreignKey) throw error
  throw new AppError('invalid', 'there is no such document', { field: '/documentId' })
}

function unansweredView({ askedIn, lang, askedAt, settledAt, ...rest }: Unanswered) {
  return {
    id: askedIn,
    lang: lang === 'en' ? ('en' as const) : ('zh-Hans' as const),
    askedAt: iso(askedAt),
    settledAt: settledAt && iso(settledAt),
    ...rest,
  }
}
