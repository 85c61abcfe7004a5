import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { meQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import type { ClauseUse } from './policy-reads.ts'

/** Which drafts, agreements and eval cases lean on a clause; they open where the reader may go. */
export function ClauseUses({ use }: { use: ClauseUse }) {
  const { t, term } = useWords()
  const { data: me } = useQuery(meQuery)
  const cases = me?.pages.includes('queue') ?? false
  const runs = me?.pages.includes('compliance') ?? false
  const { drafts, agreements, evalCases } = use
  const toCase = (caseId: string | null, label: string) =>
    cases && caseId ? (
      <Link to="/cases/$caseId" params={{ caseId }}>
        {label}
      </Link>
    ) : (
      label
    )
  return (
    <details className="clause-uses">
      <summary>
        {t('policies.use.count', { n: drafts.length + agreements.length + evalCases.length })}
      </summary>
      <ul>
        {drafts.map(({ id, state, caseId }) => (
          <li key={id}>
            {toCase(caseId, `${t('policies.use.draft')} ${id.slice(-6)}`)}{' '}
            <span className="soft">{term('draftState', state)}</span>
          </li>
        ))}
        {agreements.map(({ id, state, caseId }) => (
          <li key={id}>
            {toCase(caseId, `${t('policies.use.agreement')} ${id.slice(-6)}`)}{' '}
            <span className="soft">{term('agreementState', state)}</span>
          </li>
        ))}
        {evalCases.map(({ suite, runId, item }) => (
          <li key={`${runId} ${item}`}>
            {runs ? (
              <Link to="/compliance/runs/$runId" params={{ runId }} search={{ item }}>
                {suite} · {item}
              </Link>
            ) : (
              `${suite} · ${item}`
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
