import { inverseFrequency, type QueryTerm, type TermFrequencies } from './term-vectors.ts'

/**
 * How much of a question a clause speaks of, 0 to 1: the weight of its terms that the clause has over the
 * weight of all its terms. A word no clause has weighs most, so a question about something else stays low.
 */
export function coverageOf(
  terms: QueryTerm[],
  stats: TermFrequencies,
  has: (index: number) => boolean,
): number {
  let all = 0
  let matched = 0
  for (const term of terms) {
    if (term.gram) continue
    const weight = term.factor * inverseFrequency(stats.documents, stats.frequency(term.index))
    all += weight
    if (has(term.index)) matched += weight
  }
  return all === 0 ? 0 : matched / all
}

/** The terms a stored vector, in pgvector's text form, has. */
export function readIndexes(sparsevec: string): Set<number> {
  const indexes = new Set<number>()
  for (const match of sparsevec.matchAll(/(\d+):/g)) indexes.add(Number(match[1]))
  return indexes
}
