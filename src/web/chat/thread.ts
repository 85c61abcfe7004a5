import type { Message, OfferCard } from './shapes.ts'

/** A message the customer has sent and the bank has not yet confirmed. */
export type Pending = {
  key: string
  text: string
  /** Highest sequence on screen when it was written: an older message cannot be this one. */
  afterSeq: number
  state: 'sending' | 'waiting' | 'refused'
  /** Set once the bank has answered with the stored message's id. */
  id: string | null
  why: string | null
}

/** Joins what is known with what was fetched: one entry per id, the fetched one wins, ordered by seq. */
export function mergeMessages(known: Message[], fetched: Message[]): Message[] {
  if (fetched.length === 0) return known
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of fetched) byId.set(message.id, message)
  return [...byId.values()].sort((a, b) => a.seq - b.seq)
}

/**
 * The pending messages still to be shown beside the stored ones. One that has come back over the stream
 * before its own answer did is recognised by its text, each stored message standing for one at most.
 */
export function stillPending(pending: Pending[], messages: Message[]): Pending[] {
  const claimed = new Set(pending.map((one) => one.id))
  const left: Pending[] = []
  for (const one of pending) {
    const twin = messages.find((message) =>
      one.id === null
        ? message.kind === 'inbound' &&
          message.seq > one.afterSeq &&
          message.text.trim() === one.text &&
          !claimed.has(message.id)
        : message.id === one.id,
    )
    if (twin && one.state !== 'refused') claimed.add(twin.id)
    else left.push(one)
  }
  return left
}

const settledAgreement = ['completed', 'cancelled', 'broken']
const openOffer = ['sent', 'countered', 'accepted']

/**
 * The sequence to fetch after. Cards change without a new message (an offer expires, an agreement is
 * confirmed elsewhere), so the oldest card that may still change is fetched again with what is new.
 */
export function fetchAfter(messages: Message[]): number {
  const last = messages.at(-1)?.seq ?? 0
  const live = messages.find(
    (message) =>
      (message.offer !== null && openOffer.includes(message.offer.state) && !message.offer.agreementId) ||
      (message.agreement !== null && !settledAgreement.includes(message.agreement.state)),
  )
  return live ? Math.min(last, live.seq - 1) : last
}

/** The messages with one offer's card replaced. */
export function withOffer(messages: Message[], offer: OfferCard): Message[] {
  return messages.map((message) => (message.offer?.id === offer.id ? { ...message, offer } : message))
}

/** The messages with one agreement's state replaced. */
export function withAgreement(messages: Message[], id: string, state: string): Message[] {
  return messages.map((message) =>
    message.agreement?.id === id ? { ...message, agreement: { ...message.agreement, state } } : message,
  )
}
