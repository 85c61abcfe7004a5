import { Link } from '@tanstack/react-router'
import { SourceLine } from '../case/source-chip.tsx'
import type { PolicySearch } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { AudienceTag } from './validity.tsx'

type Hit = PolicySearch['hits'][number]
const froms = ['own', 'name', 'piece'] as const

/** A clause that was found: what it says, and what of the question brought it here. */
export function HitView({ hit, top, threshold }: { hit: Hit; top: number; threshold: number }) {
  const { t } = useWords()
  const { why, source } = hit
  const lang = why.list === 'en' ? 'en' : 'zh-Hans'
  return (
    <li>
      <div className="hit-score" title={`${t('policies.question.score')} ${hit.score.toFixed(4)}`}>
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width={(hit.score / top) * 100} height="4" />
        </svg>
        <small>{hit.score.toFixed(3)}</small>
      </div>
      <div>
        <Link
          to="/policies/$documentId/$version"
          params={{ documentId: hit.documentId, version: String(source.version) }}
          hash={source.clauseId}
          lang={lang}
        >
          {source.title}
        </Link>{' '}
        <AudienceTag audience={hit.audience} />
        <SourceLine source={source} />
        <p lang={lang}>{withoutRules(source.passage)}</p>
        <p className="matched">
          {t('policies.question.matched')}
          {why.terms.map(({ text, from, points }) => (
            <span
              key={`${from} ${text}`}
              className={`tag ${from === 'own' ? 'brand' : ''}`}
              title={t(`policies.question.from.${from}`)}
            >
              {text} <small>+{points.toFixed(3)}</small>
            </span>
          ))}
        </p>
        <dl className="hit-parts">
          {froms.map((from) => (
            <div key={from}>
              <dt>{t(`policies.question.from.${from}`)}</dt>
              <dd>{why.parts[from].toFixed(3)}</dd>
            </div>
          ))}
          <div>
            <dt>{t('policies.question.wordScore')}</dt>
            <dd>{(why.parts.own + why.parts.name + why.parts.piece).toFixed(3)}</dd>
          </div>
          <div>
            <dt>{t('policies.question.itsCoverage')}</dt>
            <dd className={why.coverage >= threshold ? 'good' : 'bad'}>
              {why.coverage.toFixed(2)} {why.coverage >= threshold ? '≥' : '<'} {threshold.toFixed(2)}
            </dd>
          </div>
          <div>
            <dt>{t('policies.question.list')}</dt>
            <dd>
              {t(`policies.question.lists.${why.list}`)} · {t(`policies.question.fields.${why.field}`)}
            </dd>
          </div>
        </dl>
      </div>
    </li>
  )
}

/** A table in a passage without the line that parts off its head. */
function withoutRules(passage: string): string {
  return passage.replace(/^\|[\s|:-]+\|\n/gm, '')
}
