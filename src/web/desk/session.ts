import { useSyncExternalStore } from 'react'

let ended = false
let everIn = false
const listeners = new Set<() => void>()

function set(value: boolean): void {
  if (ended === value) return
  ended = value
  for (const tell of listeners) tell()
}

/** The page has been in use under a valid session; from now on a 401 means it ended. */
export function sessionBegan(): void {
  everIn = true
  set(false)
}

/** A request was refused as signed out: the desk asks for the password over the page, keeping what is on it. */
export function sessionEnded(): void {
  if (everIn) set(true)
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => ended,
  )
}
