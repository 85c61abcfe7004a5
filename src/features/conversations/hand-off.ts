import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { recordAudit } from '../audit/record.ts'
import type { Conversation, HandOffState } from './model.ts'
import { announceConversation } from './post-message.ts'

export type HandOffCommand = 'request' | 'queue' | 'cancel' | 'join' | 'end' | 'time_out'

const moves: Record<HandOffState, Partial<Record<HandOffCommand, HandOffState>>> = {
  bot: { request: 'requested', join: 'joined' },
  requested: { queue: 'queued', cancel: 'bot', join: 'joined', time_out: 'queued', request: 'requested' },
  queued: { cancel: 'bot', join: 'joined', time_out: 'queued', request: 'queued' },
  joined: { end: 'ended', join: 'joined' },
  ended: { request: 'requested', join: 'joined' },
}

/** The state after a command, or undefined when the command does not fit the state. */
export function nextHandOff(state: HandOffState, command: HandOffCommand): HandOffState | undefined {
  return moves[state][command]
}

const actions = {
  request: 'conversation.hand_off_requested',
  cancel: 'conversation.hand_off_cancelled',
  join: 'conversation.joined',
  end: 'conversation.ended',
} as const

/** Moves the hand-off of a locked conversation; a command that does not fit is a `conflict`. */
export async function moveHandOff(
  tx: Tx,
  conversation: Conversation,
  command: HandOffCommand,
): Promise<Conversation> {
  const next = nextHandOff(conversation.hand_off, command)
  if (!next) {
    throw new AppError('conflict', `cannot ${command} while ${conversation.hand_off}`, {
      extra: { state: conversation.hand_off },
    })
  }
  if (next === conversation.hand_off && command !== 'join') return conversation
  const joinedBy = command === 'join' && tx.actor.kind === 'staff' ? tx.actor.id : null
  if (command === 'join' && conversation.joined_by === joinedBy && next === conversation.hand_off)
    return conversation
  const handOffAt = command === 'request' ? tx.now : conversation.hand_off_at
  await tx.query(
    `update app.conversations set hand_off = $2, hand_off_at = $3, version = version + 1,
       updated_at = app.app_now() ${tx.actor.kind === 'staff' ? ', joined_by = $4' : ''} where id = $1`,
    [conversation.id, next, handOffAt, ...(tx.actor.kind === 'staff' ? [joinedBy] : [])],
  )
  if (command in actions) {
    await recordAudit(tx, {
      action: actions[command as keyof typeof actions],
      subject: ['conversation', conversation.id],
      customerId: conversation.customer_id,
      details: { from: conversation.hand_off, to: next },
    })
  }
  await announceConversation(tx, conversation)
  return {
    ...conversation,
    hand_off: next,
    hand_off_at: handOffAt,
    joined_by: joinedBy ?? conversation.joined_by,
    version: conversation.version + 1,
  }
}
