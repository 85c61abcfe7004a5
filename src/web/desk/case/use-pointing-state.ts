import { useMemo, useState } from 'react'
import type { Pointing } from './pointing.ts'

/** Keeps what is pointed at; `turn` grows, so pointing at the same thing again shows it again. */
export function usePointingState(): Pointing {
  const [message, setMessage] = useState<Pointing['message']>(null)
  const [span, setSpan] = useState<Pointing['span']>(null)
  return useMemo(
    () => ({
      message,
      span,
      pointAtMessage: (id, quote) => setMessage((last) => ({ id, quote, turn: (last?.turn ?? 0) + 1 })),
      pointAtSpan: (pointed) => setSpan((last) => ({ ...pointed, turn: (last?.turn ?? 0) + 1 })),
    }),
    [message, span],
  )
}
