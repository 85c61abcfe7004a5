import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useId, useState } from 'react'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWords } from '../words/use-words.ts'
import './policies.css'
import { PoliciesNav } from './policies-nav.tsx'
import { changesQuery, type PolicyChanges } from './policy-reads.ts'

/** Two versions clause by clause, with what was added and taken out marked word by word. */
export function ChangesPage() {
  const { t } = useWords()
  const { documentId, version } = useParams({ from: '/frame/policies/$documentId/$version/changes' })
  const { from } = useSearch({ from: '/frame/policies/$documentId/$version/changes' })
  const { data, error, refetch } = useQuery(changesQuery(documentId, from, Number(version)))
  return (
    <div className="room">
      <PoliciesNav />
      <div className="room-page">
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton active />}
        {!data && <h1 className="only-read">{t('policies.changes.title')}</h1>}
        {data && <Changes changes={data} />}
      </div>
    </div>
  )
}

function Changes({ changes: { document: paper, from, to, versions, changes } }: { changes: PolicyChanges }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [sideBySide, setSideBySide] = useState(true)
  const [all, setAll] = useState(false)
  const select = useId()
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length
  const shown = changes.filter((change) => all || change.kind !== 'same')
  return (
    <>
      <Link
        to="/policies/$documentId/$version"
        params={{ documentId: paper.id, version: String(to) }}
        className="back"
      >
        ← {t('policies.versionN', { n: to })}
      </Link>
      <div className="page-head">
        <h1>{paper.title}</h1>
        <label htmlFor={select}>{t('policies.changes.against', { n: to })}</label>
        <select
          id={select}
          className="field small"
          value={from}
          onChange={(event) =>
            void navigate({
              to: '/policies/$documentId/$version/changes',
              params: { documentId: paper.id, version: String(to) },
              search: { from: Number(event.target.value) },
            })
          }
        >
          {versions
            .filter((one) => one !== to)
            .map((one) => (
              <option key={one} value={one}>
                {t('policies.versionN', { n: one })}
              </option>
            ))}
        </select>
        {(['changed', 'added', 'removed', 'moved'] as const).map((kind) => (
          <span key={kind} className={`tag change-${kind}`}>
            {t(`policies.changes.${kind}`)} {count(kind)}
          </span>
        ))}
        <span className="grow" />
        <button
          type="button"
          className="chip"
          aria-pressed={sideBySide}
          onClick={() => setSideBySide(!sideBySide)}
        >
          {t('policies.changes.sideBySide')}
        </button>
        <button type="button" className="chip" aria-pressed={all} onClick={() => setAll(!all)}>
          {t('policies.changes.showSame', { n: count('same') })}
        </button>
      </div>
      {shown.length === 0 && <p className="quiet">{t('policies.changes.none')}</p>}
      <ol className="clause-changes">
        {shown.map((change) => (
          <li key={`${change.kind} ${change.number}`}>
            <h2>
              <span className={`tag change-${change.kind}`}>{t(`policies.changes.${change.kind}`)}</span>{' '}
              <span lang={paper.lang}>
                <span className="soft">{change.number}</span> {change.heading}
              </span>
              {change.from && (
                <span className="soft"> · {t('policies.changes.was', { number: change.from })}</span>
              )}
            </h2>
            {change.words.length > 0 && (
              <Words words={change.words} lang={paper.lang} sides={sideBySide && change.kind === 'changed'} />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

type Word = PolicyChanges['changes'][number]['words'][number]

function Words({ words, lang, sides }: { words: readonly Word[]; lang: string; sides: boolean }) {
  const { t } = useWords()
  if (!sides)
    return (
      <p className="clause-words" lang={lang}>
        <Marked words={words} />
      </p>
    )
  return (
    <div className="clause-sides" lang={lang}>
      <p className="clause-words">
        <span className="only-read">{t('policies.changes.before')}</span>
        <Marked words={words.filter(({ kind }) => kind !== 'added')} />
      </p>
      <p className="clause-words">
        <span className="only-read">{t('policies.changes.after')}</span>
        <Marked words={words.filter(({ kind }) => kind !== 'removed')} />
      </p>
    </div>
  )
}

function Marked({ words }: { words: readonly Word[] }) {
  let at = 0
  return words.map(({ kind, text }) => {
    const key = `${at} ${kind}`
    at += text.length
    if (kind === 'added') return <ins key={key}>{text}</ins>
    if (kind === 'removed') return <del key={key}>{text}</del>
    return <span key={key}>{text}</span>
  })
}
