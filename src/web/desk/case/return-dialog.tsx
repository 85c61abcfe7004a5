import { Button } from 'antd'
import { useState } from 'react'
import { Choices } from '../frame/choices.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import type { ReturnReason } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import type { DraftDesk } from './use-draft-desk.ts'

const reasons: readonly ReturnReason[] = [
  'wrong_facts',
  'wrong_offer',
  'wrong_tone',
  'missing_information',
  'policy_mismatch',
  'customer_changed_mind',
  'other',
]

/** Sends a draft back with a reason code, so that what goes wrong can be counted. */
export function ReturnDialog({ desk }: { desk: DraftDesk }) {
  const { t, term } = useWords()
  const [reason, setReason] = useState<ReturnReason | null>(null)
  const [comment, setComment] = useState('')
  const { decide } = desk.writes
  return (
    <Dialog
      open={desk.asking === 'return' && desk.may('return')}
      title={t('matter.draft.return')}
      onClose={desk.stopAsking}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason) desk.giveBack(reason, comment)
        }}
      >
        <Choices
          legend={t('matter.draft.returnWhy')}
          options={reasons.map((value) => ({ value, label: term('returnReason', value) }))}
          value={reason}
          onChange={setReason}
        />
        <textarea
          className="writing short"
          aria-label={t('matter.draft.comment')}
          placeholder={t('matter.draft.comment')}
          maxLength={1000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        <ProblemNote error={decide.error} onRefetch={decide.reset} />
        <div className="deeds">
          <span className="grow" />
          <Button onClick={desk.stopAsking}>{t('frame.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!reason} loading={decide.isPending}>
            {t('matter.draft.return')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
