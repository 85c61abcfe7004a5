/** @jsxImportSource preact */
import { Fragment } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import { date, dayOf } from '../format.ts'
import type { Message } from '../shapes.ts'
import { DownIcon } from './icons.tsx'
import { MessageView } from './message-view.tsx'
import { PendingView } from './pending-view.tsx'
import { Rating } from './rating.tsx'
import { Welcome } from './welcome.tsx'

const near = 120

/** Same writer, same kind of writing, same day: the byline is not repeated. */
const continues = (before: Message | undefined, message: Message): boolean =>
  before !== undefined &&
  before.from === message.from &&
  before.kind !== 'notice' &&
  before.aiWritten === message.aiWritten &&
  before.author?.name === message.author?.name &&
  dayOf(before.createdAt) === dayOf(message.createdAt)

type Props = { onPick: (text: string) => void; follow: number }

/** The conversation so far. It keeps to the end while the reader is at the end, and leaves them be elsewhere. */
export function MessageLog({ onPick, follow }: Props) {
  const { state, words, language } = useRoom()
  const { pending, conversation } = state
  const messages = state.messages.filter((message) => message.notice !== 'welcome')
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(messages.length > 0)
  const [unread, setUnread] = useState(false)
  const last = messages.at(-1)
  const handOff = conversation?.handOff.state
  const over =
    handOff === 'ended' ||
    (handOff === 'bot' &&
      (conversation?.stage === 'closed' ||
        messages.some((message) => message.agreement?.state === 'confirmed')))

  const toEnd = () => {
    const element = log.current
    if (element) element.scrollTop = element.scrollHeight
    atEnd.current = true
    setUnread(false)
  }

  /** To the end, unless the newest message is taller than the screen: then to its first line. */
  const toNewest = () => {
    toEnd()
    const element = log.current
    const newest = element?.querySelector<HTMLElement>('.message:not(:has(~ .message))')
    if (!element || !newest || newest.offsetHeight < element.clientHeight) return
    element.scrollTop = newest.offsetTop - 12
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when something is added, not when redrawn
  useLayoutEffect(() => {
    if (!last) return
    if (atEnd.current) toNewest()
    else setUnread(true)
  }, [last?.id, conversation?.typing])

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the customer has sent something
  useLayoutEffect(() => {
    if (follow > 0) toEnd()
  }, [follow])

  // biome-ignore lint/correctness/useExhaustiveDependencies: one watcher for the life of the log
  useEffect(() => {
    const element = log.current
    if (!element) return
    const watcher = new ResizeObserver(() => atEnd.current && toEnd())
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])

  const today = dayOf(new Date().toISOString())
  const dayName = (day: string) => (day === today ? words.today : date(language, day))

  return (
    <div class="log-frame">
      <div
        ref={log}
        class="log"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={words.chat}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
          atEnd.current = scrollHeight - scrollTop - clientHeight < near
          if (atEnd.current) setUnread(false)
        }}
      >
        <Welcome onPick={onPick} quick={!messages.some((message) => message.from === 'customer')} />
        {messages.map((message, index) => {
          const before = messages[index - 1]
          const day = dayOf(message.createdAt)
          return (
            <Fragment key={message.id}>
              {(!before || dayOf(before.createdAt) !== day) && <p class="day">{dayName(day)}</p>}
              <MessageView message={message} run={continues(before, message)} />
            </Fragment>
          )
        })}
        {pending.map((one) => (
          <PendingView key={one.key} one={one} />
        ))}
        {over && <Rating key={conversation?.id} />}
        <div class="typing" role="status">
          {conversation?.typing && (
            <>
              <span class="dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {words.typing}
            </>
          )}
        </div>
      </div>
      {unread && (
        <button type="button" class="unread" onClick={toEnd}>
          {words.newMessages}
          <DownIcon size={16} />
        </button>
      )}
    </div>
  )
}
