import type { Lang } from './model.ts'
import { talkWords } from './talk-words.ts'
import { inverseFrequency, type TermFrequencies, termIndex } from './term-vectors.ts'
import { queryTokens } from './tokens.ts'
import { coveredByName, type Widening } from './widen-question.ts'

/** A word or Han character of a question, and the terms any of which shows that a clause speaks of it. */
export type Unit = { index: number; shownBy: number[] }

/**
 * The subject words of a question. A Han character counts as spoken of only together with a neighbour it has
 * in the question: single characters are in every clause.
 */
export function questionUnits(question: string): Unit[] {
  const tokens = queryTokens(question)
  const units: Unit[] = []
  tokens.forEach((token, i) => {
    const characters = [...token]
    if (talkWords.has(token) || (isHan(token) && characters.length > 1)) return
    const pairs = isHan(token) ? [tokens[i - 1], tokens[i + 1]].filter((near) => isPairWith(near, token)) : []
    const shownBy = pairs.length > 0 ? pairs.map((pair) => termIndex(pair!)) : [termIndex(token)]
    units.push({ index: termIndex(token), shownBy })
  })
  return units
}

/**
 * How much of a question a clause speaks of, 0 to 1: the weight of the subject words that the clause has, or
 * names otherwise, over the weight of all. A word no clause has weighs most, so that a question about
 * something else stays low even where it shares a word.
 */
export function coverageOf(
  units: Unit[],
  { widenings, lang, stats }: { widenings: Widening[]; lang: Lang; stats: TermFrequencies },
  has: (index: number) => boolean,
): number {
  const named = coveredByName(widenings, lang, has)
  let all = 0
  let covered = 0
  for (const { index, shownBy } of units) {
    const weight = inverseFrequency(stats.documents, stats.frequency(index))
    all += weight
    covered += weight * (shownBy.some(has) ? 1 : (named.get(index) ?? 0))
  }
  return all === 0 ? 0 : covered / all
}

function isPairWith(token: string | undefined, character: string): boolean {
  return token !== undefined && isHan(token) && [...token].length === 2 && token.includes(character)
}

function isHan(token: string): boolean {
  return /^\p{Script=Han}/u.test(token)
}
