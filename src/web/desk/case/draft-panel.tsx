import type { Draft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { DraftChanges } from './draft-changes.tsx'
import { DraftWriter, useWriterName } from './draft-writer.tsx'
import { RailSection } from './rail-section.tsx'
import './drafting.css'
import type { DraftDesk } from './use-draft-desk.ts'

/** Where the draft stands and what it states in figures. The words themselves are in the composer. */
export function DraftPanel({ draftDesk: desk }: { draftDesk: DraftDesk }) {
  const { t, term, knows } = useWords()
  const writerName = useWriterName()
  const { draft } = desk
  if (!draft) {
    return (
      <RailSection name="draft" title={t('matter.draft.title')}>
        <p className="quiet">{t(whyNone(desk))}</p>
      </RailSection>
    )
  }
  return (
    <RailSection
      name="draft"
      title={t('matter.draft.title')}
      side={
        <>
          <span className="tag">{term('draftKind', draft.kind)}</span>
          <span className={`tag ${draft.state === 'stale' || draft.state === 'failed' ? 'danger' : 'brand'}`}>
            {term('draftState', draft.state)}
          </span>
        </>
      }
    >
      <p className="draft-facts">
        <span>{writerName(draft)}</span>
        <span>{t('matter.draft.version', { n: draft.version })}</span>
        <span>
          {t('matter.draft.by', {
            name: knows('maker', draft.maker) ? term('maker', draft.maker) : draft.maker,
          })}
        </span>
        <span>{t('matter.draft.needs', { authority: term('authority', draft.requiredAuthority) })}</span>
      </p>
      <DraftWriter draft={draft} />
      {draft.state === 'failed' && draft.reason && (
        <p className="writer-fault">
          {term('failure', draft.reason)}
          {draft.next && <small>{term('nextStep', draft.next)}</small>}
        </p>
      )}
      {draft.state === 'returned' && (
        <p className="quiet">
          {draft.reason && `${term('returnReason', draft.reason)} · `}
          {t('matter.draft.returnedNote')}
        </p>
      )}
      <Approvals draft={draft} />
      {draft.edited && <DraftChanges edited={draft.edited} />}
      {desk.live && <Figures desk={desk} draft={draft} />}
    </RailSection>
  )
}

/** Why nothing is prepared: the machine is stopped, or it is the customer's turn. */
function whyNone({ matter }: DraftDesk) {
  const { allowed, analysis, customer, kind } = matter
  if (allowed.includes('reply') && !allowed.includes('draft')) return 'drafting.noneStopped'
  const asks = kind === 'credit_hardship' && ((analysis?.questions.length ?? 0) > 0 || !customer.verified)
  return asks && allowed.includes('draft') ? 'drafting.noneYet' : 'matter.draft.none'
}

function Approvals({ draft }: { draft: Draft }) {
  const { t, term, moment } = useWords()
  if (draft.approvals.length === 0 && draft.approvalsNeeded < 2) return null
  const isAwaited = draft.state === 'ready' && draft.approvals.length > 0
  // A second person can be needed for authority alone, which the number of approvals of the offer does not tell.
  const all = Math.max(draft.approvalsNeeded, draft.approvals.length + (isAwaited ? 1 : 0))
  return (
    <div className="approvals">
      <span>{t('matter.draft.approvals', { n: draft.approvals.length, all })}</span>
      <ol>
        {draft.approvals.map((approval) => (
          <li key={approval.step}>
            {approval.approver} · {term('role', approval.role)} · {moment(approval.at)}
            {approval.reason && (
              <span className="given-reason">{t('drafting.reasonGiven', { reason: approval.reason })}</span>
            )}
          </li>
        ))}
        {isAwaited && <li className="awaited">{t('matter.draft.waitingSecond')}</li>}
      </ol>
    </div>
  )
}

/** The figures, changed ones first and marked. A second approver opens them before the button works. */
function Figures({ desk, draft }: { desk: DraftDesk; draft: Draft }) {
  const { t } = useWords()
  const changed = draft.figures.filter((figure) => figure.changed).length
  const figures = [...draft.figures].sort((a, b) => Number(b.changed) - Number(a.changed))
  return (
    <div
      className={desk.isSecond && desk.may('approve') && !desk.figuresOpened ? 'figures wanted' : 'figures'}
    >
      <button
        type="button"
        className="figures-head"
        aria-expanded={desk.figuresOpened}
        onClick={desk.figuresOpened ? desk.closeFigures : desk.openFigures}
      >
        {desk.figuresOpened ? t('matter.draft.figures') : t('matter.draft.openFigures')}
        <span className="count">{draft.figures.length}</span>
        {changed > 0 && (
          <span className="tag warn">
            {t('matter.draft.changedFigure')} {changed}
          </span>
        )}
      </button>
      {desk.figuresOpened && figures.length === 0 && <p className="quiet">{t('matter.draft.noFigures')}</p>}
      {desk.figuresOpened && figures.length > 0 && (
        <table className="grid">
          <tbody>
            {figures.map((figure) => (
              <tr key={`${figure.label}${figure.value}`} className={figure.changed ? 'changed' : ''}>
                <th scope="row">{figure.label}</th>
                <td>
                  <b>{figure.value}</b>
                </td>
                <td>
                  {figure.changed && <span className="tag warn">{t('matter.draft.changedFigure')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
