import { Link } from '@tanstack/react-router'
import type { Source } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { RailSection } from './rail-section.tsx'
import { SourceLine } from './source-chip.tsx'

/** The clauses the draft cites, and only those, each with the passage it leans on. */
export function SourcesPanel({ sources }: { sources: readonly Source[] }) {
  const { t } = useWords()
  return (
    <RailSection
      name="sources"
      title={t('matter.sources.title')}
      side={sources.length > 0 && <span className="count">{sources.length}</span>}
    >
      {sources.length === 0 && <p className="quiet">{t('matter.sources.none')}</p>}
      <ul className="sources">
        {sources.map((source) => (
          <li key={`${source.marker}${source.clauseId}`}>
            <span className="source-mark">{source.marker.replace(/[[\]]/g, '')}</span>
            <div>
              <Link
                to="/policies/$documentId/$version"
                params={{ documentId: documentOf(source), version: String(source.version) }}
                hash={source.clauseId}
              >
                {source.title}
              </Link>
              <SourceLine source={source} />
              <p>{source.passage}</p>
            </div>
          </li>
        ))}
      </ul>
    </RailSection>
  )
}

/** A clause id is `document#clause`. */
function documentOf(source: Source): string {
  return source.clauseId.split('#')[0] ?? source.clauseId
}
