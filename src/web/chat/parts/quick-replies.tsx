/** @jsxImportSource preact */
import { useRoom } from '../context.ts'

/** Common needs, one tap each. */
export function QuickReplies({ onPick }: { onPick: (text: string) => void }) {
  const { words } = useRoom()
  return (
    <ul class="quick" aria-label={words.quick}>
      {words.quickLabels.map((label, index) => (
        <li key={label}>
          <button type="button" onClick={() => onPick(words.quickReplies[index] ?? label)}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  )
}
