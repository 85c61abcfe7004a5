import { useEffect, useState } from 'preact/hooks'
import { sayTrouble, useRoom } from './context.ts'
import { type Trouble, troubleOf } from './problem.ts'

/** Reads something from the bank when shown, and again on `retry` or when `about` changes. */
export function useRead<T>(read: () => Promise<T>, about: string, onRefusal?: (trouble: Trouble) => boolean) {
  const { chat, words, language } = useRoom()
  const [round, setRound] = useState(0)
  const [value, setValue] = useState<T | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when what it is about changes, not when redrawn
  useEffect(() => {
    let wanted = true
    setProblem(null)
    chat.write(read).then(
      (answer) => wanted && setValue(answer),
      (error) => {
        const trouble = troubleOf(error)
        if (wanted && !onRefusal?.(trouble)) setProblem(sayTrouble(words, language, trouble))
      },
    )
    return () => {
      wanted = false
    }
  }, [about, round])

  return { value, setValue, problem, retry: () => setRound(round + 1) }
}
