/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { date } from '../format.ts'
import type { Source } from '../shapes.ts'
import { PaperIcon } from './icons.tsx'
import { Sheet } from './sheet.tsx'

export function SourceSheet({ source, onClose }: { source: Source; onClose: () => void }) {
  const { words, language } = useRoom()
  const validity = [
    words.sourceVersion(source.version),
    words.sourceFrom(date(language, source.effectiveFrom)),
    ...(source.effectiveTo ? [words.sourceUntil(date(language, source.effectiveTo))] : []),
  ]
  return (
    <Sheet title={source.title} onClose={onClose}>
      <p class="source-number">
        <PaperIcon size={18} />
        <span>
          {source.number} {source.heading}
        </span>
      </p>
      <blockquote class="passage">{source.passage}</blockquote>
      <p class="quiet">{validity.join(' · ')}</p>
      <p class="quiet">{words.sourceNote}</p>
    </Sheet>
  )
}
