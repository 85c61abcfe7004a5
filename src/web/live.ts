/** What the server may say on the line: a topic and an id, never content. */
export type Change = { topic: 'queue' | 'case' | 'conversation' | 'draft' | 'runs' | 'policies'; id: string }
export type LineState = 'connecting' | 'open' | 'lost'

type Listener = {
  onChange: (change: Change) => void
  onState: (state: LineState) => void
  /** The line is back after a gap: changes may have been missed. */
  onResume: () => void
}

const shortestWaitMs = 1_000
const longestWaitMs = 30_000

/** Listens to the server's changes until the returned function is called; opens the line again when it breaks. */
export function listen(path: string, listener: Listener): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = shortestWaitMs
  let gap = false

  const open = () => {
    source = new EventSource(path)
    source.addEventListener('open', () => {
      wait = shortestWaitMs
      listener.onState('open')
      if (gap) listener.onResume()
      gap = false
    })
    source.addEventListener('change', (event) => {
      const change = readChange((event as MessageEvent<string>).data)
      if (change) listener.onChange(change)
    })
    source.addEventListener('error', () => {
      gap = true
      listener.onState('lost')
      // The browser retries by itself unless the answer was final (a refusal, a proxy's page): then we do.
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, longestWaitMs)
    })
  }

  listener.onState('connecting')
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

function readChange(data: string): Change | null {
  try {
    const value: unknown = JSON.parse(data)
    if (value && typeof value === 'object' && 'topic' in value && 'id' in value) return value as Change
  } catch {
    // A line we cannot read names nothing to fetch again.
  }
  return null
}
