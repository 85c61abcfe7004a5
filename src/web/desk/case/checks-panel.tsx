import type { Draft, Finding } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { groupFindings } from './check-groups.ts'
import { FindingText } from './finding-text.tsx'
import { usePointing } from './pointing.ts'
import { RailSection } from './rail-section.tsx'

/** Whether the text may go out, question by question; each finding opens the words it means. */
export function ChecksPanel({ draft }: { draft: Draft | null }) {
  const { t, term } = useWords()
  // Words that are still being written have passed nothing yet.
  if (!draft?.text) {
    return (
      <RailSection name="checks" title={t('matter.checks.title')}>
        <p className="quiet">{t('matter.checks.none')}</p>
      </RailSection>
    )
  }
  const groups = groupFindings(draft.findings)
  return (
    <RailSection
      name="checks"
      title={t('matter.checks.title')}
      side={
        <span className={`tag ${draft.sendable ? 'ok' : 'danger'}`}>
          {t(draft.sendable ? 'matter.checks.sendable' : 'matter.checks.notSendable')}
        </span>
      }
    >
      <ul className="checks">
        {groups.map(({ group, findings }) => (
          <li key={group} className={toneOf(findings)}>
            <span className="check-name">
              <i aria-hidden="true" />
              {term('check', group)}
              <span className="verdict">
                {findings.length === 0
                  ? t('matter.checks.passed')
                  : t('matter.checks.n', { n: findings.length })}
              </span>
            </span>
            {findings.map((finding) => (
              <FindingLine
                key={`${finding.guard}${finding.span}${finding.detail}`}
                finding={finding}
                draft={draft}
              />
            ))}
          </li>
        ))}
      </ul>
    </RailSection>
  )
}

function FindingLine({ finding, draft }: { finding: Finding; draft: Draft }) {
  const { t } = useWords()
  const { pointAtSpan } = usePointing()
  const { span } = finding
  const body = (
    <>
      <FindingText finding={finding} text={draft.text} />
      <small>
        {t(finding.severity === 'hard' ? 'matter.checks.hard' : 'matter.checks.soft')}
        {' · '}
        {t(span ? 'matter.checks.show' : 'matter.checks.whole')}
      </small>
    </>
  )
  if (!span) return <div className={`check-finding ${finding.severity}`}>{body}</div>
  return (
    <button
      type="button"
      className={`check-finding ${finding.severity}`}
      onClick={() => pointAtSpan({ start: span[0], end: span[1], version: draft.version })}
    >
      {body}
    </button>
  )
}

function toneOf(findings: readonly Finding[]): string {
  if (findings.some((finding) => finding.severity === 'hard')) return 'failed'
  return findings.length > 0 ? 'soft-found' : 'passed'
}
