import { Button } from 'antd'
import { useState } from 'react'
import { ProblemNote } from '../frame/problem-note.tsx'
import type { CaseView, OfferSet, StaffOffer } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { DebtChoice, PlansFor } from './debt-choice.tsx'
import { OfferHistory } from './offer-history.tsx'
import { OfferSides } from './offer-sides.tsx'
import { OfferTable } from './offer-table.tsx'
import { OfferTalk } from './offer-talk.tsx'
import { RailSection } from './rail-section.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import type { CaseWrites } from './use-case-writes.ts'
import type { DraftDesk } from './use-draft-desk.ts'

type Props = { matter: CaseView; writes: CaseWrites; draftDesk: DraftDesk }

/** What the engine admits, side by side. Empty is an answer too, with its reason and where it leads. */
export function OffersPanel({ matter, writes, draftDesk }: Props) {
  const { t, money } = useWords()
  const [open, setOpen] = useState<StaffOffer | null>(null)
  const set = matter.offerSet
  const run = matter.allowed.includes('propose') && (
    <Button
      size="small"
      type={set ? 'text' : matter.analysis ? 'primary' : 'default'}
      loading={writes.propose.isPending}
      onClick={() => writes.propose.mutate({})}
    >
      {t(set ? 'matter.offers.again' : 'matter.offers.run')}
    </Button>
  )
  return (
    <RailSection name="offers" title={t('matter.offers.title')} side={run}>
      <DebtChoice matter={matter} writes={writes} />
      <ProblemNote error={writes.propose.error} onRetry={() => writes.propose.mutate({})} />
      {!set && <p className="quiet">{t('matter.offers.none')}</p>}
      <PlansFor matter={matter} />
      {set?.capacity && (
        <p className="capacity">
          {t('matter.offers.capacity', {
            disposable: money(set.capacity.disposable),
            max: money(set.capacity.max_instalment),
          })}
        </p>
      )}
      {set && <OfferTalk matter={matter} set={set} writes={writes} />}
      {set && set.outcome !== 'offers' && <NoOffer set={set} />}
      {set && set.offers.length > 0 && (
        <>
          <OfferTable
            offers={set.offers}
            chosen={draftDesk.chosen ?? draftDesk.draft?.offerId ?? null}
            onChoose={draftDesk.choose}
            onSchedule={setOpen}
          />
          {draftDesk.chosenNumber !== null && matter.allowed.includes('draft') && (
            <Button type="primary" block loading={writes.draft.isPending} onClick={draftDesk.generate}>
              {t('matter.draft.generateOffer', { n: draftDesk.chosenNumber })} <kbd>G</kbd>
            </Button>
          )}
        </>
      )}
      {set && set.offers.length > 0 && <OfferSides offers={set.offers} />}
      {set && <OfferHistory history={set.talk.history} />}
      {set && <SetFoot set={set} />}
      <ScheduleDialog
        offer={open}
        number={open && set ? set.offers.indexOf(open) + 1 : 0}
        onClose={() => setOpen(null)}
      />
    </RailSection>
  )
}

function NoOffer({ set }: { set: OfferSet }) {
  const { t, term } = useWords()
  return (
    <div className="no-offer">
      <b>{t(set.outcome === 'refused' ? 'matter.offers.refused' : 'matter.offers.empty')}</b>
      {set.reason && <p>{term('emptyReason', set.reason)}</p>}
      {set.field && <p>{t('matter.offers.field', { field: set.field })}</p>}
    </div>
  )
}

function SetFoot({ set }: { set: OfferSet }) {
  const { t, term } = useWords()
  const notes = set.notes.map((note) => term('fewer', note))
  return (
    <p className="set-foot">
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
      <span title={set.parameters.hash}>
        {t('matter.offers.parameters', { version: set.parameters.version })}
      </span>
      {set.askedBy && <span>{t('offerTalk.askedBy', { name: set.askedBy })}</span>}
    </p>
  )
}
