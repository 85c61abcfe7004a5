import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { write } from '../../api.ts'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWrite } from '../frame/use-write.ts'
import { policiesQuery } from '../reads.ts'
import { useWords } from '../words/use-words.ts'
import './policies.css'
import { PoliciesNav } from './policies-nav.tsx'
import { type Unanswered, unansweredQuery } from './policy-reads.ts'
import { RefusalNote } from './refusal-note.tsx'

/** What customers asked and policy did not answer: try each question, and settle it once a document does. */
export function UnansweredPage() {
  const { t } = useWords()
  const [settled, setSettled] = useState(false)
  const { data, error, refetch } = useQuery(unansweredQuery(settled))
  const [settling, setSettling] = useState<Unanswered | null>(null)
  return (
    <div className="room">
      <PoliciesNav />
      <div className="room-page">
        <div className="page-head">
          <h1>{t('policies.unanswered.title')}</h1>
          <button type="button" className="chip" aria-pressed={settled} onClick={() => setSettled(!settled)}>
            {t('policies.unanswered.showSettled')}
          </button>
        </div>
        <p className="quiet">{t('policies.unanswered.note')}</p>
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton active />}
        {data?.questions.length === 0 && (
          <p className="quiet">
            {t(settled ? 'policies.unanswered.noneSettled' : 'policies.unanswered.none')}
          </p>
        )}
        <ol className="unanswered">
          {data?.questions.map((question) => (
            <Row key={question.id} question={question} onSettle={() => setSettling(question)} />
          ))}
        </ol>
        {settling && <SettleDialog question={settling} onClose={() => setSettling(null)} />}
      </div>
    </div>
  )
}

function Row({ question, onSettle }: { question: Unanswered; onSettle: () => void }) {
  const { t, moment, share } = useWords()
  const { question: words, lang, nearest, settledWith, settledAt } = question
  const [documentId, number] = nearest?.split('#') ?? []
  return (
    <li>
      <div>
        <p lang={lang}>{words ?? t('policies.unanswered.noWords')}</p>
        <small className="soft">
          {t('policies.unanswered.times', { n: question.times })} · {moment(question.askedAt)} ·{' '}
          {t('policies.unanswered.coverage', { share: share(question.coverage, 1) })}
          {documentId && ` · ${t('policies.unanswered.nearest', { clause: `${documentId} ${number}` })}`}
          {settledAt &&
            ` · ${settledWith ? t('policies.unanswered.settledWith', { id: settledWith }) : t('policies.unanswered.settledNone')}`}
        </small>
      </div>
      <div className="deeds">
        {words && (
          <Link to="/policies/question" search={{ q: words, lang }}>
            {t('policies.unanswered.try')}
          </Link>
        )}
        {!settledAt && (
          <Button size="small" onClick={onSettle}>
            {t('policies.unanswered.settle')}
          </Button>
        )}
      </div>
    </li>
  )
}

function SettleDialog({ question, onClose }: { question: Unanswered; onClose: () => void }) {
  const { t } = useWords()
  const { data } = useQuery(policiesQuery)
  const [documentId, setDocumentId] = useState(question.nearest?.split('#')[0] ?? '')
  const select = useId()
  const settle = useWrite(
    (id: string | null) =>
      write<{ settled: true }>('POST', `/api/staff/policies/unanswered/${question.id}/settlement`, {
        documentId: id,
      }),
    [['policy-unanswered']],
  )
  const go = (id: string | null) => settle.mutate(id, { onSuccess: onClose })
  return (
    <Dialog open title={t('policies.unanswered.settle')} onClose={onClose}>
      <p lang={question.lang}>{question.question}</p>
      <label htmlFor={select}>{t('policies.unanswered.by')}</label>
      <select
        id={select}
        className="field"
        value={documentId}
        onChange={(event) => setDocumentId(event.target.value)}
      >
        <option value="">{t('policies.unanswered.choose')}</option>
        {data?.documents.map((document) => (
          <option key={document.id} value={document.id}>
            {document.title} ({document.id})
          </option>
        ))}
      </select>
      <RefusalNote error={settle.error} />
      <div className="deeds">
        <Button onClick={() => go(null)} loading={settle.isPending}>
          {t('policies.unanswered.nobody')}
        </Button>
        <span className="grow" />
        <Button
          type="primary"
          disabled={!documentId}
          loading={settle.isPending}
          onClick={() => go(documentId)}
        >
          {t('policies.unanswered.settle')}
        </Button>
      </div>
    </Dialog>
  )
}
