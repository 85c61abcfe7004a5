import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWords } from '../words/use-words.ts'
import { type Ingest, ingestsQuery, isRunning } from './policy-reads.ts'
import { Reason } from './refusal-note.tsx'

const steps: readonly Ingest['state'][] = ['received', 'reading', 'cutting', 'indexing', 'done']

/** What was handed in lately, each with its progress or what became of it. */
export function IngestList() {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(ingestsQuery)
  return (
    <section className="ingests" aria-label={t('policies.upload.lately')}>
      <h2>{t('policies.upload.lately')}</h2>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {data?.ingests.length === 0 && <p className="quiet">{t('policies.upload.nothing')}</p>}
      <ul aria-live="polite">
        {data?.ingests.map((ingest) => (
          <IngestRow key={ingest.id} ingest={ingest} />
        ))}
      </ul>
    </section>
  )
}

function IngestRow({ ingest }: { ingest: Ingest }) {
  const { t, term, moment } = useWords()
  const { fileName, state, version, outcome, clauses } = ingest
  return (
    <li data-state={state}>
      <b>{fileName}</b>{' '}
      <small className="soft">
        {moment(ingest.receivedAt)} · {ingest.by ?? t('policies.system')} · {size(ingest.bytes)}
      </small>
      {isRunning(ingest) && (
        <div className="ingest-progress">
          <progress
            max={steps.length - 1}
            value={steps.indexOf(state)}
            aria-label={`${fileName}: ${term('ingestState', state)}`}
          />
          <span>{term('ingestState', state)}</span>
        </div>
      )}
      {state === 'failed' && (
        <p className="bad">
          {t('policies.upload.refused')}{' '}
          <Reason reason={ingest.reason ?? ''} field={ingest.field} message={ingest.message} />
        </p>
      )}
      {state === 'done' && version && (
        <p>
          <span className={`tag ${outcome === 'unchanged' ? '' : 'ok'}`}>
            {term('ingestOutcome', outcome ?? 'added')}
          </span>{' '}
          <Link
            to="/policies/$documentId/$version"
            params={{ documentId: version.documentId, version: String(version.version) }}
          >
            {version.title} · {t('policies.versionN', { n: version.version })}
          </Link>{' '}
          <span className="soft">
            {term('policyState', version.state)} · {t('policies.clauses', { n: clauses ?? 0 })}
          </span>
        </p>
      )}
    </li>
  )
}

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
