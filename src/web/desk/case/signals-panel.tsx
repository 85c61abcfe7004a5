import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import type { CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { usePointing } from './pointing.ts'
import { SignalTag } from './signal-tag.tsx'
import type { CaseWrites } from './use-case-writes.ts'

type Props = { matter: CaseView; writes: CaseWrites }

/** What the customer revealed about their situation. A signal that holds offers is cleared by a person, with a reason. */
export function SignalsPanel({ matter, writes }: Props) {
  const { t, term, moment } = useWords()
  const { pointAtMessage } = usePointing()
  const [clearing, setClearing] = useState<CaseView['signals'][number] | null>(null)
  const [reason, setReason] = useState('')
  if (matter.signals.length === 0) return null

  const held = matter.signals.some((signal) => signal.holds && !signal.clearedAt)
  const stop = () => {
    setClearing(null)
    writes.clear.reset()
  }
  return (
    <section className={held ? 'signals held' : 'signals'} aria-label={t('matter.signals.title')}>
      {held && (
        <p>
          <b>{t('matter.signals.held')}</b> {t('matter.signals.heldNote')}
        </p>
      )}
      <ul>
        {matter.signals.map((signal) => (
          <li key={signal.id}>
            {signal.messageId ? (
              <button
                type="button"
                className="bare"
                title={t('matter.analysis.showMessage')}
                onClick={() => pointAtMessage(signal.messageId ?? '', '')}
              >
                <SignalTag signal={signal.signal} cleared={signal.clearedAt !== null} />
              </button>
            ) : (
              <SignalTag signal={signal.signal} cleared={signal.clearedAt !== null} />
            )}
            {signal.clearedAt && (
              <small className="soft">
                {t('matter.signals.cleared', { time: moment(signal.clearedAt) })}
              </small>
            )}
            {signal.holds && !signal.clearedAt && matter.allowed.includes('clear_signal') && (
              <Button size="small" danger onClick={() => setClearing(signal)}>
                {t('matter.signals.clear')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={clearing !== null}
        title={t('matter.signals.clearTitle', { signal: clearing ? term('signal', clearing.signal) : '' })}
        onClose={stop}
      >
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (!clearing) return
            writes.clear.mutate(
              { signalId: clearing.id, reason: reason.trim() },
              {
                onSuccess: () => {
                  setReason('')
                  stop()
                },
              },
            )
          }}
        >
          <textarea
            className="writing short"
            aria-label={t('matter.signals.clearWhy')}
            placeholder={t('matter.signals.clearWhy')}
            minLength={3}
            maxLength={500}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <ProblemNote error={writes.clear.error} onRefetch={writes.clear.reset} />
          <div className="deeds">
            <span className="grow" />
            <Button onClick={stop}>{t('frame.cancel')}</Button>
            <Button
              type="primary"
              danger
              htmlType="submit"
              loading={writes.clear.isPending}
              disabled={reason.trim().length < 3}
            >
              {t('matter.signals.clear')}
            </Button>
          </div>
        </form>
      </Dialog>
    </section>
  )
}
