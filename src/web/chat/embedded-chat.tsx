/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { ChatWindow } from './chat-window.tsx'
import { Mark } from './parts/icons.tsx'
import type { Language } from './shapes.ts'
import { wordsFor } from './words/words.ts'

type Props = {
  server: string
  token: string | null
  language: Language | null
  open: boolean
  onOpen: (open: boolean) => void
  onOver: () => void
}

/** A button in the corner of the bank's page, and the conversation it opens. */
export function EmbeddedChat({ server, token, language, open, onOpen, onOver }: Props) {
  const [chosen, setChosen] = useState<Language | null>(null)
  const [over, setOver] = useState(false)
  const launcher = useRef<HTMLButtonElement>(null)
  const shown = chosen ?? language
  const words = wordsFor(shown ?? 'zh-Hans')

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new token starts anew
  useEffect(() => setOver(false), [token])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's new language wins over the earlier choice
  useEffect(() => setChosen(null), [language])

  const minimise = () => {
    onOpen(false)
    requestAnimationFrame(() => launcher.current?.focus())
  }

  if (!open)
    return (
      <div class="parley" lang={shown ?? 'zh-Hans'}>
        <button
          type="button"
          ref={launcher}
          class="launcher"
          aria-expanded={false}
          onClick={() => onOpen(true)}
        >
          <Mark size={30} />
          <span>{words.openChat}</span>
        </button>
      </div>
    )
  const absent = token === null || over
  return (
    <div class="parley panel" role="dialog" aria-label={words.openChat} lang={shown ?? 'zh-Hans'}>
      {absent ? (
        <div class="entry">
          <h1>{over ? words.overTitle : words.noEntryTitle}</h1>
          <p>{over ? words.overBody : words.noEntryBody}</p>
          <button type="button" class="plain" onClick={minimise}>
            {words.close}
          </button>
        </div>
      ) : (
        <ChatWindow
          key={token}
          server={server}
          token={token}
          language={shown}
          onLanguage={setChosen}
          onMinimise={minimise}
          onOver={() => {
            setOver(true)
            onOver()
          }}
        />
      )}
    </div>
  )
}
