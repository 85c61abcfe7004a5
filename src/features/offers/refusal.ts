import type { z } from 'zod'
import type { Refusal } from './model.ts'

/** RFC 6901 pointer to a place in the input; the empty string is the whole input. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The typed refusal of an input that breaks its schema: the first field at fault, and why (contracts.md). */
export function refusal(input: unknown, error: z.ZodError): Refusal {
  const issue = error.issues[0]!
  const id = (input as { id?: unknown } | null)?.id
  return {
    id: typeof id === 'string' ? id : '',
    outcome: 'refused',
    field: jsonPointer(issue.path),
    message: issue.message,
  }
}
