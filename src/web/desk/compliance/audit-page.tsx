import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { write } from '../../api.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWrite } from '../frame/use-write.ts'
import { auditQuery } from '../reads.ts'
import type { AuditRow, ChainReport } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { HashText } from './hash-text.tsx'

const wholeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Who did what and when: the whole trail or one case end to end; and whether the chain over it still holds. */
export function AuditPage() {
  const { t } = useWords()
  const { caseId } = useSearch({ from: '/frame/compliance/audit' })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(caseId),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const verify = useWrite(() => write<ChainReport>('POST', '/api/compliance/audit/verification', {}), [])
  return (
    <>
      <div className="page-head">
        <h1>{t('compliance.trail.title')}</h1>
        <CaseFinder key={caseId} caseId={caseId} />
        <span className="grow" />
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('compliance.trail.verify')}
        </Button>
      </div>
      <ProblemNote error={verify.error} onRetry={() => verify.mutate()} />
      {verify.data && <ChainNote report={verify.data} />}
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton active />}
      {data && rows.length === 0 && <p className="quiet">{t('compliance.trail.none')}</p>}
      {rows.length > 0 && <Trail rows={rows} />}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('compliance.trail.more')}
        </Button>
      )}
    </>
  )
}

function CaseFinder({ caseId }: { caseId: string | undefined }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState(caseId ?? '')
  const id = useId()
  const bad = text.trim() !== '' && !wholeId.test(text.trim())
  return (
    <form
      className="case-finder"
      onSubmit={(event) => {
        event.preventDefault()
        if (!bad)
          void navigate({ to: '/compliance/audit', search: text.trim() ? { caseId: text.trim() } : {} })
      }}
    >
      <label htmlFor={id}>{t('compliance.trail.caseId')}</label>
      <input
        id={id}
        className="field mono"
        value={text}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-bad` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" disabled={bad}>
        {t('compliance.trail.follow')}
      </Button>
      {caseId && <Link to="/compliance/audit">{t('compliance.trail.all')}</Link>}
      {bad && (
        <small id={`${id}-bad`} className="bad">
          {t('compliance.trail.badId')}
        </small>
      )}
    </form>
  )
}

function ChainNote({ report }: { report: ChainReport }) {
  const { t, count } = useWords()
  const words = { rows: count(report.rows), sealed: count(report.sealed) }
  return (
    <Alert
      className="problem"
      type={report.ok ? 'success' : 'error'}
      title={
        report.ok
          ? t('compliance.trail.ok', words)
          : t('compliance.trail.broken', { n: report.broken.length })
      }
      description={
        <>
          {report.head && (
            <p>
              {t('compliance.trail.head')} <HashText hash={report.head} whole />
            </p>
          )}
          {report.broken.map((fault) => (
            <p key={`${fault.seq}${fault.why}`}>
              {fault.seq !== null && t('compliance.trail.row', { seq: fault.seq })} {fault.why}
            </p>
          ))}
        </>
      }
    />
  )
}

function Trail({ rows }: { rows: readonly AuditRow[] }) {
  const { t, stamp } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t('compliance.trail.title')}>
      <table className="grid rows trail">
        <thead>
          <tr>
            <th scope="col">{t('compliance.trail.seq')}</th>
            <th scope="col">{t('compliance.trail.at')}</th>
            <th scope="col">{t('compliance.trail.actor')}</th>
            <th scope="col">{t('compliance.trail.action')}</th>
            <th scope="col">{t('compliance.trail.subject')}</th>
            <th scope="col">{t('compliance.trail.details')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="number">
                {row.seq ?? <span className="soft">{t('compliance.trail.unsealed')}</span>}
              </td>
              <td>
                <time dateTime={row.at}>{stamp(row.at)}</time>
              </td>
              <td>{row.actor}</td>
              <th scope="row">{row.action}</th>
              <td className="mono">{row.subject}</td>
              <td>
                <Details details={row.details} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Details({ details }: { details: AuditRow['details'] }) {
  const entries = Object.entries(details)
  return (
    <dl className="details">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
