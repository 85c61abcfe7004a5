/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useRoom } from '../context.ts'
import { CloseIcon, Mark, PersonIcon, ShieldIcon } from './icons.tsx'

type Props = { onLanguage: () => void; onMinimise?: () => void; menu?: ComponentChildren }

/** The bank, the way to a person, the language: never scrolled away. */
export function ChatHeader({ onLanguage, onMinimise, menu }: Props) {
  const { state, words, language, open } = useRoom()
  const { session, conversation } = state
  const handOff = conversation?.handOff.state ?? 'bot'
  const withPerson = handOff === 'requested' || handOff === 'queued' || handOff === 'joined'

  return (
    <header class="head">
      <Mark />
      <div class="head-name">
        <h1>{session?.bank.name[language] ?? words.openChat}</h1>
        {conversation &&
          (conversation.verified ? (
            <span class="verified">
              <ShieldIcon size={14} />
              {words.verified}
            </span>
          ) : (
            <button type="button" class="unverified" onClick={() => open({ kind: 'verify' })}>
              <ShieldIcon size={14} />
              {words.verify}
            </button>
          ))}
      </div>
      <button
        type="button"
        class="person-button"
        disabled={!conversation || withPerson}
        onClick={() => open({ kind: 'person' })}
      >
        <PersonIcon size={18} />
        <span>{words.person}</span>
      </button>
      <button
        type="button"
        class="language-button"
        lang={language === 'en' ? 'zh-Hans' : 'en'}
        aria-label={words.languageHint}
        onClick={onLanguage}
      >
        {language === 'en' ? '中' : 'EN'}
      </button>
      {menu}
      {onMinimise && (
        <button type="button" class="round" onClick={onMinimise} aria-label={words.minimise}>
          <CloseIcon />
        </button>
      )}
    </header>
  )
}
