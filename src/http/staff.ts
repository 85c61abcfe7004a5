import { createRoute, z } from '@hono/zod-openapi'
import { readTeams } from '../features/identity/store.ts'
import { streamChanges } from './events.ts'
import { refusal } from './route.ts'
import type { Router } from './server.ts'
import { createRouter, read, type Web } from './server.ts'
import { addCaseDebt } from './staff/case-debt.ts'
import { addCases } from './staff/cases.ts'
import { addConversations } from './staff/conversations.ts'
import { addDrafts } from './staff/drafts.ts'
import { addPolicies } from './staff/policies.ts'
import { addSession } from './staff/session.ts'
import { withStaff } from './staff/with-staff.ts'

/** The desk's side: agents, leads and policy people, each within the teams and role the database knows. */
export function staffRoutes(web: Web): Router {
  const app = createRouter(web)
  app.use('*', withStaff(web))
  addSession(app, web)
  addConversations(app, web)
  addCases(app, web)
  addCaseDebt(app, web)
  addDrafts(app, web)
  addPolicies(app, web)
  app.openapi(
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
          if (change.topic === 'policies') return [change]
          if (change.topic === 'runs') return all ? [change] : []
          if (!all && !teams.has(change.team ?? '')) return []
          return [change, { topic: 'queue', id: 'queue' }]
        },
        c.get('expiresAt'),
      ) as never
    },
  )
  return app
}
