import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useKeys } from '../frame/use-keys.ts'
import { runQuery } from '../reads.ts'
import type { Run, RunItem } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { HashText } from './hash-text.tsx'
import { ResultBar } from './result-bar.tsx'
import { RunItemView } from './run-item-view.tsx'

const sieves = ['all', 'failed', 'not_evaluated', 'passed', 'unreviewed'] as const
type Sieve = (typeof sieves)[number]

/** One run: its items on the left, failures first, and beside them what was said and how it was judged. */
export function RunPage() {
  const { t } = useWords()
  const { runId } = useParams({ from: '/frame/compliance/runs/$runId' })
  const { data: run, error, refetch } = useQuery(runQuery(runId))
  if (run) return <RunDesk run={run} />
  return (
    <>
      <h1>{t('compliance.runs')}</h1>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {!error && <Skeleton active />}
    </>
  )
}

const order = { failed: 0, not_evaluated: 1, passed: 2 } as const

function passes(item: RunItem, sieve: Sieve): boolean {
  if (sieve === 'all') return true
  if (sieve === 'unreviewed') return item.reviews.length === 0
  return item.outcome === sieve
}

function RunDesk({ run }: { run: Run }) {
  const { t, term, stamp } = useWords()
  const navigate = useNavigate()
  const { item: openId } = useSearch({ from: '/frame/compliance/runs/$runId' })
  const [sieve, setSieve] = useState<Sieve>('all')
  const items = run.items
    .filter((item) => passes(item, sieve))
    .sort((a, b) => order[a.outcome] - order[b.outcome] || a.id.localeCompare(b.id))
  const open = run.items.find((item) => item.id === openId) ?? items[0]

  const show = (item: RunItem | undefined) => {
    if (!item) return
    void navigate({
      to: '/compliance/runs/$runId',
      params: { runId: run.id },
      search: { item: item.id },
      replace: true,
    })
  }
  const at = items.findIndex((item) => item.id === open?.id)
  useKeys({ j: () => show(items[at + 1]), k: () => show(items[at - 1]) })

  return (
    <div className="run">
      <div className="run-head">
        <Link to="/compliance/runs" className="back">
          ← {t('compliance.run.back')}
        </Link>
        <h1>
          {run.suite} · {term('writer', run.writer)} <small>{stamp(run.startedAt)}</small>
        </h1>
        <ResultBar run={run} />
      </div>
      <details className="hashes">
        <summary>{t('compliance.run.hashes')}</summary>
        <dl>
          {(['dataset', 'prompts', 'policyPack', 'engine', 'guards', 'model'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`compliance.run.${name}`)}</dt>
              <dd>
                <HashText hash={run.hashes[name]} whole />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <div className="run-columns">
        <section className="run-items" aria-label={t('compliance.run.items')}>
          {/* biome-ignore lint/a11y/useSemanticElements: these are toggles, a fieldset would add a frame and a legend */}
          <div className="chips" role="group" aria-label={t('queue.filters')}>
            {sieves.map((name) => (
              <button
                key={name}
                type="button"
                className="chip"
                aria-pressed={sieve === name}
                onClick={() => setSieve(name)}
              >
                {name === 'all' || name === 'unreviewed'
                  ? t(`compliance.run.${name}`)
                  : term('outcome', name)}
                <b>{run.items.filter((item) => passes(item, name)).length}</b>
              </button>
            ))}
          </div>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  className="run-item"
                  aria-current={item.id === open?.id ? 'true' : undefined}
                  onClick={() => show(item)}
                >
                  <span className={`outcome ${item.outcome}`}>{term('outcome', item.outcome)}</span>
                  <span className="run-item-text">{item.input}</span>
                  <span className="lang">{item.lang === 'en' ? 'EN' : '中'}</span>
                  {item.reviews.length > 0 && (
                    <span className="tag brand">{term('mark', item.reviews.at(-1)?.mark ?? '')}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
        {open ? (
          <RunItemView key={open.id} runId={run.id} item={open} />
        ) : (
          <p className="quiet">{t('compliance.run.pick')}</p>
        )}
      </div>
    </div>
  )
}
