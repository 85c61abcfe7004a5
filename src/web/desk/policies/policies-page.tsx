import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { ProblemNote } from '../frame/problem-note.tsx'
import { policiesQuery } from '../reads.ts'
import type { PolicyDocument } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import './policies.css'
import { PoliciesNav } from './policies-nav.tsx'

/** Every policy document with its versions and the days they hold. */
export function PoliciesPage() {
  const { t, term } = useWords()
  const { data, error, refetch } = useQuery(policiesQuery)
  const [title, setTitle] = useState('')
  const [audience, setAudience] = useState<'any' | PolicyDocument['audience']>('any')
  const documents = (data?.documents ?? []).filter(
    (document) =>
      (audience === 'any' || document.audience === audience) &&
      `${document.title} ${document.id}`.toLowerCase().includes(title.trim().toLowerCase()),
  )
  return (
    <div className="room">
      <PoliciesNav />
      <div className="room-page">
        <div className="page-head">
          <h1>{t('policies.title')}</h1>
          <input
            type="search"
            className="field"
            aria-label={t('policies.search')}
            placeholder={t('policies.search')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <select
            className="field"
            aria-label={t('policies.audience')}
            value={audience}
            onChange={(event) => setAudience(event.target.value as typeof audience)}
          >
            <option value="any">{t('policies.anyAudience')}</option>
            <option value="public">{term('audience', 'public')}</option>
            <option value="internal">{term('audience', 'internal')}</option>
          </select>
        </div>
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton active />}
        {data && documents.length === 0 && (
          <p className="quiet">{t(data.documents.length === 0 ? 'policies.none' : 'policies.noMatch')}</p>
        )}
        {documents.length > 0 && <DocumentTable documents={documents} />}
      </div>
    </div>
  )
}

function DocumentTable({ documents }: { documents: readonly PolicyDocument[] }) {
  const { t, term, date } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t('policies.list')}>
      <table className="grid rows">
        <thead>
          <tr>
            <th scope="col">{t('policies.document')}</th>
            <th scope="col">{t('policies.language')}</th>
            <th scope="col">{t('policies.audience')}</th>
            <th scope="col">{t('policies.owner')}</th>
            <th scope="col">{t('policies.version')}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr key={document.id}>
              <th scope="row">
                {document.title}
                <small className="mono soft">{document.id}</small>
              </th>
              <td>{term('language', document.lang)}</td>
              <td>
                <span className={`tag ${document.audience === 'internal' ? 'warn' : ''}`}>
                  {term('audience', document.audience)}
                </span>
              </td>
              <td>{document.owner}</td>
              <td>
                <ul className="versions">
                  {[...document.versions]
                    .sort((a, b) => b.version - a.version)
                    .map((version) => (
                      <li key={version.id}>
                        <Link
                          to="/policies/$documentId/$version"
                          params={{ documentId: document.id, version: String(version.version) }}
                        >
                          {t('policies.versionN', { n: version.version })}
                        </Link>
                        <span className="tag">{term('policyState', version.state)}</span>
                        <span className="soft">
                          {version.effectiveTo
                            ? t('policies.span', {
                                from: date(version.effectiveFrom),
                                to: date(version.effectiveTo),
                              })
                            : t('policies.open', { from: date(version.effectiveFrom) })}
                          {' · '}
                          {t('policies.clauses', { n: version.clauses })}
                        </span>
                      </li>
                    ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
