import { Alert, Button } from 'antd'
import { useState } from 'react'
import { write } from '../../api.ts'
import { Choices } from '../frame/choices.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { useWrite } from '../frame/use-write.ts'
import type { PolicyVersion } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import type { Move, VersionReturn } from './policy-reads.ts'
import { RefusalNote } from './refusal-note.tsx'
import { VersionReviser } from './version-reviser.tsx'

const returnReasons: readonly VersionReturn[] = [
  'wrong_text',
  'wrong_cut',
  'wrong_dates',
  'wrong_audience',
  'other',
]
type Step = PolicyVersion['allowed'][number]

/** What this reader may do with the version now, as the server says; anything that counts is asked once more. */
export function VersionMoves({ policy }: { policy: PolicyVersion }) {
  const { t, term } = useWords()
  const { document: paper, version, allowed, why } = policy
  const [asking, setAsking] = useState<Step | null>(null)
  const address = `/api/staff/policies/${encodeURIComponent(paper.id)}/versions/${version.version}`
  const move = useWrite(
    (body: Move) => write<PolicyVersion>('POST', `${address}/moves`, body, version.revision),
    [['policies']],
  )
  const ask = (step: Step) => {
    move.reset()
    setAsking(step)
  }
  const go = (body: Move) => move.mutate(body, { onSuccess: () => setAsking(null) })
  const steps = (['submit', 'publish', 'revise', 'return', 'withdraw'] as const).filter((step) =>
    allowed.includes(step),
  )
  const held = why === 'second_person' ? 'secondPerson' : why === 'own_words' ? 'ownWords' : null
  const [last] = policy.returns
  return (
    <div className="version-moves">
      {last && version.state === 'draft' && (
        <Alert
          className="problem"
          type="warning"
          title={t('policies.move.returnedBy', {
            name: last.by ?? '',
            reason: term('policyReturn', last.reason),
          })}
          description={last.comment}
        />
      )}
      {held && (
        <div id="why-not-publish">
          <Alert className="problem" type="info" title={t(`policies.move.${held}`)} />
        </div>
      )}
      {steps.length > 0 && (
        <div className="deeds">
          {held && (
            <Button
              type="primary"
              disabled
              title={t(`policies.move.${held}`)}
              aria-describedby="why-not-publish"
            >
              {t('policies.move.publish')}
            </Button>
          )}
          {steps.map((step) => (
            <Button
              key={step}
              type={step === 'submit' || step === 'publish' ? 'primary' : 'default'}
              danger={step === 'withdraw'}
              onClick={() => ask(step)}
            >
              {t(`policies.move.${step}`)}
            </Button>
          ))}
        </div>
      )}
      <VersionReviser policy={policy} open={asking === 'revise'} onClose={() => setAsking(null)} />
      {(['submit', 'publish', 'withdraw'] as const).map((step) => (
        <Dialog
          key={step}
          open={asking === step}
          title={t(`policies.move.${step}`)}
          onClose={() => setAsking(null)}
        >
          <p>{t(`policies.move.${step}Note`)}</p>
          <RefusalNote error={move.error} onRefetch={() => setAsking(null)} />
          <div className="deeds">
            <span className="grow" />
            <Button onClick={() => setAsking(null)}>{t('frame.cancel')}</Button>
            <Button
              type="primary"
              danger={step === 'withdraw'}
              loading={move.isPending}
              onClick={() => go({ move: step })}
            >
              {t(`policies.move.${step}`)}
            </Button>
          </div>
        </Dialog>
      ))}
      <ReturnDialog
        open={asking === 'return'}
        onClose={() => setAsking(null)}
        error={move.error}
        pending={move.isPending}
        onReturn={(reason, comment) => go({ move: 'return', reason, comment })}
      />
    </div>
  )
}

type ReturnProps = {
  open: boolean
  onClose: () => void
  error: unknown
  pending: boolean
  onReturn: (reason: VersionReturn, comment: string) => void
}

function ReturnDialog({ open, onClose, error, pending, onReturn }: ReturnProps) {
  const { t, term } = useWords()
  const [reason, setReason] = useState<VersionReturn | null>(null)
  const [comment, setComment] = useState('')
  return (
    <Dialog open={open} title={t('policies.move.return')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason) onReturn(reason, comment)
        }}
      >
        <Choices
          legend={t('policies.move.returnWhy')}
          options={returnReasons.map((value) => ({ value, label: term('policyReturn', value) }))}
          value={reason}
          onChange={setReason}
        />
        <textarea
          className="writing short"
          aria-label={t('policies.move.comment')}
          placeholder={t('policies.move.comment')}
          required
          minLength={3}
          maxLength={1000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        <RefusalNote error={error} onRefetch={onClose} />
        <div className="deeds">
          <span className="grow" />
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            disabled={!reason || comment.trim().length < 3}
            loading={pending}
          >
            {t('policies.move.return')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
