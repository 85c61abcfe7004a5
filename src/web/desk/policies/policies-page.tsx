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
import { AudienceTag, StateTag, Validity } from './validity.tsx'

/** Every policy document with its versions, the days they hold, and what will change. */
export function PoliciesPage() {
  const { t, term } = useWords()
  const { data, error, refetch } = useQuery(policiesQuery)
  const [title, setTitle] = useState('')
  const [audience, setAudience] = useState<'any' | PolicyDocument['audience']>('any')
  const [waiting, setWaiting] = useState(false)
  const documents = (data?.documents ?? []).filter(
    (document) =>
      (audience === 'any' || document.audience === audience) &&
      (!waiting || document.versions.some(isWaiting)) &&
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
          <button type="button" className="chip" aria-pressed={waiting} onClick={() => setWaiting(!waiting)}>
            {t('policies.waiting')}
            <b>{(data?.documents ?? []).filter(({ versions }) => versions.some(isWaiting)).length}</b>
          </button>
          <span className="grow" />
          {data?.allowed.includes('upload') && (
            <Link to="/policies/upload" className="button-link">
              {t('policies.upload.title')}
            </Link>
          )}
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

function isWaiting({ state }: PolicyDocument['versions'][number]): boolean {
  return state === 'draft' || state === 'in_review'
}

function DocumentTable({ documents }: { documents: readonly PolicyDocument[] }) {
  const { t, term } = useWords()
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
                <ChangesAhead document={document} />
              </th>
              <td>{term('language', document.lang)}</td>
              <td>
                <AudienceTag audience={document.audience} />
              </td>
              <td>{document.owner}</td>
              <td>
                <ul className="versions">
                  {document.versions.toReversed().map((version) => (
                    <li key={version.id}>
                      <Link
                        to="/policies/$documentId/$version"
                        params={{ documentId: document.id, version: String(version.version) }}
                      >
                        {t('policies.versionN', { n: version.version })}
                      </Link>
                      <StateTag state={version.state} inForce={version.inForce} />
                      <span className="soft">
                        <Validity from={version.effectiveFrom} to={version.effectiveTo} />
                        {' · '}
                        {t('policies.clauses', { n: version.clauses })}
                      </span>
                      {version.checkByEye > 0 && (
                        <span className="tag warn">
                          {t('policies.checkByEyeN', { n: version.checkByEye })}
                        </span>
                      )}
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

function ChangesAhead({ document }: { document: PolicyDocument }) {
  const { t, date } = useWords()
  return document.changesAhead.map(({ on, what, clauses }) => (
    <small key={`${on} ${what}`} className="ahead">
      <span className="tag warn">
        {t(what === 'changes' ? 'policies.ahead.changesN' : 'policies.ahead.endsN', {
          date: date(on),
          n: clauses,
        })}
      </span>
    </small>
  ))
}
