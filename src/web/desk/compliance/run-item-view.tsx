import { App, Button } from 'antd'
import { useState } from 'react'
import { write } from '../../api.ts'
import { Choices } from '../frame/choices.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWrite } from '../frame/use-write.ts'
import { runQuery, runsQuery } from '../reads.ts'
import type { ReviewMark, RunItem } from '../shapes.ts'
import { useTyped } from '../typed.ts'
import { useWords } from '../words/use-words.ts'

const marks: readonly ReviewMark[] = ['agree', 'disagree', 'unsure']

/** One item: what the customer said, what would have been answered, each check with its reason, people's verdicts. */
export function RunItemView({ runId, item }: { runId: string; item: RunItem }) {
  const { t, term, moment } = useWords()
  return (
    <article className="run-view" aria-label={t('compliance.run.item', { id: item.id })}>
      <h2>
        <span className={`outcome ${item.outcome}`}>{term('outcome', item.outcome)}</span>{' '}
        {t('compliance.run.item', { id: item.id })}
      </h2>
      <h3>{t('compliance.run.input')}</h3>
      <div className="said" lang={item.lang}>
        {item.input}
      </div>
      <h3>{t('compliance.run.output')}</h3>
      <div className="said answer" lang={item.lang}>
        {item.output}
      </div>
      <h3>{t('compliance.run.checks')}</h3>
      <ul className="run-checks">
        {item.checks.map((check) => (
          <li key={check.name}>
            <span className={`outcome ${check.outcome}`}>{term('outcome', check.outcome)}</span>
            <b>{term('evalCheck', check.name)}</b>
            <span>{check.reason}</span>
          </li>
        ))}
      </ul>
      <h3>{t('compliance.run.reviews')}</h3>
      {item.reviews.length === 0 && <p className="quiet">{t('compliance.run.noReviews')}</p>}
      <ul className="verdicts">
        {item.reviews.map((review) => (
          <li key={`${review.reviewer}${review.at}`}>
            <span className="tag brand">{term('mark', review.mark)}</span> <b>{review.reviewer}</b>{' '}
            <time dateTime={review.at}>{moment(review.at)}</time>
            {review.comment && <p>{review.comment}</p>}
          </li>
        ))}
      </ul>
      <ReviewForm runId={runId} itemId={item.id} />
    </article>
  )
}

function ReviewForm({ runId, itemId }: { runId: string; itemId: string }) {
  const { t, term } = useWords()
  const { message } = App.useApp()
  const [mark, setMark] = useState<ReviewMark | null>(null)
  const [typed, setTyped] = useTyped(`review:${runId}:${itemId}`)
  const path = `/api/compliance/runs/${runId}/items/${encodeURIComponent(itemId)}/reviews`
  const review = useWrite(
    (verdict: { mark: ReviewMark; comment: string }) => write<{ ok: true }>('POST', path, verdict),
    [runQuery(runId).queryKey, runsQuery.queryKey],
  )
  return (
    <form
      className="review"
      onSubmit={(event) => {
        event.preventDefault()
        if (!mark) return
        review.mutate(
          { mark, comment: typed?.text.trim() ?? '' },
          {
            onSuccess: () => {
              setMark(null)
              setTyped(null)
              void message.success(t('compliance.run.saved'))
            },
          },
        )
      }}
    >
      <Choices
        legend={t('compliance.run.review')}
        options={marks.map((value) => ({ value, label: term('mark', value) }))}
        value={mark}
        onChange={setMark}
      />
      <textarea
        className="writing short"
        aria-label={t('compliance.run.comment')}
        placeholder={t('compliance.run.comment')}
        maxLength={1000}
        value={typed?.text ?? ''}
        onChange={(event) => setTyped({ text: event.target.value, base: 0 })}
      />
      <ProblemNote error={review.error} onRefetch={review.reset} />
      <div className="deeds">
        <span className="grow" />
        <Button type="primary" htmlType="submit" disabled={!mark} loading={review.isPending}>
          {t('compliance.run.save')}
        </Button>
      </div>
    </form>
  )
}
