import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import './frame.css'
import { Header } from './header.tsx'
import { KeyList } from './key-list.tsx'
import { Palette } from './palette.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { useKeys } from './use-keys.ts'
import { useLine } from './use-line.ts'

/** What stays on every page behind the sign-in: the header, the live line, help, and the way anywhere. */
export function Frame() {
  const { t } = useWords()
  const line = useLine()
  const [help, setHelp] = useState(false)
  const [palette, setPalette] = useState(false)

  useKeys({ '?': () => setHelp(true) })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setPalette(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <Header line={line} onHelp={() => setHelp(true)} onPalette={() => setPalette(true)} />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <KeyList open={help} onClose={() => setHelp(false)} />
      <Palette open={palette} onClose={() => setPalette(false)} />
      <SignInAgain />
    </div>
  )
}
