import { Button } from 'antd'
import type { Draft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { DraftReason } from './draft-reason.tsx'
import { saysWhy } from './use-approval.ts'
import type { DraftDesk } from './use-draft-desk.ts'

type Props = { draft: Draft; desk: DraftDesk }

/** What may be done with the draft, exactly as the server allows it, with the reason when it may not go out. */
export function DraftDeeds({ draft, desk }: Props) {
  const { t, term, count, moment } = useWords()
  const { working, other } = desk
  const { edit, decide } = desk.writes

  if (desk.editing) {
    const text = desk.typed?.text ?? ''
    return (
      <div className="deeds">
        <span className="soft">{t('matter.draft.length', { n: count(text.length) })}</span>
        <span className="grow" />
        <Button onClick={() => desk.setTyped(null)}>{t('matter.draft.discard')}</Button>
        <Button
          type="primary"
          loading={edit.isPending}
          disabled={text.trim() === '' || other !== null}
          onClick={desk.save}
        >
          {t('matter.draft.save')}
        </Button>
      </div>
    )
  }
  if (desk.armed) {
    const needsReason = desk.soft.length > 0
    return (
      <div className="deeds armed" role="alert">
        {needsReason && (
          <DraftReason
            findings={desk.soft}
            text={draft.text}
            reason={desk.reason}
            onReason={desk.setReason}
            onDone={desk.approve}
          />
        )}
        <b>
          {t(desk.overtaken ? 'matter.draft.confirmAnyway' : 'matter.draft.confirm', {
            name: desk.matter.customer.name,
          })}
        </b>
        <span className="grow" />
        <Button onClick={desk.disarm}>{t('frame.cancel')}</Button>
        <Button
          type="primary"
          loading={decide.isPending}
          disabled={needsReason && !saysWhy(desk.reason)}
          onClick={desk.approve}
        >
          {t(needsReason ? 'drafting.softApprove' : 'matter.draft.confirmYes')} {!needsReason && <kbd>A</kbd>}
        </Button>
      </div>
    )
  }
  const needsFigures = desk.may('approve') && desk.isSecond && !desk.figuresOpened
  const heldBy = other && t('drafting.held', { name: other.holder, time: moment(other.until) })
  const note = heldBy ?? (needsFigures ? t('matter.draft.figuresFirst') : draft.why && term('why', draft.why))
  return (
    <div className="deeds">
      {note && (
        <p className="deeds-note" id="why-not">
          {note}
        </p>
      )}
      {desk.may('edit') && (
        <Button disabled={working} loading={desk.taking.isPending} onClick={desk.edit}>
          {t('matter.draft.edit')} <kbd>E</kbd>
        </Button>
      )}
      {desk.may('take_over') && (
        <Button onClick={() => desk.askFor('take_over')}>{t('drafting.takeOver')}</Button>
      )}
      {desk.may('regenerate') && (
        <Button disabled={working} onClick={() => desk.askFor('regenerate')}>
          {t('matter.draft.regenerate')}
        </Button>
      )}
      {desk.may('return') && (
        <Button disabled={working} onClick={() => desk.askFor('return')}>
          {t('matter.draft.return')} <kbd>R</kbd>
        </Button>
      )}
      <span className="grow" />
      {needsFigures && <Button onClick={desk.openFigures}>{t('matter.draft.openFigures')}</Button>}
      <Button
        type="primary"
        aria-describedby={note ? 'why-not' : undefined}
        loading={decide.isPending}
        disabled={working || !desk.canApprove}
        onClick={desk.clickApprove}
      >
        {desk.overtaken ? t('matter.draft.sendAnyway') : approveLabel(draft, t)} <kbd>A</kbd>
      </Button>
    </div>
  )
}

function approveLabel(draft: Draft, t: ReturnType<typeof useWords>['t']): string {
  if (draft.approvals.length > 0) return t('matter.draft.approveSecond')
  return draft.approvalsNeeded > 1 || draft.why === 'second_approval'
    ? t('matter.draft.approveFirst')
    : t('matter.draft.approve')
}
