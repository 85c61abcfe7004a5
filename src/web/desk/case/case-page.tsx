import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { LoadingPage } from '../frame/loading-page.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { caseQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import { CaseDesk } from './case-desk.tsx'
import './case.css'

export function CasePage() {
  const { caseId } = useParams({ from: '/frame/queue/cases/$caseId' })
  const { t } = useWords()
  const { data, error, refetch } = useQuery(caseQuery(caseId))
  if (data) return <CaseDesk key={caseId} matter={data} />
  if (!error) return <LoadingPage />
  return (
    <div className="page narrow">
      <h1 className="only-read">{t('frame.fault.unknown')}</h1>
      <ProblemNote error={error} onRetry={() => void refetch()} />
    </div>
  )
}
