import { createRoute } from '@hono/zod-openapi'
import { keepsPolicies } from '../../features/policies/allowed-moves.ts'
import { ok } from '../route.ts'
import { type Router, read, type Web } from '../server.ts'
import { addPolicyIngests } from './policy-ingests.ts'
import { addPolicyQuestions } from './policy-questions.ts'
import { PolicyList } from './policy-shapes.ts'
import { addPolicyVersions } from './policy-versions.ts'
import { documentsView } from './policy-view.ts'

/** The policies as people read, search and keep them. */
export function addPolicies(app: Router, web: Web): void {
  app.openapi(createRoute({ method: 'get', path: '/policies', responses: ok(PolicyList) }), async (c) => {
    const documents = await read(c, web, (tx) => documentsView(web, tx))
    const keeps = keepsPolicies(c.get('staff').role)
    return c.json({ documents, allowed: keeps ? (['upload', 'unanswered'] as const).slice() : [] }, 200)
  })
  addPolicyIngests(app, web)
  addPolicyQuestions(app, web)
  addPolicyVersions(app, web)
}
