import { useNavigate } from '@tanstack/react-router'
import type { QueueItem } from '../shapes.ts'

/** Opens what a queue item stands for: its case, or its conversation while there is none. */
export function useOpenItem() {
  const navigate = useNavigate()
  return (item: QueueItem) => {
    if (item.caseId) void navigate({ to: '/cases/$caseId', params: { caseId: item.caseId } })
    else
      void navigate({
        to: '/conversations/$conversationId',
        params: { conversationId: item.conversationId },
      })
  }
}
