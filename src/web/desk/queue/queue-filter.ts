import type { QueueItem } from '../shapes.ts'

export const views = ['all', 'waiting', 'second', 'flagged', 'mine'] as const
export type View = (typeof views)[number]
export type Filter = { view: View; language: 'any' | 'zh-Hans' | 'en'; name: string }

/** Signals that merely say what the customer asked for; the rest mark a person to be careful with. */
const plainSignals: readonly QueueItem['signals'][number][] = ['wants_person']

export function isFlagged(item: QueueItem): boolean {
  return item.signals.some((signal) => !plainSignals.includes(signal))
}

/** Whether an item belongs to a view; `me` is the reader's name as the queue shows it. */
export function inView(item: QueueItem, view: View, me: string): boolean {
  switch (view) {
    case 'all':
      return true
    case 'waiting':
      return item.customerWaitingSince !== null
    case 'second':
      return item.secondApproval
    case 'flagged':
      return isFlagged(item)
    case 'mine':
      return item.assignee === me
  }
}

export function filterQueue(items: readonly QueueItem[], filter: Filter, me: string): QueueItem[] {
  const name = filter.name.trim().toLowerCase()
  return items.filter(
    (item) =>
      inView(item, filter.view, me) &&
      (filter.language === 'any' || item.language === filter.language) &&
      item.customerName.toLowerCase().includes(name),
  )
}

/** Whether this is the matter that is open, be it by its case or by its conversation. */
export function isOpen(item: QueueItem, openId: string | null): boolean {
  return openId !== null && (item.caseId === openId || item.conversationId === openId)
}

/** The item a step away from the open one; from nowhere, the first or the last. */
export function stepFrom(items: readonly QueueItem[], openId: string | null, step: 1 | -1): QueueItem | null {
  const at = items.findIndex((item) => isOpen(item, openId))
  if (at < 0) return items.at(step === 1 ? 0 : -1) ?? null
  return items[at + step] ?? null
}
