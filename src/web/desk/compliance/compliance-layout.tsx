import { Link, Outlet } from '@tanstack/react-router'
import { useWords } from '../words/use-words.ts'
import './compliance.css'

export function ComplianceLayout() {
  const { t } = useWords()
  return (
    <div className="room">
      <nav className="room-nav" aria-label={t('compliance.nav')}>
        <Link to="/compliance/runs">{t('compliance.runs')}</Link>
        <Link to="/compliance/audit">{t('compliance.audit')}</Link>
        <Link to="/compliance/stop-switch">{t('compliance.stop')}</Link>
      </nav>
      <div className="room-page">
        <Outlet />
      </div>
    </div>
  )
}
