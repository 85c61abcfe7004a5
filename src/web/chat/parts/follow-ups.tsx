/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { date, dayOf } from '../format.ts'
import type { FollowUp } from '../shapes.ts'

/** What happens next, in order of date. */
export function FollowUps({ items }: { items: FollowUp[] }) {
  const { words, language } = useRoom()
  if (items.length === 0) return null
  const inOrder = [...items].sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  return (
    <div class="next">
      <h3>{words.nextTitle}</h3>
      <ol>
        {inOrder.map((item) => (
          <li key={item.id} class={item.state}>
            <time dateTime={item.dueAt}>{date(language, dayOf(item.dueAt))}</time>
            <span>{words.followCode[item.code] ?? words.followKind[item.kind]}</span>
            {item.state !== 'booked' && <small>{words.followState[item.state]}</small>}
          </li>
        ))}
      </ol>
    </div>
  )
}
