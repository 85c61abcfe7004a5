/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import { MoreIcon } from './parts/icons.tsx'
import type { Words } from './words/zh.ts'

type Props = { words: Words; onReopen: () => void; onSwitch: (() => void) | null }

/** What is needed rarely: a new conversation; in a demo, another customer. */
export function PageMenu({ words, onReopen, onSwitch }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')

  // biome-ignore lint/correctness/useExhaustiveDependencies: closing reads the element when called
  useEffect(() => {
    const away = (event: Event) => {
      if (!event.composedPath().includes(menu.current as EventTarget)) close()
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [])

  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        close()
        menu.current?.querySelector('summary')?.focus()
      }}
    >
      <summary class="round" aria-label={words.menu}>
        <MoreIcon />
      </summary>
      <ul>
        <li>
          <button
            type="button"
            onClick={() => {
              close()
              onReopen()
            }}
          >
            {words.newConversation}
          </button>
        </li>
        {onSwitch && (
          <li>
            <button type="button" onClick={onSwitch}>
              {words.otherCustomer}
            </button>
          </li>
        )}
      </ul>
    </details>
  )
}
