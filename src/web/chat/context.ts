import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Chat, ChatState } from './chat.ts'
import { type Trouble, titleIn } from './problem.ts'
import type { Language, Message, OfferCard, Source, Verification } from './shapes.ts'
import type { Words } from './words/zh.ts'

/** The one sheet that may be open over the conversation. */
export type Sheet =
  | { kind: 'source'; source: Source }
  | { kind: 'person' }
  | { kind: 'verify'; next?: () => void }
  | { kind: 'counter'; offer: OfferCard }
  | { kind: 'cost'; offer: OfferCard }
  | { kind: 'agreement'; id: string }
  | { kind: 'feedback'; message: Message }

export type Room = {
  chat: Chat
  state: ChatState
  words: Words
  language: Language
  open: (sheet: Sheet | null) => void
  /** The one-time code on its way: opening the sheet again does not send another. */
  code: { current: Verification | null }
  /** Puts words into the composer for the customer to finish. */
  suggest: (text: string) => void
  /** Says something once to a screen reader. */
  announce: (text: string) => void
}

export const RoomContext = createContext<Room | null>(null)

/** The conversation a part is in; parts are only ever drawn inside one. */
export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('a part of the chat was drawn outside it')
  return room
}

/** A trouble in the reader's words: our own for what we know, the bank's title otherwise. */
export function sayTrouble(words: Words, language: Language, trouble: Trouble): string {
  if (trouble.kind === 'offline') return words.troubleOffline
  const said = words.trouble[trouble.code] ?? (titleIn(language, trouble.title) || words.troubleUnknown)
  return trouble.left === undefined ? said : `${said} ${words.verifyLeft(trouble.left)}`
}
