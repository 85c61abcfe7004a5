import { useSyncExternalStore } from 'react'

/** A text in the making; `base` is the version it started from, 0 when it started from nothing. */
export type Typed = { text: string; base: number }

/**
 * What people have typed and not yet sent, kept in memory by place: it survives moving between cases, failed
 * requests and an ended session, and is never written to the disk of the machine.
 */
const texts = new Map<string, Typed>()
const listeners = new Set<() => void>()

addEventListener('beforeunload', (event) => {
  if ([...texts.values()].some((typed) => typed.text.trim() !== '')) event.preventDefault()
})

function setTyped(place: string, typed: Typed | null): void {
  if (typed === null) texts.delete(place)
  else texts.set(place, typed)
  for (const tell of listeners) tell()
}

/** The text being typed at a place (null when none) and the way to set it. */
export function useTyped(place: string): [Typed | null, (typed: Typed | null) => void] {
  const typed = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => texts.get(place) ?? null,
  )
  return [typed, (next) => setTyped(place, next)]
}
