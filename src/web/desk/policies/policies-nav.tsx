import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { policiesQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'

/** The pages of the room; those for keepers only where the server says that one may. */
export function PoliciesNav() {
  const { t } = useWords()
  const { data } = useQuery(policiesQuery)
  const may = (what: 'upload' | 'unanswered') => data?.allowed.includes(what) ?? false
  return (
    <nav className="room-nav" aria-label={t('policies.title')}>
      <Link to="/policies" activeOptions={{ exact: true }}>
        {t('policies.list')}
      </Link>
      {may('upload') && <Link to="/policies/upload">{t('policies.upload.title')}</Link>}
      <Link to="/policies/question">{t('policies.try')}</Link>
      {may('unanswered') && <Link to="/policies/unanswered">{t('policies.unanswered.title')}</Link>}
    </nav>
  )
}
