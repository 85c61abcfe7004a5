import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'yaml'
import { AppError } from '../../platform/errors.ts'

/**
 * What stands beside a file that cannot carry front matter, in `NAME.facts.yaml` for `NAME.pdf`; undefined when
 * nothing does.
 */
export async function readFactsBeside(path: string): Promise<object | undefined> {
  const beside = `${path.replace(/\.[^./\\]+$/, '')}.facts.yaml`
  const text = await readFile(beside, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    // The core schema keeps dates as the text they are written in.
    const facts: unknown = parse(text, { schema: 'core', maxAliasCount: 0 })
    if (typeof facts === 'object' && facts !== null && !Array.isArray(facts)) return facts
  } catch {
    // told below
  }
  throw new AppError('invalid', `${basename(beside)}: not a list of facts`, { field: '/' })
}
