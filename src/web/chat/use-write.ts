import { useRef, useState } from 'preact/hooks'
import { sayTrouble, useRoom } from './context.ts'
import { isPassing, type Trouble, troubleOf } from './problem.ts'

/**
 * One thing the customer may do with a button. The key belongs to the intent: it stays while the outcome is
 * unknown (network away) and is renewed once the bank has answered.
 */
export function useWrite<A extends unknown[], T>(
  request: (key: string, ...rest: A) => Promise<T>,
  onRefusal?: (trouble: Trouble) => boolean,
) {
  const { chat, words, language } = useRoom()
  const key = useRef<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function run(...rest: A): Promise<T | null> {
    if (busy) return null
    key.current ??= crypto.randomUUID()
    const mine = key.current
    setBusy(true)
    setProblem(null)
    try {
      const answer = await chat.write(() => request(mine, ...rest))
      key.current = null
      return answer
    } catch (error) {
      const trouble = troubleOf(error)
      if (!isPassing(trouble)) key.current = null
      if (trouble.kind === 'refused' && trouble.status === 409) chat.refresh()
      if (!onRefusal?.(trouble)) setProblem(sayTrouble(words, language, trouble))
      return null
    } finally {
      setBusy(false)
    }
  }

  return { run, busy, problem }
}
