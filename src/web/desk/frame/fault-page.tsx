import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useWords } from '../words/use-words.ts'
import { ProblemNote } from './problem-note.tsx'

/** A page that could not be shown: why, and the way on. */
export function FaultPage({ error, reset }: ErrorComponentProps) {
  const { t } = useWords()
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="page narrow">
      <h1>{t('frame.fault.unknown')}</h1>
      <ProblemNote error={error} onRetry={retry} onRefetch={retry} />
    </div>
  )
}

/** An address that leads nowhere. */
export function MissingPage() {
  const { t } = useWords()
  return (
    <main className="page narrow">
      <h1>{t('frame.fault.notFound')}</h1>
      <p>
        <Link to="/">{t('frame.fault.home')}</Link>
      </p>
    </main>
  )
}

/** Signed in, with a role that has nothing here. */
export function NoPage() {
  const { t } = useWords()
  return (
    <div className="page narrow">
      <h1>{t('frame.product')}</h1>
      <p>{t('frame.fault.noPage')}</p>
    </div>
  )
}
