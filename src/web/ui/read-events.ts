type StreamEvent = { event: string; data: string; id: string | null }

/**
 * Splits event-stream text into events. Feed it chunks as they come; a half event is kept until its
 * blank line arrives. Comments and unknown fields are skipped, as the format asks.
 */
export function createEventReader(): (chunk: string) => StreamEvent[] {
  let rest = ''
  return (chunk) => {
    rest += chunk
    const events: StreamEvent[] = []
    for (;;) {
      const end = /\r\n\r\n|\n\n|\r\r/.exec(rest)
      if (!end) return events
      const event = toEvent(rest.slice(0, end.index))
      rest = rest.slice(end.index + end[0].length)
      if (event) events.push(event)
    }
  }
}

function toEvent(block: string): StreamEvent | null {
  const event: StreamEvent = { event: 'message', data: '', id: null }
  const data: string[] = []
  let named = false
  for (const line of block.split(/\r\n|\n|\r/)) {
    const cut = line.indexOf(':')
    if (cut === 0) continue
    const field = cut < 0 ? line : line.slice(0, cut)
    const value = cut < 0 ? '' : line.slice(cut + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'event') {
      event.event = value
      named = true
    } else if (field === 'id') event.id = value
  }
  if (data.length === 0 && !named) return null
  return { ...event, data: data.join('\n') }
}
