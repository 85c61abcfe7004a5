import { Link } from '@tanstack/react-router'
import { useWords } from '../words/use-words.ts'

export function PoliciesNav() {
  const { t } = useWords()
  return (
    <nav className="room-nav" aria-label={t('policies.title')}>
      <Link to="/policies" activeOptions={{ exact: true }}>
        {t('policies.list')}
      </Link>
      <Link to="/policies/question">{t('policies.try')}</Link>
    </nav>
  )
}
