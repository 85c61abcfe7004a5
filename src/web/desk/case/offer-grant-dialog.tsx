import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { CaseWrites } from './use-case-writes.ts'

type Props = { open: boolean; asked: string; writes: CaseWrites; onClose: () => void }

/** A person puts the request forward with a written reason, whatever the schedule says. */
export function OfferGrantDialog({ open, asked, writes, onClose }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const { propose } = writes
  const written = reason.trim()
  const close = () => {
    propose.reset()
    onClose()
  }
  return (
    <Dialog open={open} title={t('offerTalk.grantTitle')} onClose={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (written.length >= 3) propose.mutate({ reason: written }, { onSuccess: close })
        }}
      >
        <p>
          <b>{asked}</b>
        </p>
        <p className="quiet">{t('offerTalk.grantNote')}</p>
        <textarea
          className="writing short"
          aria-label={t('offerTalk.grantWhy')}
          placeholder={t('offerTalk.grantWhy')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote error={propose.error} />
        <div className="deeds">
          <span className="grow" />
          <Button onClick={close}>{t('frame.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={written.length < 3} loading={propose.isPending}>
            {t('offerTalk.grantTitle')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
