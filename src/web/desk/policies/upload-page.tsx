import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { ProblemNote } from '../frame/problem-note.tsx'
import { policiesQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import { IngestList } from './ingest-list.tsx'
import './policies.css'
import { PoliciesNav } from './policies-nav.tsx'
import { UploadForm } from './upload-form.tsx'

/** Hand in a document, and see what becomes of it. */
export function UploadPage() {
  const { t } = useWords()
  const { document: id } = useSearch({ from: '/frame/policies/upload' })
  const { data, error, refetch } = useQuery(policiesQuery)
  const may = data?.allowed.includes('upload')
  return (
    <div className="room">
      <PoliciesNav />
      <div className="room-page">
        <h1>{t('policies.upload.title')}</h1>
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton active />}
        {data && !may && <p className="quiet">{t('policies.upload.notKeeper')}</p>}
        {data && may && (
          <div className="upload">
            <UploadForm key={id ?? ''} document={data.documents.find((one) => one.id === id)} />
            <IngestList />
          </div>
        )}
      </div>
    </div>
  )
}
