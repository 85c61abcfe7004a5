/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { createApi } from './api.ts'
import { createChat } from './chat.ts'
import { type Room, RoomContext, type Sheet } from './context.ts'
import { ChatHeader } from './parts/chat-header.tsx'
import { Composer } from './parts/composer.tsx'
import { HandOffStrip } from './parts/hand-off-strip.tsx'
import { MessageLog } from './parts/message-log.tsx'
import { OpenSheet } from './parts/open-sheet.tsx'
import { Waiting } from './parts/waiting.tsx'
import type { Language, Verification } from './shapes.ts'
import { wordsFor } from './words/words.ts'

type Props = {
  server: string
  token: string
  /** Null: the customer's own language, once the bank has told it. */
  language: Language | null
  onLanguage: (language: Language) => void
  /** The token is no longer accepted. */
  onOver: () => void
  onMinimise?: () => void
  menu?: (reopen: () => void) => ComponentChildren
}

/** One whole conversation: what the full page and the embedded chat both show. */
export function ChatWindow({ server, token, language: chosen, onLanguage, onOver, onMinimise, menu }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is only the first wish; changing it must not open another chat
  const chat = useMemo(() => createChat(createApi(server, token), chosen), [server, token])
  const [state, setState] = useState(chat.get())
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [draft, setDraft] = useState('')
  const [spoken, announce] = useState('')
  const [follow, setFollow] = useState(0)
  const code = useRef<Verification | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const language = chosen ?? state.session?.customer.language ?? 'zh-Hans'
  const words = wordsFor(language)

  useEffect(() => {
    setState(chat.get())
    chat.subscribe(setState)
    chat.start()
    return chat.stop
  }, [chat])

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the phase changes
  useEffect(() => {
    if (state.phase === 'over') onOver()
  }, [state.phase])

  // biome-ignore lint/correctness/useExhaustiveDependencies: depends on whether anything is unsent, not on what
  useEffect(() => {
    if (state.pending.length === 0 && draft === '') return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [state.pending.length === 0 && draft === ''])

  const suggest = (text: string) => {
    setDraft(text)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(text.length, text.length)
    })
  }
  const room: Room = { chat, state, words, language, open: setSheet, code, suggest, announce }
  const reopen = () => chat.reopen(language).catch(() => announce(words.troubleUnknown))

  return (
    <RoomContext.Provider value={room}>
      <div class="parley window" lang={language}>
        <ChatHeader
          onLanguage={() => onLanguage(language === 'en' ? 'zh-Hans' : 'en')}
          onMinimise={onMinimise}
          menu={menu?.(reopen)}
        />
        <HandOffStrip />
        <p class="offline" role="status">
          {state.phase === 'ready' && state.connection === 'lost' ? words.lost : ''}
        </p>
        {state.phase === 'ready' ? (
          <main class="talk">
            <MessageLog onPick={suggest} follow={follow} />
            <Composer draft={draft} onDraft={setDraft} field={field} onSent={() => setFollow(follow + 1)} />
          </main>
        ) : (
          <Waiting />
        )}
        {sheet && <OpenSheet sheet={sheet} onClose={() => setSheet(null)} />}
        <p class="unseen" role="status">
          {spoken}
        </p>
      </div>
    </RoomContext.Provider>
  )
}
