import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem, Unreachable } from '../../api.ts'
import { ownHalf } from '../../ui/language.ts'
import type { Finding } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

/** The findings a refusal carries, when the guards refused a text. */
export function findingsOf(error: unknown): Finding[] {
  if (!(error instanceof ApiProblem)) return []
  const findings = error.body.extra?.findings
  return Array.isArray(findings) ? (findings as Finding[]) : []
}

type Props = { error: unknown; onRetry?: () => void; onRefetch?: () => void; children?: ReactNode }

/** A fault as the reader can act on it: what happened in their language, why, and the way on. */
export function ProblemNote({ error, onRetry, onRefetch, children }: Props) {
  const { t, locale, knows, term } = useWords()
  if (!error) return null

  if (error instanceof ApiProblem) {
    const { status, code, title, detail, extra } = error.body
    // Details may be written for engineers; where the code has words of ours, a Chinese reader gets those.
    const said = knows('refusal', code) && (locale === 'zh-CN' || !detail) ? term('refusal', code) : detail
    const holder = typeof extra?.holder === 'string' ? extra.holder : null
    const conflict = status === 409
    return (
      <Alert
        className="problem"
        type={conflict ? 'warning' : 'error'}
        title={ownHalf(title, locale)}
        description={
          <>
            {said && <p>{ownHalf(said, locale)}</p>}
            {holder && <p>{t('frame.fault.holder', { name: holder })}</p>}
            {children}
          </>
        }
        action={
          conflict && onRefetch ? (
            <Button size="small" onClick={onRefetch}>
              {t('frame.fault.refetch')}
            </Button>
          ) : status >= 500 && onRetry ? (
            <Button size="small" onClick={onRetry}>
              {t('frame.fault.retry')}
            </Button>
          ) : undefined
        }
      />
    )
  }

  return (
    <Alert
      className="problem"
      type="error"
      title={error instanceof Unreachable ? t('frame.fault.unreachable') : t('frame.fault.unknown')}
      description={error instanceof Unreachable ? t('frame.fault.unreachableNote') : String(error)}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('frame.fault.retry')}
          </Button>
        )
      }
    />
  )
}
