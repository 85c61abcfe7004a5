import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { system } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { contentMac } from '../customers/contents.ts'
import type { Conversation } from './model.ts'
import { announceConversation } from './post-message.ts'
import { readConversation } from './store.ts'

const codeMinutes = 5
const verifiedMinutes = 30
const attemptsAllowed = 5

export type StartedVerification = { id: string; code: string; expiresAt: Date }

/**
 * Starts a step-up: makes a six-digit code, keeps only a keyed digest of it, and returns the code for the
 * caller to send. At most three codes in ten minutes, else `too_many`.
 */
export async function startVerification(ctx: Context, conversationId: string): Promise<StartedVerification> {
  return ctx.db.withActor(system('verification'), async (tx) => {
    const conversation = await readConversation(tx, conversationId, true)
    const [recent] = await tx.query<{ n: number }>(
      `select count(*) as n from app.verifications
       where conversation_id = $1 and created_at > app.app_now() - interval '10 minutes'`,
      [conversationId],
    )
    if ((recent?.n ?? 0) >= 3) throw new AppError('too_many', 'too many codes: wait ten minutes')
    const id = newId()
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const expiresAt = new Date(tx.now.getTime() + codeMinutes * 60_000)
    const mac = await contentMac(ctx, tx, conversation.customer_id, `${id}:${code}`)
    await tx.query(
      'insert into app.verifications (id, conversation_id, code_mac, expires_at) values ($1, $2, $3, $4)',
      [id, conversationId, mac, expiresAt],
    )
    await recordAudit(tx, {
      action: 'customer.verification_started',
      subject: ['verification', id],
      customerId: conversation.customer_id,
      details: { conversation: conversationId },
    })
    return { id, code, expiresAt }
  })
}

/**
 * Checks a code against the newest one sent. A right one verifies the conversation for half an hour; a
 * wrong or late one counts as an attempt and is `invalid` with the attempts left.
 */
export async function confirmVerification(ctx: Context, conversationId: string, code: string): Promise<void> {
  const left = await ctx.db.withActor(system('verification'), async (tx) => {
    const conversation = await readConversation(tx, conversationId, true)
    const [pending] = await tx.query<{ id: string; code_mac: string; attempts: number; late: boolean }>(
      `select id, code_mac, attempts, expires_at <= app.app_now() as late from app.verifications
       where conversation_id = $1 and confirmed_at is null order by id desc limit 1`,
      [conversationId],
    )
    if (!pending || pending.late || pending.attempts >= attemptsAllowed) return 0
    const mac = await contentMac(ctx, tx, conversation.customer_id, `${pending.id}:${code}`)
    const right = timingSafeEqual(Buffer.from(mac), Buffer.from(pending.code_mac))
    await tx.query(
      `update app.verifications set attempts = attempts + 1,
         confirmed_at = case when $2 then app.app_now() end where id = $1`,
      [pending.id, right],
    )
    if (right) await markVerified(tx, conversation)
    await recordAudit(tx, {
      action: right ? 'customer.verified' : 'customer.verification_failed',
      subject: ['verification', pending.id],
      customerId: conversation.customer_id,
      details: { conversation: conversationId },
    })
    return right ? undefined : attemptsAllowed - pending.attempts - 1
  })
  if (left !== undefined) {
    throw new AppError('invalid', 'the code is wrong or too old', {
      reason: 'wrong_code',
      field: '/code',
      extra: { attemptsLeft: left },
    })
  }
}

/** The bank's own app has just authenticated the customer strongly: the conversation counts as verified. */
export async function acceptStrongIdentity(ctx: Context, conversationId: string): Promise<void> {
  await ctx.db.withActor(system('verification'), async (tx) => {
    const conversation = await readConversation(tx, conversationId, true)
    await markVerified(tx, conversation)
    await recordAudit(tx, {
      action: 'customer.verified',
      subject: ['conversation', conversationId],
      customerId: conversation.customer_id,
      details: { by: 'app' },
    })
  })
}

async function markVerified(tx: Tx, conversation: Conversation): Promise<void> {
  await tx.query(
    `update app.conversations set verified_until = app.app_now() + make_interval(mins => $2),
       version = version + 1, updated_at = app.app_now() where id = $1`,
    [conversation.id, verifiedMinutes],
  )
  await announceConversation(tx, conversation)
}
