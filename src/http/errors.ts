import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { ZodError } from 'zod'
import { clash } from '../platform/db.ts'
import { AppError, describeError, type ErrorCode } from '../platform/errors.ts'

/** The one map from what went wrong to what HTTP says. */
const statuses: Record<ErrorCode, { status: ContentfulStatusCode; title: string }> = {
  bad_request: { status: 400, title: '请求格式有误 / Malformed request' },
  unauthenticated: { status: 401, title: '请先登录 / Sign in first' },
  forbidden: { status: 403, title: '没有权限 / Not allowed' },
  not_found: { status: 404, title: '没有找到 / Not found' },
  conflict: { status: 409, title: '与当前状态冲突 / Conflicts with the current state' },
  too_large: { status: 413, title: '内容过大 / Too large' },
  invalid: { status: 422, title: '内容有误 / Invalid content' },
  too_many: { status: 429, title: '操作过于频繁 / Too many requests' },
  unavailable: { status: 503, title: '服务暂不可用 / Temporarily unavailable' },
}

export type Problem = {
  type: string
  status: number
  code: string
  title: string
  detail?: string
  field?: string
  extra?: Record<string, unknown>
}

export function problem(code: ErrorCode, detail?: string, details: AppError['details'] = {}): Problem {
  const { status, title } = statuses[code]
  return {
    type: 'about:blank',
    status,
    code: details.reason ?? code,
    title,
    ...(detail ? { detail } : {}),
    ...(details.field ? { field: details.field } : {}),
    ...(details.extra ? { extra: details.extra } : {}),
  }
}

export function sendProblem(c: Context, body: Problem): Response {
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=utf-8',
    // What was not read to its end leaves nothing to answer another request over.
    ...(body.status === 413 ? { connection: 'close' } : {}),
  })
}

/** Where in a body a zod issue lies, as a JSON Pointer. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

export function fromZod(error: ZodError): Problem {
  const issue = error.issues[0]
  return problem('invalid', issue?.message, { field: pointer(issue?.path ?? []) })
}

/** Answers anything thrown. An error nobody planned for says nothing of itself to the caller. */
export function onError(log: Logger) {
  return (error: Error, c: Context): Response => {
    if (error instanceof AppError) return sendProblem(c, problem(error.code, error.message, error.details))
    if (error instanceof ZodError) return sendProblem(c, fromZod(error))
    if (error instanceof HTTPException) {
      const code = error.status === 413 ? 'too_large' : error.status === 404 ? 'not_found' : 'bad_request'
      return sendProblem(c, problem(code, error.message))
    }
    const { code } = error as { code?: string }
    if (code === '22P02') return sendProblem(c, problem('not_found'))
    if (code === '22021' || code === '22P05')
      return sendProblem(c, problem('invalid', 'a text holds the character U+0000', { reason: 'character' }))
    if (code === clash.privilege) {
      log.warn({ path: c.req.path, error: describeError(error) }, 'the database refused')
      return sendProblem(c, problem('forbidden'))
    }
    log.error({ path: c.req.path, error: describeError(error) }, 'unexpected error')
    return sendProblem(c, {
      ...problem('unavailable'),
      status: 500,
      title: '服务器出错 / Server error',
      code: 'error',
    })
  }
}
