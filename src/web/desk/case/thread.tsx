import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Message } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { MessageRow } from './message-row.tsx'
import { usePointing } from './pointing.ts'

const nearFootPx = 120

/** The whole conversation, newest at the foot; it stays where the reader is unless they were at the foot. */
export function Thread({ messages }: { messages: readonly Message[] }) {
  const { t } = useWords()
  const { message: pointed } = usePointing()
  const box = useRef<HTMLOListElement>(null)
  const atFoot = useRef(true)
  const [unseen, setUnseen] = useState(false)
  const last = messages.at(-1)

  const toFoot = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
    setUnseen(false)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message moves the view
  useLayoutEffect(() => {
    if (atFoot.current || last?.from === 'agent') toFoot()
    else setUnseen(true)
  }, [last?.seq])

  useEffect(() => {
    if (!pointed) return
    const row = box.current?.querySelector(`[data-message="${pointed.id}"]`)
    row?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [pointed])

  // The composer below grows and shrinks; the reader at the foot stays there.
  useEffect(() => {
    const list = box.current
    if (!list) return
    const observer = new ResizeObserver(() => {
      if (atFoot.current) list.scrollTop = list.scrollHeight
    })
    observer.observe(list)
    return () => observer.disconnect()
  }, [])

  return (
    <div className="thread-frame">
      <ol
        ref={box}
        className="thread"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={t('matter.conversation')}
        onScroll={({ currentTarget: list }) => {
          atFoot.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearFootPx
          if (atFoot.current) setUnseen(false)
        }}
      >
        {messages.length === 0 && <li className="quiet">{t('matter.empty')}</li>}
        {messages.map((message) => (
          <MessageRow
            key={message.id}
            message={message}
            quote={pointed?.id === message.id ? pointed.quote : null}
          />
        ))}
      </ol>
      {unseen && (
        <button type="button" className="to-foot" onClick={toFoot}>
          {t('matter.latest')} ↓
        </button>
      )}
    </div>
  )
}
