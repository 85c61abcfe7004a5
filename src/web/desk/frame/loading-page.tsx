import { Skeleton } from 'antd'
import { useWords } from '../words/use-words.ts'

export function LoadingPage() {
  const { t } = useWords()
  return (
    <div className="page" role="status" aria-label={t('frame.loading')}>
      <Skeleton active title paragraph={{ rows: 6 }} />
    </div>
  )
}
