import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { system } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError, found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { recordAudit } from '../audit/record.ts'
import { contentMac } from '../customers/contents.ts'
import { type Conversation, isVerified } from './model.ts'
import { announceConversation } from './post-message.ts'
import { readConversation } from './store.ts'

const codeMinutes = 5
const verifiedMinutes = 30
const attemptsAllowed = 5

export type StartedVerification = { id: string; code: string; expiresAt: Date }

/**
 * Starts a step-up and returns its id; its code is drawn from the customer's key and kept only as a keyed
 * digest. At most three in ten minutes, else `too_many`.
 */
export async function startVerification(ctx: Context, tx: Tx, conversationId: string): Promise<string> {
  const conversation = await readConversation(tx, conversationId, true)
  const [recent] = await tx.query<{ n: number }>(
    `select count(*) as n from app.verifications
     where conversation_id = $1 and created_at > app.app_now() - interval '10 minutes'`,
    [conversationId],
  )
  if ((recent?.n ?? 0) >= 3) throw new AppError('too_many', 'too many codes: wait ten minutes')
  const id = newId()
  const code = await codeOf(ctx, tx, conversation.customer_id, id)
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
  return id
}

/** A started step-up with its code, for the caller to send; asked again, it is the same code. */
export async function readVerification(ctx: Context, tx: Tx, id: string): Promise<StartedVerification> {
  const [row] = await tx.query<{ customer_id: string; expires_at: Date }>(
    `select c.customer_id, v.expires_at from app.verifications v
     join app.conversations c on c.id = v.conversation_id where v.id = $1`,
    [id],
  )
  const { customer_id, expires_at } = found(row, 'verification')
  return { id, code: await codeOf(ctx, tx, customer_id, id), expiresAt: expires_at }
}

/** Six digits from a keyed digest of the step-up's id: nobody without the customer's key can foretell them. */
async function codeOf(ctx: Context, tx: Tx, customerId: string, id: string): Promise<string> {
  const digest = await contentMac(ctx, tx, customerId, `verification-code:${id}`)
  return String(Buffer.from(digest, 'base64url').readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/**
 * Checks a code against the newest one sent. A right one verifies the conversation for half an hour and
 * gives null; a wrong or late one counts as an attempt and gives the attempts left.
 */
export async function confirmVerification(
  ctx: Context,
  tx: Tx,
  conversationId: string,
  code: string,
): Promise<number | null> {
  const conversation = await readConversation(tx, conversationId, true)
  if (isVerified(conversation, tx.now)) return null
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
  return right ? null : attemptsAllowed - pending.attempts - 1
}

/** When the customer last showed who they are; null when they never did. */
export function verifiedSince({ verified_until }: Conversation): Date | null {
  return verified_until && new Date(verified_until.getTime() - verifiedMinutes * 60_000)
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
