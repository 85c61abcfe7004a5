import { Button } from 'antd'
import { useState } from 'react'
import { Choices } from '../frame/choices.tsx'
import { Dialog } from '../frame/dialog.tsx'
import type { RequestDraft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import type { DraftDesk } from './use-draft-desk.ts'

type Tone = NonNullable<RequestDraft['tone']>
const tones: readonly Tone[] = ['warm', 'plain', 'formal']

/** Has the reply written again, in another tone or with something different in it; the wish stays until it is met. */
export function RegenerateDialog({ desk }: { desk: DraftDesk }) {
  const { t, term } = useWords()
  const [reason, setReason] = useState('')
  const [tone, setTone] = useState<Tone>('warm')
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
          const wish = {
            tone,
            ...(offerId ? { offerId } : {}),
            ...(reason.trim() ? { reason: reason.trim() } : {}),
          }
          desk.request(wish, () => setReason(''))
        }}
      >
        <Choices
          legend={t('drafting.tone')}
          options={tones.map((value) => ({ value, label: term('tone', value) }))}
          value={tone}
          onChange={setTone}
        />
        <textarea
          className="writing short"
          aria-label={t('matter.draft.regenerateWhy')}
          placeholder={t('matter.draft.regenerateWhy')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
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
