import { createContext, useContext } from 'react'

/** A stretch of one version of a draft; in another version it means nothing. */
export type Span = { start: number; end: number; version: number }

/** What one part of the page asks another to show: an evidence chip a message, a check a stretch of the text. */
export type Pointing = {
  message: { id: string; quote: string; turn: number } | null
  span: (Span & { turn: number }) | null
  pointAtMessage: (id: string, quote: string) => void
  pointAtSpan: (span: Span) => void
}

export const PointingContext = createContext<Pointing>({
  message: null,
  span: null,
  pointAtMessage: () => undefined,
  pointAtSpan: () => undefined,
})

export function usePointing(): Pointing {
  return useContext(PointingContext)
}
