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
  in_force: 'ok',
  gives_way: 'ok',
  ahead: 'brand',
  withdrawn: 'cleared',
}

/** Where a version stands: one that was published says whether it holds today. */
export function StateTag({ state, inForce }: { state: string; inForce: boolean }) {
  const { term } = useWords()
  const shown = state === 'published' ? (inForce ? 'in_force' : 'published') : inForce ? 'gives_way' : state
  return <span className={`tag ${tones[shown] ?? ''}`}>{term('policyStanding', shown)}</span>
}

export function AudienceTag({ audience }: { audience: 'public' | 'internal' }) {
  const { term } = useWords()
  return <span className={`tag ${audience === 'internal' ? 'warn' : ''}`}>{term('audience', audience)}</span>
}
