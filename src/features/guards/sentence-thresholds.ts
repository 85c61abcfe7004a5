import type { SentenceScores } from './sentence-classifier.ts'

/** Classes of sentences that raise a finding. */
export type Foul = 'promise' | 'threat' | 'forbidden' | 'floor'
const fouls: readonly Foul[] = ['promise', 'threat', 'forbidden', 'floor']

/**
 * How much must speak for a foul: the log odds of foul and of its likeliest kind together, set on scores by weights
 * fitted without the sentence's source. A sentence with a figure or a citation has been held to facts and clauses
 * already, a word or two say little, and a refusal repeats what it refuses, so more must speak against them.
 */
const thresholds = { both: 2.5, doubt: 1, cited: 2, figure: 1, short: 2, refusal: 2 }

/** What refuses, warns or withholds a promise says the same words as one who makes it. */
const refusal =
  /无法|不能(?!不)|不敢|没有?(?:权|办法)|无权|不保证|不承诺|谨防|诈骗|骗子|意味着|伴随|\b(?:cannot|can't|unable|not able|not allowed|beware|scams?|no authority|no guarantee|nobody can|no one can)\b/

/** What a sentence in plain text most likely does that it must not, and how far beyond the threshold it is. */
export function suspect(scores: SentenceScores, plain: string, cited: boolean): { kind: Foul; over: number } {
  const kind = fouls.reduce((best, name) => (scores[name] > scores[best] ? name : best))
  const needed =
    thresholds.both +
    (cited ? thresholds.cited : /\d/.test(plain) ? thresholds.figure : 0) +
    (kind !== 'threat' && refusal.test(plain) ? thresholds.refusal : 0) +
    (isShort(plain) ? thresholds.short : 0)
  return { kind, over: scores.foul + scores[kind] - needed }
}

/** Not enough to block, enough for a person to say why it may go out. */
export function isDoubtful(over: number): boolean {
  return over <= 0 && over > -thresholds.doubt
}

function isShort(plain: string): boolean {
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0
  return han < 4 && (plain.match(/[a-z]+/g)?.length ?? 0) < 3
}

/** Below these a sentence is let go although a list of words found something in it; the law's own words go last. */
const plainlyFair: Record<Foul, number> = { promise: -3, threat: -4, forbidden: -5, floor: -5 }

export function isPlainlyFair(scores: SentenceScores, kind: Foul): boolean {
  return scores.foul + scores[kind] < plainlyFair[kind]
}
