/** @jsxImportSource preact */
// biome-ignore-all lint/suspicious/noArrayIndexKey: a sent message never changes order
import { useRoom } from '../context.ts'
import type { Message } from '../shapes.ts'
import { textPieces } from '../text-pieces.ts'
import { PaperIcon } from './icons.tsx'

/** A message's words, its citation markers as small buttons where they stand. */
export function MessageText({ message, language }: { message: Message; language: string }) {
  const { words, open } = useRoom()
  const sources = message.sources
  const pieces = textPieces(
    message.text,
    sources.map((source) => source.marker),
  )
  return (
    <p class="says" lang={language}>
      {pieces.map((piece, index) => {
        if ('text' in piece) return piece.text
        const source = sources.find((one) => one.marker === piece.marker)
        if (!source) return piece.lead + piece.marker + piece.tail
        return (
          <span key={index} class="cited">
            {piece.lead}
            <button
              type="button"
              class="cite"
              aria-label={words.sourceOpen(source.marker, source.title)}
              onClick={() => open({ kind: 'source', source })}
            >
              {source.marker.slice(1, -1)}
            </button>
            {piece.tail}
          </span>
        )
      })}
    </p>
  )
}

/** The sources an answer leans on, by title and clause number. */
export function SourceChips({ message }: { message: Message }) {
  const { words, open } = useRoom()
  if (message.sources.length === 0) return null
  return (
    <ul class="sources" aria-label={words.sources(message.sources.length)}>
      {message.sources.map((source) => (
        <li key={source.marker}>
          <button type="button" onClick={() => open({ kind: 'source', source })}>
            <PaperIcon size={15} />
            <b>{source.marker.slice(1, -1)}</b>
            <span>
              {source.title} {source.number}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
