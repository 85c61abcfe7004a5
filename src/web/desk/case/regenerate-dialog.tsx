import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Choices } from '../frame/choices.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { scenariosQuery } from '../reads.ts'
import type { RequestDraft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import type { DraftDesk } from './use-draft-desk.ts'

type Tone = NonNullable<RequestDraft['tone']>
type Scenario = NonNullable<RequestDraft['scenario']>
const tones: readonly Tone[] = ['warm', 'plain', 'formal']
/** The replies that carry the plan chosen on the desk. */
const withOffer: readonly (Scenario | '')[] = ['', 'offer', 'counter', 'decline_ack']

/** Has a reply written: for what, in which tone, what should be different. The wish stays until it is met. */
export function RegenerateDialog({ desk }: { desk: DraftDesk }) {
  const { t, term } = useWords()
  const [reason, setReason] = useState('')
  const [tone, setTone] = useState<Tone>('warm')
  const [scenario, setScenario] = useState<Scenario | ''>('')
  const open = desk.asking === 'regenerate'
  const { data: scenarios } = useQuery(scenariosQuery(desk.matter.id, open))
  const offerId = desk.chosen ?? (desk.live ? desk.draft?.offerId : null)
  // Without another purpose, a draft that carries a plan is written again for the same plan.
  const usual = offerId
    ? t('drafting.sameAgain')
    : t('drafting.asCaseStands', { name: scenarios ? term('scenario', scenarios.next) : '…' })
  return (
    <Dialog
      open={open}
      title={t(desk.live ? 'matter.draft.regenerate' : 'drafting.other')}
      onClose={desk.stopAsking}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const wish = {
            tone,
            ...(scenario ? { scenario } : {}),
            ...(offerId && withOffer.includes(scenario) ? { offerId } : {}),
            ...(reason.trim() ? { reason: reason.trim() } : {}),
          }
          desk.request(wish, () => {
            setReason('')
            setScenario('')
          })
        }}
      >
        <label className="purpose">
          {t('drafting.purpose')}
          <select value={scenario} onChange={(event) => setScenario(event.target.value as Scenario | '')}>
            <option value="">{usual}</option>
            {scenarios?.fitting.map((one) => (
              <option key={one} value={one}>
                {term('scenario', one)}
              </option>
            ))}
          </select>
        </label>
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
          <Button type="primary" htmlType="submit">
            {t(desk.live ? 'matter.draft.regenerate' : 'matter.draft.generate')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
