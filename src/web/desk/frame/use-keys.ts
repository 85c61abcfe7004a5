import { useEffect, useRef } from 'react'
import { preferences } from '../preferences.ts'

type Keys = Partial<Record<string, () => void>>

/** Whether a key pressed here belongs to what the person is typing in or to an open dialog. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('input, textarea, select, [contenteditable="true"], dialog, [role="menu"]') !== null
}

/** Single-key shortcuts by lower-case key name, off while typing and when the person has turned them off (WCAG 2.1.4). */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  current.current = keys

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
      if (!preferences().keys || isTaken(event.target)) return
      const act = current.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
