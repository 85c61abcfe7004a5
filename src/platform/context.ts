import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Database } from './db.ts'
import type { Vault } from './vault.ts'

/** Who acts. Every transaction names one; the database decides from it what may be seen and written. */
export type Actor =
  | { kind: 'customer'; id: string }
  | { kind: 'staff'; id: string; role: string }
  | { kind: 'system'; job: string }

export function system(job: string): Actor {
  return { kind: 'system', job }
}

/** What every verb is given: built once in `main.ts`, passed on, never looked up. */
export type Context = {
  db: Database
  clock: Clock
  vault: Vault
  log: Logger
  /** IANA zone of the bank. */
  zone: string
}
