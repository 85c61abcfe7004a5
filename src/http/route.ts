import { z } from '@hono/zod-openapi'
import { Id, Problem } from './shapes.ts'

/** The pieces every route description is made of. */
export const refusal = {
  description: 'a refusal',
  content: { 'application/problem+json': { schema: Problem } },
}

export const ok = <T extends z.ZodType>(schema: T) => ({
  200: { description: 'done', content: { 'application/json': { schema } } },
  default: refusal,
})

export const made = <T extends z.ZodType>(schema: T) => ({
  201: { description: 'made', content: { 'application/json': { schema } } },
  default: refusal,
})

export const json = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

export const byId = z.object({ id: Id })
export const nothing = z.object({}).default({})
