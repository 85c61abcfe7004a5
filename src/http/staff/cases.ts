import { createRoute, z } from '@hono/zod-openapi'
import { readAgreement } from '../../features/agreements/store.ts'
import { closeCase } from '../../features/cases/open-case.ts'
import { clearSignal } from '../../features/cases/raise-signals.ts'
import { type Case, readCase } from '../../features/cases/store.ts'
import { readConversation } from '../../features/conversations/store.ts'
import { expectLease } from '../../features/drafting/edit-lease.ts'
import { findLatestDraft } from '../../features/drafting/store.ts'
import { authorityRank } from '../../features/identity/model.ts'
import type { Staff } from '../../features/identity/store.ts'
import { findLatestSet } from '../../features/offers/store.ts'
import { analyseProblem, findAnalysis } from '../../negotiation/analyse-problem.ts'
import { listScenarios } from '../../negotiation/list-scenarios.ts'
import { type Begun, prepareDraft } from '../../negotiation/prepare-draft.ts'
import { proposeOffers } from '../../negotiation/propose-offers.ts'
import { writeDraft } from '../../negotiation/write-draft.ts'
import { system } from '../../platform/context.ts'
import { AppError, found } from '../../platform/errors.ts'
import { post } from '../../platform/outbox.ts'
import { pdfHeaders, readPdf } from '../letters.ts'
import { byId, json, made, nothing, ok, refusal } from '../route.ts'
import type { Router } from '../server.ts'
import { ifMatch, read, type Web, write } from '../server.ts'
import { Id, Language } from '../shapes.ts'
import { iso } from '../views.ts'
import { analysisView, caseView, scenariosView } from './case-view.ts'
import { draftById, streamDraft } from './drafts.ts'
import { offerSetView } from './offer-set-view.ts'
import { OfferSet, ProposeOffers } from './offer-shapes.ts'
import * as shapes from './shapes.ts'

/** One case: its page, analysis, offers, a new draft, signals, closing, its letters. */
export function addCases(app: Router, web: Web): void {
  app
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
        request: { params: byId, ...json(ProposeOffers) },
        responses: ok(OfferSet),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { reason } = c.req.valid('json')
        const staffId = await read(c, web, async (tx) => {
          await readCase(tx, id)
          return expectAuthority(c.get('staff'))
        })
        const asker = { staffId, ...(reason ? { reason } : {}) }
        // Offers are written by the machine alone; the person is named in the run and in the audit.
        await write(
          c,
          web,
          asker,
          async (tx) => ({ id: (await proposeOffers(web, tx, await readCase(tx, id, true), asker)).setId }),
          system('proposal'),
        )
        const view = await read(c, web, async (tx) =>
          offerSetView(web, tx, found(await findLatestSet(tx, id), 'offers')),
        )
        return c.json(view, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/cases/{id}/scenarios',
        request: { params: byId },
        responses: ok(shapes.Scenarios),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const view = await read(c, web, async (tx) =>
          scenariosView(await listScenarios(web, tx, await readCase(tx, id))),
        )
        return c.json(view, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{id}/drafts',
        description:
          'With `Accept: text/event-stream` the answer is a stream: `sentence` as each passes the guards, `again` when the words begin anew, `draft` with the finished draft.',
        request: { params: byId, ...json(shapes.RequestDraft) },
        responses: made(shapes.Draft),
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        let attempt: Begun['attempt']
        const { id: draftId } = await write(c, web, body, async (tx) => {
          const of = await readCase(tx, id, true)
          const open = await findLatestDraft(tx, of.conversation_id)
          if (open?.state === 'ready') await expectLease(tx, open.id)
          const begun = await prepareDraft(web, tx, of, body)
          attempt = begun.attempt
          return { id: begun.draft.id }
        })
        if (c.req.header('accept')?.includes('text/event-stream')) {
          return streamDraft(c, web, draftId, attempt) as never
        }
        await writeDraft(web, c.get('actor'), attempt ?? draftId)
        return c.json(await draftById(c, web, draftId), 201)
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
        const answer = await write(c, web, body, async (tx) => {
          const of = await readCase(tx, id, true)
          const clearedAt = iso(await clearSignal(web, tx, of, { signalId, reason: body.reason }))
          await post(tx, 'prepare-proposal', { case: id })
          return { clearedAt }
        })
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
}

/** Who has no authority of their own asks for no offers either. */
function expectAuthority(staff: Staff): string {
  if (authorityRank(staff.role) > 0) return staff.id
  throw new AppError('forbidden', `the role ${staff.role} works out no offers`, { reason: 'no_authority' })
}

function expectCaseVersion(of: Case, version: number): void {
  if (of.version === version) return
  throw new AppError('conflict', 'somebody changed the case meanwhile', {
    reason: 'version',
    extra: { version: of.version, state: of.stage, holder: of.assignee },
  })
}
