import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { readAgreement } from '../features/agreements/store.ts'
import { listQueue } from '../features/cases/list-queue.ts'
import { closeCase } from '../features/cases/open-case.ts'
import { clearSignal } from '../features/cases/raise-signals.ts'
import { type Case, findLatestCase, readCase } from '../features/cases/store.ts'
import { moveHandOff } from '../features/conversations/hand-off.ts'
import { postMessage } from '../features/conversations/post-message.ts'
import { readConversation, readMessages } from '../features/conversations/store.ts'
import { nameIn } from '../features/customers/model.ts'
import { readCustomers } from '../features/customers/store.ts'
import { readDraft } from '../features/drafting/store.ts'
import { readStaff, readTeams, type Staff } from '../features/identity/store.ts'
import { findLatestSet } from '../features/offers/store.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import { listClauses, listVersions } from '../features/policies/store.ts'
import { analyseProblem, findAnalysis } from '../negotiation/analyse-problem.ts'
import { approveDraft } from '../negotiation/decide-approval.ts'
import { editDraft, returnDraft } from '../negotiation/edit-draft.ts'
import { prepareDraft } from '../negotiation/prepare-draft.ts'
import { proposeOffers } from '../negotiation/propose-offers.ts'
import { demoPassword } from '../negotiation/seed-sample-bank.ts'
import { sendReply } from '../negotiation/send-reply.ts'
import { today } from '../negotiation/story.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { AppError, found } from '../platform/errors.ts'
import { pdfHeaders, readPdf } from './customer.ts'
import { streamChanges } from './events.ts'
import { byId, json, made, nothing, ok, refusal } from './route.ts'
import { createRouter, type Env, ifMatch, read, type Web, write } from './server.ts'
import { HandOff, Id, Language, Message } from './shapes.ts'
import { analysisView, caseView, draftView, offerSetView } from './staff/case-view.ts'
import * as shapes from './staff/shapes.ts'
import { handOffView, iso, messageViews, sourceView } from './views.ts'

