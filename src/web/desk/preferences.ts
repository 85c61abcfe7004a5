import { useSyncExternalStore } from 'react'
import type { Locale } from '../ui/language.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'
export type Preferences = { locale: Locale | null; theme: ThemeChoice; keys: boolean }

const place = 'parley.desk.preferences'
const standard: Preferences = { locale: null, theme: 'system', keys: true }
let current = read()
const listeners = new Set<() => void>()

function read(): Preferences {
  try {
    return { ...standard, ...JSON.parse(localStorage.getItem(place) ?? '{}') }
  } catch {
    return standard
  }
}

/** Language, colours and shortcuts of this browser; nothing about people or cases. */
export function preferences(): Preferences {
  return current
}

export function setPreference<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  current = { ...current, [name]: value }
  try {
    localStorage.setItem(place, JSON.stringify(current))
  } catch {
    // A locked-down browser forgets the choice at the next visit; nothing else depends on it.
  }
  for (const tell of listeners) tell()
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
