import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { readTrail } from '../features/audit/read-trail.ts'
import { readAnchors } from '../features/audit/seal.ts'
import { verifyAudit } from '../features/audit/verify.ts'
import { readStopSwitch, type StopState, setStopSwitch } from '../features/drafting/stop-switch.ts'
import { type RunRow, readItems, readRun, readRuns, reviewItem } from '../features/evals/store.ts'
import { readStaff } from '../features/identity/store.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { post } from '../platform/outbox.ts'
import * as shapes from './compliance/shapes.ts'
import { byId, json, made, nothing, ok } from './route.ts'
import { createRouter, type Env, read, type Web, write } from './server.ts'
import { Id } from './shapes.ts'
import { withStaff } from './staff/with-staff.ts'
import { iso } from './views.ts'

/** Compliance's side: eval runs and their review, the audit trail, the stop switch. */
export function complianceRoutes(web: Web) {
  const app = createRouter(web)
  app.use('*', withStaff(web), onlyCompliance)

  return app
    .openapi(
      createRoute({
        method: 'get',
        path: '/runs',
        responses: ok(z.object({ runs: z.array(shapes.RunSummary) })),
      }),
      async (c) => c.json({ runs: (await read(c, web, (tx) => readRuns(tx))).map(runView) }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/runs/{id}',
        request: { params: byId },
        responses: ok(shapes.Run),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const run = await read(c, web, async (tx) => ({
          ...runView(await readRun(tx, id)),
          items: (await readItems(tx, id)).map(({ item_id, ...item }) => ({ id: item_id, ...item })),
        }))
        return c.json(run, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/runs/{id}/items/{itemId}/reviews',
        request: { params: z.object({ id: Id, itemId: z.string() }), ...json(shapes.Review) },
        responses: made(z.object({ ok: z.literal(true) })),
      }),
      async (c) => {
        const { id, itemId } = c.req.valid('param')
        const body = c.req.valid('json')
        await write(c, web, body, (tx) => reviewItem(tx, { runId: id, itemId, ...body }))
        return c.json({ ok: true as const }, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/audit',
        request: { query: z.object({ caseId: Id.optional(), after: Id.optional() }) },
        responses: ok(z.object({ rows: z.array(shapes.AuditRow) })),
      }),
      async (c) => {
        const { caseId, after } = c.req.valid('query')
        const rows = await read(c, web, (tx) =>
          readTrail(tx, { ...(caseId ? { caseId } : {}), ...(after ? { after } : {}) }),
        )
        return c.json(
          {
            rows: rows.map(({ canonical, at, ...row }) => ({
              ...row,
              at: iso(at),
              details: (JSON.parse(canonical) as { details: Record<string, unknown> }).details,
            })),
          },
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/audit/verification',
        request: json(nothing),
        responses: ok(shapes.ChainReport),
      }),
      async (c) => c.json(await verifyAudit(web.db, await readAnchors(web.anchorFile)), 200),
    )
    .openapi(
      createRoute({ method: 'get', path: '/stop-switch', responses: ok(shapes.StopSwitch) }),
      async (c) => c.json(await read(c, web, async (tx) => stopView(tx, await readStopSwitch(tx))), 200),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/stop-switch',
        request: json(shapes.SetStop),
        responses: ok(shapes.StopSwitch),
      }),
      async (c) => {
        const body = c.req.valid('json')
        await write(c, web, body, async (tx) => {
          const { stopped } = await setStopSwitch(tx, body)
          if (!stopped) await post(tx, 'prepare-waiting', {})
          return { stopped }
        })
        return c.json(await read(c, web, async (tx) => stopView(tx, await readStopSwitch(tx))), 200)
      },
    )
}

const onlyCompliance: MiddlewareHandler<Env> = async (c, next) => {
  if (!['compliance', 'admin'].includes(c.get('staff').role)) {
    throw new AppError('forbidden', 'this page is for compliance')
  }
  await next()
}

function runView(run: RunRow): z.infer<typeof shapes.RunSummary> {
  return {
    id: run.id,
    suite: run.suite,
    writer: run.writer,
    startedAt: iso(run.started_at),
    finishedAt: iso(run.finished_at),
    passed: run.passed,
    failed: run.failed,
    notEvaluated: run.not_evaluated,
    reviewed: run.reviewed,
    p95Ms: run.p95_ms,
    hashes: run.hashes,
  }
}

async function stopView(tx: Tx, state: StopState): Promise<z.infer<typeof shapes.StopSwitch>> {
  const by = state.by ? (await readStaff(tx, { id: state.by }))[0]?.name : undefined
  return {
    stopped: state.stopped,
    since: state.since ? iso(state.since) : null,
    by: by ?? null,
    reason: state.reason,
  }
}
