import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Database } from '../platform/db.ts'

export type Change = { topic: string; id: string; customer?: string; team?: string }
type Hear = (change: Change) => void

/** Everything that changed, heard once per process and passed on to whoever is connected here. */
export type Changes = { on(hear: Hear): () => void; close(): Promise<void> }

export async function hearChanges(db: Database): Promise<Changes> {
  const ears = new Set<Hear>()
  const stop = await db.listen('parley_changes', (payload) => {
    const change = JSON.parse(payload) as Change
    for (const hear of ears) hear(change)
  })
  return {
    on: (hear) => {
      ears.add(hear)
      return () => ears.delete(hear)
    },
    close: stop,
  }
}

const pingMs = 20_000

/**
 * Streams the changes one reader may hear: topic and id, never content. Ends at `until`, so that a stream
 * never outlives the token it was opened with.
 */
export function streamChanges(
  c: Context,
  changes: Changes,
  mayHear: (change: Change) => { topic: string; id: string }[],
  until: Date,
): Response {
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    let count = 0
    const waiting: { topic: string; id: string }[] = []
    let wake = () => {}
    const off = changes.on((change) => {
      waiting.push(...mayHear(change))
      wake()
    })
    stream.onAbort(() => {
      off()
      wake()
    })
    await stream.writeSSE({ event: 'ping', data: '{}' })
    while (!stream.aborted && Date.now() < until.getTime()) {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pingMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const batch = waiting.splice(0)
      const seen = new Set<string>()
      for (const { topic, id } of batch) {
        if (seen.has(topic + id)) continue
        seen.add(topic + id)
        await stream.writeSSE({ event: 'change', id: String(++count), data: JSON.stringify({ topic, id }) })
      }
      if (batch.length === 0) await stream.writeSSE({ event: 'ping', data: '{}' })
    }
    off()
  })
}
