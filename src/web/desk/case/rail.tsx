import { useEffect, useRef } from 'react'
import { useKeys } from '../frame/use-keys.ts'
import type { CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { AgreementPanel } from './agreement-panel.tsx'
import { AnalysisPanel } from './analysis-panel.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { OffersPanel } from './offers-panel.tsx'
import './rail.css'
import { SignalsPanel } from './signals-panel.tsx'
import { SourcesPanel } from './sources-panel.tsx'
import type { CaseWrites } from './use-case-writes.ts'
import type { DraftDesk } from './use-draft-desk.ts'

type Props = { matter: CaseView; writes: CaseWrites; draftDesk: DraftDesk }

/**
 * The copilot, in the order of the work: what is wrong, what is possible, what to say, on what grounds, is it
 * sound. For a second approval the draft with its changed figures comes first.
 */
export function Rail({ matter, writes, draftDesk }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLElement>(null)
  const { draft, analysis, offerSet } = matter
  const go = (name: string) => {
    const section = box.current?.querySelector<HTMLElement>(`[data-rail="${name}"]`)
    section?.scrollIntoView({ block: 'start', behavior: 'smooth' })
    section?.focus({ preventScroll: true })
  }
  useKeys({ s: () => go('sources') })
  const { figuresOpened, live, isSecond } = draftDesk
  useEffect(() => {
    if (figuresOpened) box.current?.querySelector('[data-rail="draft"]')?.scrollIntoView({ block: 'nearest' })
  }, [figuresOpened])
  const draftFirst = live && isSecond

  const hard = draft?.findings.filter((finding) => finding.severity === 'hard').length ?? 0
  const stops: readonly (readonly [name: string, label: string, note: string])[] = [
    ['analysis', t('matter.analysis.short'), analysis ? String(analysis.claims.length) : ''],
    ['offers', t('matter.offers.short'), offerSet ? String(offerSet.offers.length) : ''],
    ['draft', t('matter.draft.title'), ''],
    ['sources', t('matter.sources.title'), draft?.text ? String(draft.sources.length) : ''],
    ['checks', t('matter.checks.title'), draft?.text ? (hard > 0 ? `✕${hard}` : '✓') : ''],
  ]
  const agreed = matter.agreement !== null || matter.followUps.length > 0
  const inOrder = draftFirst
    ? [...stops].sort((a, b) => Number(b[0] === 'draft') - Number(a[0] === 'draft'))
    : stops
  const shown = agreed ? [...inOrder, ['agreement', t('matter.agreement.short'), ''] as const] : inOrder
  return (
    <section ref={box} className="rail" aria-label={t('matter.rail')}>
      <nav className="rail-stops" aria-label={t('matter.rail')}>
        {shown.map(([name, label, note]) => (
          <button key={name} type="button" onClick={() => go(name)}>
            {label}
            {note && <b className={note.startsWith('✕') ? 'bad' : ''}>{note}</b>}
          </button>
        ))}
      </nav>
      {draftFirst && <DraftPanel draftDesk={draftDesk} />}
      <SignalsPanel matter={matter} writes={writes} />
      <AnalysisPanel matter={matter} writes={writes} draftDesk={draftDesk} />
      <OffersPanel matter={matter} writes={writes} draftDesk={draftDesk} />
      {!draftFirst && <DraftPanel draftDesk={draftDesk} />}
      <SourcesPanel sources={draft?.sources ?? []} />
      <ChecksPanel draft={draft} />
      <AgreementPanel matter={matter} />
    </section>
  )
}
