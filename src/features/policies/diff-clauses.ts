/** What a comparison needs of a clause. */
export type Comparable = { number: string; heading: string; body: string }

export type ClauseChange =
  | { kind: 'same'; number: string; heading: string }
  | { kind: 'added'; number: string; heading: string; after: string }
  | { kind: 'removed'; number: string; heading: string; before: string }
  | { kind: 'changed'; number: string; heading: string; before: string; after: string }
  | { kind: 'renumbered'; number: string; heading: string; from: string }

/**
 * How a version's clauses differ from those before, in the new version's order, removed ones last. A clause
 * whose words are found unchanged under another number, which is free in one of the two, counts as renumbered.
 */
export function diffClauses(before: Comparable[], after: Comparable[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.number, clause]))
  const kept = new Set(
    after.filter(({ number, body }) => old.get(number)?.body === body).map(({ number }) => number),
  )
  const moved = new Map<string, Comparable>()
  for (const clause of before) if (!kept.has(clause.number)) moved.set(clause.body, clause)
  const gone = new Set(old.keys())
  const changes: ClauseChange[] = []
  for (const { number, heading, body } of after) {
    const same = old.get(number)
    const source = kept.has(number) ? undefined : moved.get(body)
    if (source) {
      gone.delete(source.number)
      changes.push({ kind: 'renumbered', number, heading, from: source.number })
    } else if (!same || isTakenElsewhere(same, after))
      changes.push({ kind: 'added', number, heading, after: wordsOf({ heading, body }) })
    else {
      gone.delete(number)
      const words = { before: wordsOf(same), after: wordsOf({ heading, body }) }
      const unchanged = words.before === words.after
      changes.push(
        unchanged ? { kind: 'same', number, heading } : { kind: 'changed', number, heading, ...words },
      )
    }
  }
  const removed = before.filter(({ number }) => gone.has(number))
  return [
    ...changes,
    ...removed.map((clause) => {
      const { number, heading } = clause
      return { kind: 'removed' as const, number, heading, before: wordsOf(clause) }
    }),
  ]
}

function wordsOf({ heading, body }: Pick<Comparable, 'heading' | 'body'>): string {
  return `${heading}\n${body}`
}

/** The old clause lives on under another number, so the one that has its number now is new. */
function isTakenElsewhere(old: Comparable, after: Comparable[]): boolean {
  return (
    after.some(({ number, body }) => number !== old.number && body === old.body) &&
    !after.some(({ number, body }) => number === old.number && body === old.body)
  )
}
