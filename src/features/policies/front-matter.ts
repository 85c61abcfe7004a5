import { parse } from 'yaml'
import { z } from 'zod'
import { AppError } from '../../platform/errors.ts'

const LocalDate = z.iso.date()

/** What a document says about itself; for formats without front matter the person who uploads says it. */
export const DocumentFacts = z
  .object({
    id: z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens'),
    title: z.string().trim().min(1).max(200),
    lang: z.enum(['zh', 'zh-Hans', 'zh-Hant', 'en']).transform((lang) => (lang === 'en' ? 'en' : 'zh')),
    audience: z.enum(['public', 'internal']),
    version: z.int().positive(),
    effective_from: LocalDate,
    effective_to: LocalDate.nullish().transform((date) => date ?? null),
    jurisdiction: z.string().default('CN'),
    products: z.array(z.string().regex(/^[a-z_]+$/)).default([]),
    owner: z.string().trim().min(1).max(200),
    sources: z.array(z.string()).default([]),
  })
  .refine((facts) => facts.effective_to === null || facts.effective_to > facts.effective_from, {
    path: ['effective_to'],
    message: 'the end of validity lies after its start',
  })
export type DocumentFacts = z.infer<typeof DocumentFacts>

/** Checks facts from any source; throws `invalid` naming the first field at fault. */
export function readFacts(given: unknown): DocumentFacts {
  const read = DocumentFacts.safeParse(given)
  if (read.success) return read.data
  const issue = read.error.issues[0]!
  const field = `/${issue.path.join('/')}`
  throw new AppError('invalid', `document facts: ${field} ${issue.message}`, { field })
}

/** Splits a Markdown file into its front matter (undefined when it has none) and its text. */
export function splitFrontMatter(source: string): { facts: unknown; text: string } {
  const plain = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(plain)
  if (!match) return { facts: undefined, text: plain }
  try {
    // The core schema keeps dates as the text they are written in.
    return {
      facts: parse(match[1]!, { schema: 'core', maxAliasCount: 0 }),
      text: plain.slice(match[0].length),
    }
  } catch (error) {
    throw new AppError('invalid', `front matter: ${(error as Error).message.split('\n')[0]}`, { field: '/' })
  }
}
