import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useEffect } from 'react'
import { ProblemNote } from '../frame/problem-note.tsx'
import { policyVersionQuery } from '../reads.ts'
import type { PolicyVersion } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { ClauseView } from './clause-view.tsx'
import './policies.css'
import { PoliciesNav } from './policies-nav.tsx'
import { clauseUseQuery } from './policy-reads.ts'
import { AudienceTag, StateTag, Validity } from './validity.tsx'
import { VersionFacts } from './version-facts.tsx'
import { VersionMoves } from './version-moves.tsx'

/** One version of a policy: its facts, what may be done with it, and the clauses it was cut into. */
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
        {data && (
          <>
            <Head policy={data} />
            <Clauses policy={data} />
          </>
        )}
      </div>
    </div>
  )
}

function Head({ policy }: { policy: PolicyVersion }) {
  const { t } = useWords()
  const { document: paper, version } = policy
  return (
    <>
      <Link to="/policies" className="back">
        ← {t('policies.back')}
      </Link>
      <div className="page-head">
        <h1>{version.title}</h1>
        <span className="tag">{t('policies.versionN', { n: version.version })}</span>
        <StateTag state={version.state} inForce={version.inForce} />
        <AudienceTag audience={version.audience} />
        <span className="soft">
          <Validity from={version.effectiveFrom} to={version.effectiveTo} /> · {version.owner}
        </span>
      </div>
      <p className="other-versions">
        {paper.versions.length > 1 &&
          paper.versions.map((other) => (
            <Link
              key={other.id}
              to="/policies/$documentId/$version"
              params={{ documentId: paper.id, version: String(other.version) }}
              aria-current={other.version === version.version ? 'page' : undefined}
            >
              {t('policies.versionN', { n: other.version })}
            </Link>
          ))}
        {policy.previous !== null && (
          <Link
            to="/policies/$documentId/$version/changes"
            params={{ documentId: paper.id, version: String(version.version) }}
            search={{ from: policy.previous }}
          >
            {t('policies.compareWith', { n: policy.previous })}
          </Link>
        )}
        {policy.why !== 'not_keeper' && (
          <Link to="/policies/upload" search={{ document: paper.id }}>
            {t('policies.upload.next')}
          </Link>
        )}
      </p>
      <VersionMoves policy={policy} />
      <VersionFacts policy={policy} />
    </>
  )
}

function Clauses({ policy }: { policy: PolicyVersion }) {
  const { t } = useWords()
  const { hash } = useLocation()
  const { document: paper, version, clauses } = policy
  const { data: use } = useQuery({ ...clauseUseQuery(paper.id), enabled: policy.why !== 'not_keeper' })

  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: 'start' })
  }, [hash])

  return (
    <div className="policy">
      <nav aria-label={t('policies.contents')} lang={version.lang}>
        <ol>
          {clauses.map((clause) => (
            <li key={clause.id}>
              <Link
                to="/policies/$documentId/$version"
                params={{ documentId: paper.id, version: String(version.version) }}
                hash={clause.id}
              >
                {clause.number} {clause.heading}
                {clause.checkByEye && <span className="eye" title={t('policies.checkByEye')} />}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <div>
        {clauses.map((clause) => (
          <ClauseView
            key={clause.id}
            clause={clause}
            lang={version.lang}
            sought={clause.id === hash}
            use={use?.clauses.find(({ clauseId }) => clauseId === clause.id)}
          />
        ))}
      </div>
    </div>
  )
}
