import type { Tx } from './db.ts'
import { AppError } from './errors.ts'
import { sha256 } from './vault.ts'

export type Answer = { status: number; body: unknown }
export type Request = { route: string; key: string; body: unknown }

/**
 * Does a write once per (actor, route, key): the answer is kept in the same transaction and given again to
 * a repeat. The same key with another body is `invalid`, one still in flight elsewhere is `conflict`.
 */
export async function once(tx: Tx, request: Request, work: () => Promise<Answer>): Promise<Answer> {
  const actor = `${tx.actor.kind}:${tx.actor.kind === 'system' ? tx.actor.job : tx.actor.id}`
  const bodyHash = sha256(JSON.stringify(request.body ?? null))
  const place = [actor, request.route, request.key]
  const [lock] = await tx.query<{ ok: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as ok',
    [place.join('\n')],
  )
  if (!lock?.ok)
    throw new AppError('conflict', 'the same request is still being worked on', { reason: 'in_flight' })
  const [known] = await tx.query<{ body_hash: string; status: number; response: string }>(
    'select body_hash, status, response from app.idempotency_keys where actor = $1 and route = $2 and key = $3',
    place,
  )
  if (known && known.body_hash !== bodyHash) {
    throw new AppError('invalid', 'this idempotency key was used with another body', { reason: 'key_reused' })
  }
  if (known) return { status: known.status, body: JSON.parse(known.response) }
  await tx.query(
    `insert into app.idempotency_keys (actor, route, key, body_hash, expires_at)
     values ($1, $2, $3, $4, app.app_now() + interval '24 hours')`,
    [...place, bodyHash],
  )
  const answer = await work()
  await tx.query(
    'update app.idempotency_keys set status = $4, response = $5 where actor = $1 and route = $2 and key = $3',
    [...place, answer.status, JSON.stringify(answer.body)],
  )
  return answer
}

/** Forgets answers past their day. */
export async function forgetAnswers(tx: Tx): Promise<void> {
  await tx.query('delete from app.idempotency_keys where expires_at < app.app_now()')
}
