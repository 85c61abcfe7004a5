/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { createApi } from './api.ts'
import { ChatWindow } from './chat-window.tsx'
import { CustomerPicker } from './customer-picker.tsx'
import { chosenLanguage, demoToken, takeTokenFromAddress } from './entry-token.ts'
import { PageMenu } from './page-menu.tsx'
import { Mark } from './parts/icons.tsx'
import { troubleOf } from './problem.ts'
import type { DemoCustomer, Language } from './shapes.ts'
import { wordsFor } from './words/words.ts'

type Entry =
  | { kind: 'looking' }
  | { kind: 'closed' }
  | { kind: 'offline' }
  | { kind: 'pick'; customers: DemoCustomer[] }
  | { kind: 'talk'; token: string; demo: boolean }
  | { kind: 'over'; demo: boolean }

const server = location.origin
const guest = createApi(server, null)

const given = takeTokenFromAddress()

function firstEntry(): Entry {
  if (given !== null) return { kind: 'talk', token: given, demo: false }
  const kept = demoToken.read()
  return kept === null ? { kind: 'looking' } : { kind: 'talk', token: kept, demo: true }
}

/** The full page: in a demo one chooses who to be; otherwise the bank's app has sent a token along. */
export function CustomerPage() {
  const [entry, setEntry] = useState<Entry>(firstEntry)
  const [language, setLanguage] = useState<Language | null>(chosenLanguage.read)
  const shown = language ?? 'zh-Hans'
  const words = wordsFor(shown)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow from the language
  useEffect(() => {
    document.documentElement.lang = shown
    document.title = words.openChat
  }, [shown])

  useEffect(() => {
    if (entry.kind !== 'looking') return
    guest.demoCustomers().then(
      ({ customers }) => setEntry({ kind: 'pick', customers }),
      (error) => setEntry({ kind: troubleOf(error).kind === 'offline' ? 'offline' : 'closed' }),
    )
  }, [entry.kind])

  const chooseLanguage = (chosen: Language) => {
    chosenLanguage.keep(chosen)
    setLanguage(chosen)
  }
  const toPicker = () => {
    demoToken.drop()
    setEntry({ kind: 'looking' })
  }

  if (entry.kind === 'talk')
    return (
      <ChatWindow
        key={entry.token}
        server={server}
        token={entry.token}
        language={language}
        onLanguage={chooseLanguage}
        onOver={() => {
          demoToken.drop()
          setEntry({ kind: 'over', demo: entry.demo })
        }}
        menu={(reopen) => (
          <PageMenu words={words} onReopen={reopen} onSwitch={entry.demo ? toPicker : null} />
        )}
      />
    )
  if (entry.kind === 'pick')
    return (
      <CustomerPicker
        customers={entry.customers}
        language={shown}
        onLanguage={chooseLanguage}
        onToken={(token) => {
          demoToken.keep(token)
          setEntry({ kind: 'talk', token, demo: true })
        }}
      />
    )
  if (entry.kind === 'looking') return <div class="parley" aria-busy="true" />

  const over = entry.kind === 'over'
  const again = entry.kind === 'offline' || (over && entry.demo)
  return (
    <main class="parley entry" lang={shown}>
      <Mark size={40} />
      <h1>{over ? words.overTitle : entry.kind === 'offline' ? words.retry : words.noEntryTitle}</h1>
      <p>{over ? words.overBody : entry.kind === 'offline' ? words.troubleOffline : words.noEntryBody}</p>
      {again && (
        <button type="button" class="primary" onClick={toPicker}>
          {over ? words.overAgain : words.retry}
        </button>
      )}
    </main>
  )
}
