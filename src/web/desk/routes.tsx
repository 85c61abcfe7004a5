import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import i18next from 'i18next'
import { ApiProblem } from '../api.ts'
import { localeOf } from '../ui/language.ts'
import { CasePage } from './case/case-page.tsx'
import { ConversationPage } from './case/conversation-page.tsx'
import { FaultPage, MissingPage, NoPage } from './frame/fault-page.tsx'
import { Frame } from './frame/frame.tsx'
import { homeOf } from './frame/home-of.ts'
import { LoadingPage } from './frame/loading-page.tsx'
import { SignInPage } from './frame/sign-in-page.tsx'
import { preferences } from './preferences.ts'
import { NothingChosen } from './queue/nothing-chosen.tsx'
import { QueueLayout } from './queue/queue-layout.tsx'
import { meQuery } from './reads.ts'
import { sessionBegan } from './session.ts'

const root = createRootRouteWithContext<{ client: QueryClient }>()({ notFoundComponent: MissingPage })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' && search.next.startsWith('/') ? { next: search.next } : {},
  component: SignInPage,
})

/** Everything behind the sign-in. The server decides; this only spares a page that could show nothing. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  pendingComponent: LoadingPage,
  errorComponent: FaultPage,
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.client.ensureQueryData(meQuery)
      sessionBegan()
      if (preferences().locale === null) await i18next.changeLanguage(localeOf(me.language))
      return { me }
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.body.status !== 401) throw error
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
    }
  },
})

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: NoPage,
  beforeLoad: ({ context }) => {
    const to = homeOf(context.me)
    if (to) throw redirect({ to, replace: true })
  },
})

const queue = createRoute({ getParentRoute: () => frame, id: 'queue', component: QueueLayout })
const noCase = createRoute({ getParentRoute: () => queue, path: '/queue', component: NothingChosen })
const oneCase = createRoute({ getParentRoute: () => queue, path: '/cases/$caseId', component: CasePage })
const oneConversation = createRoute({
  getParentRoute: () => queue,
  path: '/conversations/$conversationId',
  component: ConversationPage,
})

const compliance = createRoute({
  getParentRoute: () => frame,
  path: '/compliance',
  component: lazyRouteComponent(() => import('./compliance/compliance-layout.tsx'), 'ComplianceLayout'),
})
const runs = createRoute({
  getParentRoute: () => compliance,
  path: '/runs',
  component: lazyRouteComponent(() => import('./compliance/runs-page.tsx'), 'RunsPage'),
})
const run = createRoute({
  getParentRoute: () => compliance,
  path: '/runs/$runId',
  validateSearch: (search: Record<string, unknown>): { item?: string } =>
    search.item === undefined ? {} : { item: String(search.item) },
  component: lazyRouteComponent(() => import('./compliance/run-page.tsx'), 'RunPage'),
})
const audit = createRoute({
  getParentRoute: () => compliance,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): { caseId?: string } =>
    typeof search.caseId === 'string' ? { caseId: search.caseId } : {},
  component: lazyRouteComponent(() => import('./compliance/audit-page.tsx'), 'AuditPage'),
})
const stopSwitch = createRoute({
  getParentRoute: () => compliance,
  path: '/stop-switch',
  component: lazyRouteComponent(() => import('./compliance/stop-switch-page.tsx'), 'StopSwitchPage'),
})

const policies = createRoute({
  getParentRoute: () => frame,
  path: '/policies',
  component: lazyRouteComponent(() => import('./policies/policies-page.tsx'), 'PoliciesPage'),
})
const question = createRoute({
  getParentRoute: () => frame,
  path: '/policies/question',
  validateSearch: (search: Record<string, unknown>): { q?: string; lang?: 'zh-Hans' | 'en' } => ({
    ...(search.q === undefined ? {} : { q: String(search.q) }),
    ...(search.lang === 'en' || search.lang === 'zh-Hans' ? { lang: search.lang } : {}),
  }),
  component: lazyRouteComponent(() => import('./policies/question-page.tsx'), 'QuestionPage'),
})
const upload = createRoute({
  getParentRoute: () => frame,
  path: '/policies/upload',
  validateSearch: (search: Record<string, unknown>): { document?: string } =>
    typeof search.document === 'string' ? { document: search.document } : {},
  component: lazyRouteComponent(() => import('./policies/upload-page.tsx'), 'UploadPage'),
})
const unanswered = createRoute({
  getParentRoute: () => frame,
  path: '/policies/unanswered',
  component: lazyRouteComponent(() => import('./policies/unanswered-page.tsx'), 'UnansweredPage'),
})
const policyChanges = createRoute({
  getParentRoute: () => frame,
  path: '/policies/$documentId/$version/changes',
  validateSearch: (search: Record<string, unknown>): { from: number } => ({ from: Number(search.from) || 1 }),
  component: lazyRouteComponent(() => import('./policies/changes-page.tsx'), 'ChangesPage'),
})
const policy = createRoute({
  getParentRoute: () => frame,
  path: '/policies/$documentId/$version',
  component: lazyRouteComponent(() => import('./policies/policy-page.tsx'), 'PolicyPage'),
})

const tree = root.addChildren([
  signIn,
  frame.addChildren([
    home,
    queue.addChildren([noCase, oneCase, oneConversation]),
    compliance.addChildren([runs, run, audit, stopSwitch]),
    policies,
    question,
    upload,
    unanswered,
    policyChanges,
    policy,
  ]),
])

export function startRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    basepath: '/desk',
    context: { client },
    defaultPendingComponent: LoadingPage,
    defaultErrorComponent: FaultPage,
    defaultNotFoundComponent: MissingPage,
    defaultPendingMs: 300,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof startRouter>
  }
}
