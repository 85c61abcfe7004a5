import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { SourceLine } from '../case/source-chip.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { policySearchQuery, type Question } from '../reads.ts'
import type { PolicySearch } from '../shapes.ts'
import { bankZone, useWords } from '../words/use-words.ts'
import './policies.css'
import { PoliciesNav } from './policies-nav.tsx'

/** Ask as a customer would, and see which clauses are found, how strongly, and whether they answer. */
export function QuestionPage() {
  const { t, term, locale, now } = useWords()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: bankZone }).format(now)
  const [form, setForm] = useState<Question>({
    q: '',
    asOf: today,
    audience: 'public',
    lang: locale === 'en' ? 'en' : 'zh-Hans',
  })
  const [asked, setAsked] = useState<Question>({ ...form, q: '' })
  const { data, error, isFetching, refetch } = useQuery(policySearchQuery(asked))
  const ids = [useId(), useId(), useId(), useId()] as const
  return (
    <div className="room">
      <PoliciesNav />
      <div className="room-page">
        <h1>{t('policies.try')}</h1>
        <form
          className="question"
          onSubmit={(event) => {
            event.preventDefault()
            setAsked(form)
          }}
        >
          <label htmlFor={ids[0]}>{t('policies.question.label')}</label>
          <input
            id={ids[0]}
            className="field large"
            required
            maxLength={500}
            placeholder={t('policies.question.placeholder')}
            value={form.q}
            onChange={(event) => setForm({ ...form, q: event.target.value })}
          />
          <div className="question-line">
            <label htmlFor={ids[1]}>{t('policies.question.asOf')}</label>
            <input
              id={ids[1]}
              type="date"
              className="field"
              required
              value={form.asOf}
              onChange={(event) => setForm({ ...form, asOf: event.target.value })}
            />
            <label htmlFor={ids[2]}>{t('policies.audience')}</label>
            <select
              id={ids[2]}
              className="field"
              value={form.audience}
              onChange={(event) => setForm({ ...form, audience: event.target.value as Question['audience'] })}
            >
              <option value="public">{term('audience', 'public')}</option>
              <option value="internal">{term('audience', 'internal')}</option>
            </select>
            <label htmlFor={ids[3]}>{t('policies.language')}</label>
            <select
              id={ids[3]}
              className="field"
              value={form.lang}
              onChange={(event) => setForm({ ...form, lang: event.target.value as Question['lang'] })}
            >
              <option value="zh-Hans">{term('language', 'zh-Hans')}</option>
              <option value="en">{term('language', 'en')}</option>
            </select>
            <Button type="primary" htmlType="submit" loading={isFetching}>
              {t('policies.question.run')}
            </Button>
          </div>
        </form>
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {isFetching && !data && <Skeleton active />}
        {data && <Found search={data} lang={asked.lang} />}
      </div>
    </div>
  )
}

function Found({ search, lang }: { search: PolicySearch; lang: Question['lang'] }) {
  const { t } = useWords()
  const top = Math.max(...search.hits.map((hit) => hit.score), Number.EPSILON)
  return (
    <>
      <Alert
        className="problem"
        type={search.answered ? 'success' : 'warning'}
        title={t(search.answered ? 'policies.question.answered' : 'policies.question.unanswered')}
        description={t('policies.question.coverage', {
          n: search.coverage.toFixed(2),
          threshold: search.threshold.toFixed(2),
        })}
      />
      {search.hits.length === 0 && <p className="quiet">{t('policies.question.none')}</p>}
      <ol className="hits" lang={lang}>
        {search.hits.map((hit) => (
          <li key={hit.source.clauseId}>
            <div className="hit-score" title={`${t('policies.question.score')} ${hit.score.toFixed(4)}`}>
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(hit.score / top) * 100} height="4" />
              </svg>
              <small>{hit.score.toFixed(3)}</small>
            </div>
            <div>
              <Link
                to="/policies/$documentId/$version"
                params={{ documentId: hit.documentId, version: String(hit.source.version) }}
                hash={hit.source.clauseId}
              >
                {hit.source.title}
              </Link>
              <SourceLine source={hit.source} />
              <p>{hit.source.passage}</p>
              {hit.matched.length > 0 && (
                <p className="matched">
                  {t('policies.question.matched')}
                  {hit.matched.map((word) => (
                    <span key={word} className="tag">
                      {word}
                    </span>
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
