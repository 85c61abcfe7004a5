import { useWords } from '../words/use-words.ts'

/** From which day to which, as people write it. */
export function Validity({ from, to }: { from: string; to: string | null }) {
  const { t, date } = useWords()
  return (
    <>
      {to ? t('policies.span', { from: date(from), to: date(to) }) : t('policies.open', { from: date(from) })}
    </>
  )
}

const tones: Record<string, string> = {
  draft: 'warn',
  in_review: 'brand',
  published: 'ok',
  superseded: '',
  withdrawn: 'cleared',
}

export function StateTag({ state }: { state: string }) {
  const { term } = useWords()
  return <span className={`tag ${tones[state] ?? ''}`}>{term('policyState', state)}</span>
}

export function AudienceTag({ audience }: { audience: 'public' | 'internal' }) {
  const { term } = useWords()
  return <span className={`tag ${audience === 'internal' ? 'warn' : ''}`}>{term('audience', audience)}</span>
}
