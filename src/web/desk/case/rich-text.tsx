import { useEffect, useRef } from 'react'
import { cut, find, type Mark } from '../../ui/marks.ts'
import type { Finding, Source } from '../shapes.ts'
import type { Span } from './pointing.ts'
import { SourceChip } from './source-chip.tsx'

export type TextMark =
  | { kind: 'quote' }
  | { kind: 'selected' }
  | { kind: 'finding'; severity: Finding['severity'] }
  | { kind: 'source'; source: Source }

type Props = {
  text: string
  sources: readonly Source[]
  marks?: readonly Mark<TextMark>[]
  selected?: (Span & { turn: number }) | null
}

/** A text as written, with its citations as chips and whatever points into it marked. */
export function RichText({ text, sources, marks = [], selected }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const cited = find<TextMark>(
    text,
    sources.map((source) => ({ word: source.marker, of: { kind: 'source', source } })),
  )
  const shown: Mark<TextMark>[] = [
    ...cited,
    ...marks,
    ...(selected ? [{ start: selected.start, end: selected.end, of: { kind: 'selected' } as const }] : []),
  ]

  useEffect(() => {
    if (!selected) return
    const clear = () => getSelection()?.removeAllRanges()
    const pieces = box.current?.querySelectorAll('.selected')
    const [first, last] = [pieces?.[0], pieces?.[(pieces?.length ?? 0) - 1]]
    if (!first || !last) return
    first.scrollIntoView({ block: 'nearest' })
    const range = document.createRange()
    range.setStartBefore(first)
    range.setEndAfter(last)
    clear()
    getSelection()?.addRange(range)
    return clear
  }, [selected])

  return (
    <div ref={box} className="rich">
      {cut(text, shown).map((piece) => {
        const source = piece.marks.find((mark) => mark.kind === 'source')
        const names = piece.marks.flatMap((mark) =>
          mark.kind === 'finding' ? [`finding ${mark.severity}`] : mark.kind === 'source' ? [] : [mark.kind],
        )
        if (source) {
          return (
            <span key={piece.start} className={names.join(' ')}>
              <SourceChip source={source.source} />
            </span>
          )
        }
        if (names.length === 0) return <span key={piece.start}>{piece.text}</span>
        return (
          <mark key={piece.start} className={names.join(' ')}>
            {piece.text}
          </mark>
        )
      })}
    </div>
  )
}
