import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useEffect, useId, useState } from 'react'
import { ProblemNote } from '../frame/problem-note.tsx'
import { policiesQuery, policySearchQuery, type Question } from '../reads.ts'
import type { PolicySearch } from '../shapes.ts'
import { bankZone, useWords } from '../words/use-words.ts'
import { HitView } from './hit-view.tsx'
import './policies.css'
import { PoliciesNav } from './policies-nav.tsx'

/** Ask as a customer would, and see which clauses are found, why, and whether they answer. */
export function QuestionPage() {
  const { t, term, locale, now } = useWords()
  const given = useSearch({ from: '/frame/policies/question' })
  const { data: list } = useQuery(policiesQuery)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: bankZone }).format(now)
  const [form, setForm] = useState<Question>({
    q: given.q ?? '',
    asOf: today,
    knownAt: '',
    audience: 'public',
    lang: given.lang ?? (locale === 'en' ? 'en' : 'zh-Hans'),
    products: '',
  })
  const [asked, setAsked] = useState<Question>({ ...form, q: given.q ?? '' })
  const { data, error, isFetching, refetch } = useQuery(policySearchQuery(asked))
  const ids = [useId(), useId(), useId(), useId(), useId(), useId()] as const
  const products = new Set(
    list?.documents.flatMap(({ versions }) => versions.flatMap((version) => version.products)),
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: a link to a question asks it; the rest stays as set
  useEffect(() => {
    if (!given.q) return
    const next = { ...form, q: given.q, lang: given.lang ?? form.lang }
    setForm(next)
    setAsked(next)
  }, [given.q, given.lang])

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
          <div className="question-line">
            <input
              id={ids[0]}
              className="field large grow"
              required
              maxLength={400}
              placeholder={t('policies.question.placeholder')}
              value={form.q}
              onChange={(event) => setForm({ ...form, q: event.target.value })}
            />
            <Button type="primary" size="large" htmlType="submit" loading={isFetching}>
              {t('policies.question.run')}
            </Button>
          </div>
          <div className="question-line">
            <span>
              <label htmlFor={ids[1]}>{t('policies.question.asOf')}</label>
              <input
                id={ids[1]}
                type="date"
                className="field"
                required
                value={form.asOf}
                onChange={(event) => setForm({ ...form, asOf: event.target.value })}
              />
            </span>
            <span>
              <label htmlFor={ids[2]}>{t('policies.question.knownAt')}</label>
              <input
                id={ids[2]}
                type="datetime-local"
                className="field"
                value={form.knownAt}
                onChange={(event) => setForm({ ...form, knownAt: event.target.value })}
              />
            </span>
            <span>
              <label htmlFor={ids[3]}>{t('policies.audience')}</label>
              <select
                id={ids[3]}
                className="field"
                value={form.audience}
                onChange={(event) =>
                  setForm({ ...form, audience: event.target.value as Question['audience'] })
                }
              >
                <option value="public">{term('audience', 'public')}</option>
                <option value="internal">{term('audience', 'internal')}</option>
              </select>
            </span>
            <span>
              <label htmlFor={ids[4]}>{t('policies.language')}</label>
              <select
                id={ids[4]}
                className="field"
                value={form.lang}
                onChange={(event) => setForm({ ...form, lang: event.target.value as Question['lang'] })}
              >
                <option value="zh-Hans">{term('language', 'zh-Hans')}</option>
                <option value="en">{term('language', 'en')}</option>
                <option value="any">{t('policies.question.bothLanguages')}</option>
              </select>
            </span>
            <span>
              <label htmlFor={ids[5]}>{t('policies.question.product')}</label>
              <select
                id={ids[5]}
                className="field"
                value={form.products}
                onChange={(event) => setForm({ ...form, products: event.target.value })}
              >
                <option value="">{t('policies.question.anyProduct')}</option>
                {[...products].sort().map((product) => (
                  <option key={product} value={product}>
                    {term('policyProduct', product)}
                  </option>
                ))}
              </select>
            </span>
          </div>
        </form>
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {isFetching && !data && <Skeleton active />}
        {data && <Found search={data} />}
      </div>
    </div>
  )
}

function Found({ search }: { search: PolicySearch }) {
  const { t, date, stamp } = useWords()
  const top = Math.max(...search.hits.map((hit) => hit.score), Number.EPSILON)
  return (
    <>
      <Alert
        className="problem"
        type={search.answered ? 'success' : 'warning'}
        title={t(search.answered ? 'policies.question.answered' : 'policies.question.unanswered')}
        description={
          <>
            {t('policies.question.coverage', {
              n: search.coverage.toFixed(2),
              threshold: search.threshold.toFixed(2),
            })}
            {' · '}
            {t('policies.question.onDay', { date: date(search.asOf) })}
            {search.knownAt && ` · ${t('policies.question.knownBy', { at: stamp(search.knownAt) })}`}
          </>
        }
      />
      {search.hits.length === 0 && <p className="quiet">{t('policies.question.none')}</p>}
      <ol className="hits">
        {search.hits.map((hit) => (
          <HitView
            key={`${hit.source.clauseId} ${hit.source.version}`}
            hit={hit}
            top={top}
            threshold={search.threshold}
          />
        ))}
      </ol>
    </>
  )
}
