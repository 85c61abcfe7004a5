import { Button } from 'antd'
import { contentOf } from '../../ui/language.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import type { CaseView, Claim } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { EvidenceChip } from './evidence-chip.tsx'
import { FactList } from './fact-list.tsx'
import { RailSection } from './rail-section.tsx'
import type { CaseWrites } from './use-case-writes.ts'
import type { DraftDesk } from './use-draft-desk.ts'

type Props = { matter: CaseView; writes: CaseWrites; draftDesk: DraftDesk }

/** What the matter is and what each statement rests on; what is not known is a question, one click from asked. */
export function AnalysisPanel({ matter, writes, draftDesk }: Props) {
  const { t, term, date, locale } = useWords()
  const { analysis } = matter
  const canRun = matter.allowed.includes('analyse')
  const run = canRun && (
    <Button
      size="small"
      type={analysis ? 'text' : 'primary'}
      loading={writes.analyse.isPending}
      onClick={() => writes.analyse.mutate()}
    >
      {t(analysis ? 'matter.analysis.again' : 'matter.analysis.run')}
    </Button>
  )
  const side = (
    <>
      {analysis && <span className="soft">{t('matter.analysis.asOf', { date: date(analysis.asOf) })}</span>}
      {run}
    </>
  )
  return (
    <RailSection name="analysis" title={t('matter.analysis.title')} side={side}>
      <ProblemNote error={writes.analyse.error} onRetry={() => writes.analyse.mutate()} />
      {!analysis && <p className="quiet">{t('matter.analysis.none')}</p>}
      {analysis?.stale && <p className="stale-note">{t('matter.analysis.stale')}</p>}
      {analysis && (
        <dl className="claims">
          {byAspect(analysis.claims).map(([aspect, claims]) => (
            <div key={aspect}>
              <dt>{term('aspect', aspect)}</dt>
              <dd>
                {claims.map((claim) => (
                  <ClaimLine key={claim.text} claim={claim} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {analysis && analysis.forces.length > 0 && (
        <ul className="forces">
          {analysis.forces.map((force) => (
            <li key={`${force.signal}${force.effect}`} className={force.effect}>
              <b>{term('signal', force.signal)}</b>{' '}
              {force.texts?.[contentOf(locale)] || force.text || term('effect', force.effect)}
            </li>
          ))}
        </ul>
      )}
      {analysis && analysis.questions.length > 0 && (
        <div className="questions">
          <h3>{t('matter.analysis.questions')}</h3>
          <ul>
            {analysis.questions.map((question) => (
              <li key={question.field}>
                <span>{question.texts?.[contentOf(locale)] ?? question.text}</span>
                {matter.allowed.includes('draft') && (
                  <Button
                    size="small"
                    loading={writes.draft.isPending && writes.draft.variables?.question === question.field}
                    onClick={() => draftDesk.request({ question: question.field })}
                  >
                    {t('matter.analysis.ask')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <FactList facts={matter.facts} />
    </RailSection>
  )
}

function ClaimLine({ claim }: { claim: Claim }) {
  const { money, term, locale } = useWords()
  const text = claim.texts?.[contentOf(locale)] ?? claim.text
  return (
    <p className="claim">
      {text}
      {claim.amount !== undefined && !states(text, claim.amount) && (
        <b className="figure"> {money(claim.amount)}</b>
      )}
      {claim.grade && <span className={`grade ${claim.grade}`}>{term('grade', claim.grade)}</span>}
      {claim.evidence.map((evidence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: evidence has no identity of its own and never moves
        <EvidenceChip key={index} evidence={evidence} />
      ))}
    </p>
  )
}

function byAspect(claims: readonly Claim[]): [Claim['aspect'], Claim[]][] {
  const groups = new Map<Claim['aspect'], Claim[]>()
  for (const claim of claims) groups.set(claim.aspect, [...(groups.get(claim.aspect) ?? []), claim])
  return [...groups]
}

/** Whether the sentence states the amount itself, so that it is not shown twice. */
function states(text: string, minor: number): boolean {
  return text.replaceAll(',', '').includes((minor / 100).toFixed(2))
}
