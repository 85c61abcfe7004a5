import type { Config } from '../config.ts'
import { readHolder } from '../platform/connect-embedded.ts'
import { AppError } from '../platform/errors.ts'

/**
 * Asks the server that holds the embedded folder, over loopback; undefined when none is running, and the
 * command opens the folder itself. A refusal of the server is thrown as it was said.
 */
export async function askServer<T>(config: Config, path: string, body: string): Promise<T | undefined> {
  if (config.DATABASE_URL) return undefined
  const holder = await readHolder(config.PARLEY_DATA)
  if (!holder?.port || !holder.token) return undefined
  const address = `http://127.0.0.1:${holder.port}/api/local${path}`
  const response = await fetch(address, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${holder.token}`, 'content-type': 'application/json' },
  }).catch(() => undefined)
  if (!response || response.status === 404) return undefined
  const answer = (await response.json()) as T & { title?: string; detail?: string }
  if (!response.ok) throw new AppError('conflict', answer.detail ?? answer.title ?? `HTTP ${response.status}`)
  return answer
}
