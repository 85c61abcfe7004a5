import type { RunSummary } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** Passed, failed and not evaluated, in words first; the bar only repeats them. */
export function ResultBar({ run }: { run: RunSummary }) {
  const { t, share } = useWords()
  const all = run.passed + run.failed + run.notEvaluated
  const parts = [
    ['passed', run.passed],
    ['failed', run.failed],
    ['not_evaluated', run.notEvaluated],
  ] as const
  return (
    <div className="result">
      <span>
        <b className={run.failed > 0 ? 'bad' : 'good'}>{share(run.passed, all)}</b>{' '}
        {t('compliance.run.passed')} {run.passed}
        {run.failed > 0 && ` · ${t('compliance.run.failed')} ${run.failed}`}
        {run.notEvaluated > 0 && ` · ${t('compliance.run.notEvaluated')} ${run.notEvaluated}`}
      </span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(([name, n], index) => {
          const before = parts.slice(0, index).reduce((sum, [, m]) => sum + m, 0)
          return (
            <rect
              key={name}
              className={name}
              x={(before / Math.max(all, 1)) * 100}
              width={(n / Math.max(all, 1)) * 100}
              height="4"
            />
          )
        })}
      </svg>
    </div>
  )
}
