import type { QueryKey } from '@tanstack/react-query'
import { write } from '../../api.ts'
import { useWrite } from '../frame/use-write.ts'
import type { Decided, HandOff } from '../shapes.ts'

/** Joining, ending and writing in a conversation, with or without a case around it. */
export function useConversationWrites(conversationId: string, around: QueryKey) {
  const path = `/api/staff/conversations/${conversationId}`
  const touches: QueryKey[] = [around, ['conversation', conversationId], ['queue']]
  return {
    join: useWrite(() => write<HandOff>('POST', `${path}/join`, {}), touches),
    end: useWrite(() => write<HandOff>('POST', `${path}/end`, {}), touches),
    reply: useWrite(
      (reply: { text: string; reason?: string }) => write<Decided>('POST', `${path}/replies`, reply),
      touches,
    ),
  }
}

export type ConversationWrites = ReturnType<typeof useConversationWrites>
