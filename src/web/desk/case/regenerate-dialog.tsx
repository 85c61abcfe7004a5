import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { DraftDesk } from './use-draft-desk.ts'

export function RegenerateDialog({ desk }: { desk: DraftDesk }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const { draft: ask } = desk.writes
  return (
    <Dialog
      open={desk.asking === 'regenerate'}
      title={t('matter.draft.regenerate')}
      onClose={desk.stopAsking}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const offerId = desk.chosen ?? desk.draft?.offerId
          desk.request({
            ...(offerId ? { offerId } : {}),
            ...(reason.trim() ? { reason: reason.trim() } : {}),
          })
        }}
      >
        <textarea
          className="writing short"
          aria-label={t('matter.draft.regenerateWhy')}
          placeholder={t('matter.draft.regenerateWhy')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote error={ask.error} />
        <div className="deeds">
          <span className="grow" />
          <Button onClick={desk.stopAsking}>{t('frame.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={ask.isPending}>
            {t('matter.draft.regenerate')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
