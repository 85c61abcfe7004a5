import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { Choices } from '../frame/choices.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { scenariosQuery } from '../reads.ts'
import type { RequestDraft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import {
  noWish,
  readWish,
  type Scenario,
  showsField,
  type Wish,
  type WishFault,
  withOffer,
} from './draft-wish.ts'
import { PurposeFields } from './purpose-fields.tsx'
import type { DraftDesk } from './use-draft-desk.ts'

type Tone = NonNullable<RequestDraft['tone']>
const tones: readonly Tone[] = ['warm', 'plain', 'formal']

/**
 * Has a reply written: for what, with what, in which tone, what should be different. What was typed stays until it is
 * met; a field that the server refuses is shown where it stands.
 */
export function RegenerateDialog({ desk }: { desk: DraftDesk }) {
  const { t, term } = useWords()
  const [reason, setReason] = useState('')
  const [tone, setTone] = useState<Tone>('warm')
  const [scenario, setScenario] = useState<Scenario | ''>('')
  const [wish, setWish] = useState<Wish>(noWish)
  const [faults, setFaults] = useState<readonly WishFault[]>([])
  const open = desk.asking === 'regenerate'
  const { data: scenarios } = useQuery(scenariosQuery(desk.matter.id, open))
  const { usualOffer } = desk
  // Without another purpose, a draft that carries a plan is written again for the same plan.
  const usual = usualOffer
    ? t('drafting.sameAgain')
    : t('drafting.asCaseStands', { name: scenarios ? term('scenario', scenarios.next) : '…' })
  const purpose = scenario || (usualOffer ? 'offer' : (scenarios?.next ?? null))
  const withPlan = { ...wish, offerId: wish.offerId || (usualOffer ?? '') }
  const refusal = desk.writes.draft.error
  const refusedField = (refusal instanceof ApiProblem && refusal.body.field) || null
  const faultOf = (field: string): string | null => {
    const own = faults.find((one) => one.field === field)
    if (own) return t(`drafting.fieldFault.${own.what}`)
    return refusedField === field ? t('drafting.fieldFault.needed') : null
  }
  const change = (part: Partial<Wish>) => {
    setWish((now) => ({ ...now, ...part }))
    setFaults([])
    if (refusal) desk.writes.draft.reset()
  }
  const submit = () => {
    if (!purpose || !scenarios) return
    const read = readWish(purpose, withPlan, scenarios)
    if ('faults' in read) {
      setFaults(read.faults)
      return
    }
    const named =
      scenario || (Object.keys(read.request).length > 0 && !withOffer.includes(purpose) ? purpose : '')
    const wanted = {
      tone,
      ...(named ? { scenario: named } : {}),
      ...read.request,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    }
    desk.request(wanted, () => {
      // What was chosen for the next one meanwhile stays.
      setReason((now) => (now === reason ? '' : now))
      setScenario((now) => (now === scenario ? '' : now))
      setWish((now) => (now === wish ? noWish : now))
    })
  }
  return (
    <Dialog
      open={open}
      title={t(desk.live ? 'matter.draft.regenerate' : 'drafting.other')}
      onClose={desk.stopAsking}
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label className="purpose">
          {t('drafting.purpose')}
          <select
            value={scenario}
            onChange={(event) => {
              setScenario(event.target.value as Scenario | '')
              change({})
            }}
          >
            <option value="">{usual}</option>
            {scenarios?.fitting.map((one) => (
              <option key={one} value={one}>
                {term('scenario', one)}
              </option>
            ))}
          </select>
        </label>
        {scenarios && purpose && (
          <PurposeFields
            purpose={purpose}
            matter={desk.matter}
            scenarios={scenarios}
            wish={withPlan}
            onChange={change}
            faultOf={faultOf}
          />
        )}
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
        {!(purpose && refusedField && showsField(purpose, refusedField)) && <ProblemNote error={refusal} />}
        <div className="deeds">
          <span className="grow" />
          <Button onClick={desk.stopAsking}>{t('frame.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!scenarios}>
            {t(desk.live ? 'matter.draft.regenerate' : 'matter.draft.generate')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
