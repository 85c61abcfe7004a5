/** What a caller should do, not what went wrong inside: the one list of refusals that stop a request. */
export type ErrorCode =
  | 'bad_request'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'invalid'
  | 'too_many'
  | 'unavailable'

export type ErrorDetails = {
  /** A finer name a client may act on, such as `reading_time`. */
  reason?: string
  /** JSON Pointer of the field at fault. */
  field?: string
  /** Facts the client needs to go on: current version, holder, seconds to wait. */
  extra?: Record<string, unknown>
}

export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** The row asked for, or `not_found` — the same answer whether it is absent or hidden from the reader. */
export function found<T>(row: T | undefined | null, what: string): T {
  if (row === undefined || row === null) throw new AppError('not_found', `${what} not found`)
  return row
}

/**
 * An error for the log: what it is and where it arose. The words of parsers and of the database are left out,
 * because they quote what they were given.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof AppError) {
    return { code: error.code, reason: error.details.reason, message: error.message }
  }
  const { name, message, stack, code } = error as Error & { code?: unknown }
  const quotes = error instanceof SyntaxError || typeof code === 'string'
  const at = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    name,
    ...(code === undefined ? {} : { code }),
    ...(quotes ? {} : { message }),
    at: at.slice(0, 6).map((line) => line.trim()),
  }
}
