import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { ProblemNote } from '../frame/problem-note.tsx'
import { runsQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import { HashText } from './hash-text.tsx'
import { ResultBar } from './result-bar.tsx'

/** Every eval run, newest first, over which exact inputs it ran and how it went. */
export function RunsPage() {
  const { t, term, moment, count } = useWords()
  const { data, error, refetch } = useQuery(runsQuery)
  const runs = [...(data?.runs ?? [])].sort((a, b) => b.startedAt.localeCompare(a.startedAt))
  return (
    <>
      <h1>{t('compliance.runs')}</h1>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton active />}
      {data && runs.length === 0 && <p className="quiet">{t('compliance.run.none')}</p>}
      {runs.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="scroll-x" tabIndex={0} aria-label={t('compliance.runs')}>
          <table className="grid rows">
            <thead>
              <tr>
                <th scope="col">{t('compliance.run.started')}</th>
                <th scope="col">{t('compliance.run.suite')}</th>
                <th scope="col">{t('compliance.run.writer')}</th>
                <th scope="col">{t('compliance.run.result')}</th>
                <th scope="col">{t('compliance.run.reviewed')}</th>
                <th scope="col">{t('compliance.run.p95')}</th>
                <th scope="col">{t('compliance.run.dataset')}</th>
                <th scope="col">{t('compliance.run.prompts')}</th>
                <th scope="col">{t('compliance.run.policyPack')}</th>
                <th scope="col">{t('compliance.run.model')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <th scope="row">
                    <Link to="/compliance/runs/$runId" params={{ runId: run.id }}>
                      {moment(run.startedAt)}
                    </Link>
                  </th>
                  <td>{run.suite}</td>
                  <td>{term('writer', run.writer)}</td>
                  <td>
                    <ResultBar run={run} />
                  </td>
                  <td className="number">
                    {run.reviewed} / {run.passed + run.failed + run.notEvaluated}
                  </td>
                  <td className="number">{t('compliance.run.ms', { n: count(Math.round(run.p95Ms)) })}</td>
                  <td>
                    <HashText hash={run.hashes.dataset} />
                  </td>
                  <td>
                    <HashText hash={run.hashes.prompts} />
                  </td>
                  <td>
                    <HashText hash={run.hashes.policyPack} />
                  </td>
                  <td>
                    <HashText hash={run.hashes.model} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
