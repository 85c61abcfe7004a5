/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks'
import { createApi } from './api.ts'
import { Mark } from './parts/icons.tsx'
import { titleIn, troubleOf } from './problem.ts'
import type { DemoCustomer, Language } from './shapes.ts'
import { wordsFor } from './words/words.ts'

type Props = {
  customers: DemoCustomer[]
  language: Language
  onLanguage: (language: Language) => void
  onToken: (token: string) => void
}

const guest = createApi(location.origin, null)

/** Demo only: choose whose situation to start from. */
export function CustomerPicker({ customers, language, onLanguage, onToken }: Props) {
  const words = wordsFor(language)
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const key = useRef(crypto.randomUUID())

  async function start(customer: DemoCustomer): Promise<void> {
    setBusy(customer.ref)
    setProblem(null)
    try {
      onToken((await guest.openDemo(key.current, customer.ref)).token)
    } catch (error) {
      const trouble = troubleOf(error)
      key.current = crypto.randomUUID()
      setBusy(null)
      setProblem(trouble.kind === 'offline' ? words.troubleOffline : titleIn(language, trouble.title))
    }
  }

  return (
    <main class="parley picker" lang={language}>
      <header>
        <Mark size={40} />
        <button
          type="button"
          class="language-button"
          aria-label={words.languageHint}
          onClick={() => onLanguage(language === 'en' ? 'zh-Hans' : 'en')}
        >
          {words.language}
        </button>
      </header>
      <h1>{words.pickTitle}</h1>
      <p class="lead">{words.pickIntro}</p>
      <p class="trouble" role="alert">
        {problem}
      </p>
      <ul class="people">
        {customers.map((customer) => (
          <li key={customer.ref}>
            <button
              type="button"
              disabled={busy !== null}
              aria-label={`${words.pickThis(customer.name)} — ${customer.about[language]}`}
              onClick={() => start(customer)}
            >
              <span class="face" aria-hidden="true">
                {customer.name.slice(0, 1)}
              </span>
              <span class="who">
                <b>{customer.name}</b>
                <small>{customer.about[language]}</small>
              </span>
              <span class="tongue">{customer.language === 'en' ? 'EN' : '中'}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet">{words.demoNote}</p>
    </main>
  )
}
