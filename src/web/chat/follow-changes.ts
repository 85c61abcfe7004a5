import { createEventReader } from '../ui/read-events.ts'
import type { Api } from './api.ts'
import { troubleOf } from './problem.ts'

export type Connection = 'connecting' | 'live' | 'lost'

type Following = {
  api: Api
  conversationId: string
  onChange: () => void
  onConnection: (connection: Connection) => void
  /** The token is no longer accepted: there is nothing to reconnect to. */
  onEnd: () => void
}

const silence = 50_000
const pollEvery = 10_000

/** Milliseconds before try `n` (from 0): doubling from one second to half a minute, spread by `chance` in [0,1). */
export function backOff(n: number, chance: number): number {
  return Math.round(Math.min(30_000, 1000 * 2 ** n) * (0.6 + 0.4 * chance))
}

/**
 * Follows the conversation until stopped: one event stream per browser, the tab that holds it telling the
 * others, and plain polling while there is none. Returns the function that stops it.
 */
export function followChanges({ api, conversationId, onChange, onConnection, onEnd }: Following): () => void {
  const stop = new AbortController()
  const name = `parley:${conversationId}`
  const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  if (tabs) tabs.onmessage = onChange
  let wake: () => void = () => {}
  let live = false

  async function readOnce(): Promise<void> {
    const cut = new AbortController()
    const abort = () => cut.abort()
    stop.signal.addEventListener('abort', abort, { once: true })
    let watchdog = setTimeout(abort, silence)
    try {
      const response = await api.events(cut.signal)
      const body = response.body
      if (!body) throw new TypeError('no stream')
      live = true
      onConnection('live')
      onChange()
      const read = createEventReader()
      const reader = body.pipeThrough(new TextDecoderStream()).getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        clearTimeout(watchdog)
        watchdog = setTimeout(abort, silence)
        if (!read(value).some((event) => event.event === 'change')) continue
        onChange()
        tabs?.postMessage('change')
      }
    } finally {
      live = false
      clearTimeout(watchdog)
      stop.signal.removeEventListener('abort', abort)
    }
  }

  async function keepReading(): Promise<void> {
    for (let tries = 0; !stop.signal.aborted; tries++) {
      const started = performance.now()
      try {
        await readOnce()
      } catch (error) {
        const trouble = troubleOf(error)
        if (trouble.kind === 'refused' && trouble.status === 401) return onEnd()
      }
      if (stop.signal.aborted) return
      onConnection('lost')
      if (performance.now() - started > 15_000) tries = 0
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, backOff(tries, Math.random()))
      })
      onConnection('connecting')
    }
  }

  const nudge = () => {
    if (document.visibilityState === 'hidden') return
    wake()
    onChange()
  }
  const poll = setInterval(() => {
    if (!live && document.visibilityState !== 'hidden') onChange()
  }, pollEvery)
  addEventListener('online', nudge)
  document.addEventListener('visibilitychange', nudge)

  const held = navigator.locks?.request(name, { signal: stop.signal }, keepReading) ?? keepReading()
  held.catch(() => {})

  return () => {
    stop.abort()
    wake()
    tabs?.close()
    clearInterval(poll)
    removeEventListener('online', nudge)
    document.removeEventListener('visibilitychange', nudge)
  }
}