/** The desk's side: agents, leads and policy people, each within the teams and role the database knows. */
export function staffRoutes(web: Web) {
  const app = createRouter(web)
  app.use('*', withStaff(web))

  return app
    .openapi(
      createRoute({
        method: 'get',
        path: '/demo-logins',
        responses: ok(
          z.object({
            logins: z.array(
              z.object({ email: z.string(), password: z.string(), name: z.string(), role: z.string() }),
            ),
          }),
        ),
      }),
      async (c) => {
        if (!web.demo) throw new AppError('not_found', 'there are no demo accounts here')
        const staff = await web.db.withActor(system('demo'), (tx) => readStaff(tx))
        const logins = staff
          .filter((person) => person.demo)
          .map(({ email, name, role }) => ({ email, name, role, password: demoPassword }))
        return c.json({ logins }, 200)
      },
    )
    .openapi(createRoute({ method: 'get', path: '/me', responses: ok(shapes.Me) }), async (c) => {
      const me = c.get('staff')
      const teams = await read(c, web, (tx) => readTeams(tx, me.id))
      return c.json(
        {
          id: me.id,
          name: me.name,
          email: me.email,
          role: me.role,
          language: me.language,
          teams: teams.map(({ id, name_zh, name_en }) => ({ id, nameZh: name_zh, nameEn: name_en })),
          pages: pagesOf(me),
          demo: me.demo,
        },
        200,
      )
    })
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
        path: '/cases/{id}',
        request: { params: byId },
        responses: ok(shapes.CaseView),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(
          await read(c, web, async (tx) => caseView(web, tx, c.get('staff'), await readCase(tx, id))),
          200,
        )
      },
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
          decidedView(await sendReply(web, tx, { conversationId: id, text: body.text })),
        )
        return c.json(decided, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{id}/analysis',
        request: { params: byId, ...json(nothing) },
        responses: ok(shapes.Analysis),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await write(c, web, {}, async (tx) => {
          const { analysis } = await analyseProblem(web, tx, await readCase(tx, id, true))
          return { id: analysis.id }
        })
        const view = await read(c, web, async (tx) => {
          const of = await readCase(tx, id)
          const conversation = await readConversation(tx, of.conversation_id)
          return analysisView(tx, found(await findAnalysis(web, tx, id), 'analysis'), conversation.head_seq)
        })
        return c.json(view, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{id}/offers',
        request: { params: byId, ...json(nothing) },
        responses: ok(shapes.OfferSet),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await write(c, web, {}, async (tx) => {
          const { setId } = await proposeOffers(web, tx, await readCase(tx, id, true))
          return { id: setId }
        })
        const view = await read(c, web, async (tx) =>
          offerSetView(tx, found(await findLatestSet(tx, id), 'offers')),
        )
        return c.json(view, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{id}/drafts',
        request: { params: byId, ...json(shapes.RequestDraft) },
        responses: made(shapes.Draft),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const { id: draftId } = await write(c, web, body, async (tx) => {
          const draft = await prepareDraft(web, tx, await readCase(tx, id, true), {
            ...(body.offerId ? { offerId: body.offerId } : {}),
            ...(body.question ? { question: body.question } : {}),
            ...(body.reason ? { reason: body.reason } : {}),
          })
          return { id: draft.id }
        })
        return c.json(await draftById(c, web, draftId), 201)
      },
    )
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
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{id}/signals/{signalId}/clearance',
        request: { params: z.object({ id: Id, signalId: Id }), ...json(shapes.Clear) },
        responses: ok(z.object({ clearedAt: z.string() })),
      }),
      async (c) => {
        const { id, signalId } = c.req.valid('param')
        const body = c.req.valid('json')
        const answer = await write(c, web, body, async (tx) => ({
          clearedAt: iso(
            await clearSignal(web, tx, await readCase(tx, id, true), { signalId, reason: body.reason }),
          ),
        }))
        return c.json(answer, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{id}/closure',
        request: { params: byId, ...json(shapes.Close) },
        responses: ok(z.object({ stage: z.literal('closed') })),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const version = ifMatch(c)
        await write(c, web, { ...body, version }, async (tx) => {
          const of = await readCase(tx, id, true)
          expectCaseVersion(of, version)
          await closeCase(tx, of, body.reason)
          return { id }
        })
        return c.json({ stage: 'closed' as const }, 200)
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
        const { bytes, number } = await read(c, web, async (tx) => {
          await readAgreement(tx, id)
          return readPdf(web, tx, id, lang)
        })
        return c.body(new Uint8Array(bytes), 200, pdfHeaders(number, lang)) as never
      },
    )
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
    .openapi(
      createRoute({
        method: 'get',
        path: '/events',
        responses: {
          200: {
            description: 'changes as they happen',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          default: refusal,
        },
      }),
      async (c) => {
        const me = c.get('staff')
        const teams = new Set((await read(c, web, (tx) => readTeams(tx, me.id))).map((team) => team.id))
        const all = me.role === 'compliance' || me.role === 'admin'
        return streamChanges(
          c,
          web.changes,
          (change) => {
            if (change.topic === 'runs') return all ? [change] : []
            if (!all && !teams.has(change.team ?? '')) return []
            return change.topic === 'draft' ? [change] : [change, { topic: 'queue', id: 'queue' }]
          },
          c.get('expiresAt'),
        ) as never
      },
    )
}

/** Who is signed in, by the sign-in library's session; the role comes from our own table. */
export function withStaff(web: Web): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.path.endsWith('/demo-logins')) return next()
    const session = await web.signIn.api.getSession({ headers: c.req.raw.headers })
    if (!session) throw new AppError('unauthenticated', 'sign in first')
    const [staff] = await web.db.withActor(system('staff-session'), (tx) =>
      readStaff(tx, { id: session.user.id }),
    )
    if (!staff) throw new AppError('forbidden', 'this account is not active')
    c.set('actor', { kind: 'staff', id: staff.id, role: staff.role })
    c.set('staff', staff)
    c.set('expiresAt', new Date(session.session.expiresAt))
    await next()
  }
}

function pagesOf({ role }: Staff): z.infer<typeof shapes.Me>['pages'] {
  if (role === 'compliance') return ['compliance', 'policies']
  if (role === 'policy_owner') return ['policies']
  if (role === 'admin') return ['queue', 'compliance', 'policies']
  return ['queue', 'policies']
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

type Request = Parameters<typeof write>[0]

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

async function draftById(c: Request, web: Web, id: string) {
  return read(c, web, async (tx) => {
    const draft = await readDraft(tx, id)
    return draftView(web, tx, c.get('staff'), draft, await readConversation(tx, draft.conversation_id))
  })
}

function decidedView({
  state,
  message,
}: Awaited<ReturnType<typeof approveDraft>>): z.infer<typeof shapes.Decided> {
  return { state, messageId: message?.id ?? null, seq: message?.seq ?? null }
}

function expectCaseVersion(of: Case, version: number): void {
  if (of.version === version) return
  throw new AppError('conflict', 'somebody changed the case meanwhile', {
    reason: 'version',
    extra: { version: of.version, state: of.stage, holder: of.assignee },
  })
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
