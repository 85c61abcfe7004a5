import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { except } from 'hono/combine'
import { secureHeaders } from 'hono/secure-headers'
import { complianceRoutes } from './compliance.ts'
import { customerRoutes } from './customer.ts'
import { problem, sendProblem } from './errors.ts'
import { localRoutes } from './local.ts'
import { createRouter, type Router, smallBodies, type Web } from './server.ts'
import { addSignInRoutes } from './sign-in.ts'
import { uploadPath } from './staff/policy-ingests.ts'
import { staffRoutes } from './staff.ts'

/** The whole way in over HTTP: one router per audience, both pages, health, and the description of it all. */
export function createApp(web: Web, root: string): Router {
  const app = createRouter(web)
  app.use('/chat/parley-chat.js', forOtherPages)
  app.use('*', headers)
  app.route('/api/local', localRoutes(web, join(root, 'sample-bank')))
  app.use('/api/*', except(uploadPath, smallBodies), sameOrigin)
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    try {
      await web.db.ping()
      return c.json({ ok: true })
    } catch {
      return sendProblem(c, problem('unavailable', 'the database is away'))
    }
  })
  addSignInRoutes(app, web)
  app.route('/api/customer', customerRoutes(web))
  app.route('/api/staff', staffRoutes(web))
  app.route('/api/compliance', complianceRoutes(web))
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '0.1.0',
      description: 'A negotiation copilot: it drafts, a person approves.',
    },
  })
  servePages(app, join(root, 'dist/web'))
  return app
}

const headers: MiddlewareHandler = secureHeaders({
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  crossOriginEmbedderPolicy: false,
  strictTransportSecurity: false,
})

/** The chat as one file is made to be loaded by the bank's own pages, which have another origin. */
const forOtherPages: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cross-origin-resource-policy', 'cross-origin')
}

/** A browser's cross-site write is refused: the staff cookie must not be used from elsewhere. */
const sameOrigin: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  if (isWrite && site === 'cross-site' && c.req.header('cookie')) {
    return sendProblem(c, problem('forbidden', 'cross-site requests are refused'))
  }
  await next()
}

function servePages(app: Router, dist: string): void {
  app.get('/', (c) => c.redirect('/chat/'))
  for (const page of ['desk', 'chat']) {
    app.get(`/${page}`, (c) => c.redirect(`/${page}/`))
    app.use(`/${page}/*`, pageHeaders)
    app.get(
      `/${page}/assets/*`,
      serveStatic({
        root: dist,
        onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
      }),
    )
    app.get(`/${page}/*`, serveStatic({ root: dist, index: 'no-index' }))
    app.get(`/${page}/*`, (c) => {
      const file = join(dist, page, 'index.html')
      if (!existsSync(file))
        return sendProblem(c, problem('unavailable', 'the pages are not built: npm run build'))
      c.header('cache-control', 'no-store')
      return c.html(readFileSync(file, 'utf8').replaceAll('__CSP_NONCE__', c.get('nonce' as never)))
    })
  }
}

const pageHeaders: MiddlewareHandler = async (c, next) => {
  const nonce = randomBytes(16).toString('base64')
  c.set('nonce', nonce)
  await next()
  c.header(
    'content-security-policy',
    [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self' 'nonce-${nonce}'`,
      `img-src 'self' data:`,
      `font-src 'self'`,
      `connect-src 'self'`,
      `base-uri 'none'`,
      `form-action 'self'`,
      `frame-ancestors 'none'`,
    ].join('; '),
  )
}
