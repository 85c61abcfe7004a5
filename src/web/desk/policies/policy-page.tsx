import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useEffect } from 'react'
import { ProblemNote } from '../frame/problem-note.tsx'
import { policyVersionQuery } from '../reads.ts'
import type { PolicyVersion } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import './policies.css'
import { PoliciesNav } from './policies-nav.tsx'

/** One version of a policy as the clauses it was cut into; a link may lead to a single clause. */
export function PolicyPage() {
  const { t } = useWords()
  const { documentId, version } = useParams({ from: '/frame/policies/$documentId/$version' })
  const { data, error, refetch } = useQuery(policyVersionQuery(documentId, Number(version)))
  return (
    <div className="room">
      <PoliciesNav />
      <div className="room-page">
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton active />}
        {!data && <h1 className="only-read">{t('policies.document')}</h1>}
        {data && <Clauses policy={data} version={Number(version)} />}
      </div>
    </div>
  )
}

function Clauses({ policy, version }: { policy: PolicyVersion; version: number }) {
  const { t, term, date } = useWords()
  const { hash } = useLocation()
  const { document: paper, clauses } = policy
  const shown = paper.versions.find((found) => found.version === version)

  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: 'start' })
  }, [hash])

  return (
    <>
      <Link to="/policies" className="back">
        ← {t('policies.back')}
      </Link>
      <div className="page-head">
        <h1>{paper.title}</h1>
        <span className="tag">{t('policies.versionN', { n: version })}</span>
        <span className={`tag ${paper.audience === 'internal' ? 'warn' : ''}`}>
          {term('audience', paper.audience)}
        </span>
        {shown && (
          <span className="soft">
            {term('policyState', shown.state)} ·{' '}
            {shown.effectiveTo
              ? t('policies.span', { from: date(shown.effectiveFrom), to: date(shown.effectiveTo) })
              : t('policies.open', { from: date(shown.effectiveFrom) })}{' '}
            · {paper.owner}
          </span>
        )}
      </div>
      {paper.versions.length > 1 && (
        <p className="other-versions">
          {paper.versions.map((other) => (
            <Link
              key={other.id}
              to="/policies/$documentId/$version"
              params={{ documentId: paper.id, version: String(other.version) }}
              aria-current={other.version === version ? 'page' : undefined}
            >
              {t('policies.versionN', { n: other.version })}
            </Link>
          ))}
        </p>
      )}
      <div className="policy" lang={paper.lang}>
        <nav aria-label={t('policies.contents')}>
          <ol>
            {clauses.map((clause) => (
              <li key={clause.id}>
                <Link
                  to="/policies/$documentId/$version"
                  params={{ documentId: paper.id, version: String(version) }}
                  hash={clause.id}
                >
                  {clause.number} {clause.heading}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        <div>
          {clauses.map((clause) => (
            <section
              key={clause.id}
              id={clause.id}
              className={clause.id === hash ? 'clause sought' : 'clause'}
            >
              <h2>
                <span className="soft">{clause.number}</span> {clause.heading}
              </h2>
              <p>{clause.body}</p>
            </section>
          ))}
        </div>
      </div>
    </>
  )
}
