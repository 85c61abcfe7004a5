/** What `bench retrieval` prints, for one question (ARCHITECTURE, "Retrieval"); `bench` averages them. */
export type RankingScore = { hit1: number; r5: number; r10: number; mrr: number; ndcg: number }

/**
 * Scores a ranking (best first, at most ten are looked at) against the relevant ids: hit1 a relevant one is
 * first; r@k hits in the top k over min(k, relevant); mrr and nDCG at 10 with equal gains.
 */
export function scoreRanking(ranking: string[], relevant: Set<string>): RankingScore {
  const gains = ranking.slice(0, 10).map((id) => (relevant.has(id) ? 1 : 0))
  const recall = (k: number) => sum(gains.slice(0, k)) / Math.max(1, Math.min(k, relevant.size))
  const first = gains.indexOf(1)
  const ideal = sum(Array.from({ length: Math.min(10, relevant.size) }, (_, i) => discount(i)))
  return {
    hit1: gains[0] ?? 0,
    r5: recall(5),
    r10: recall(10),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    ndcg: ideal === 0 ? 0 : sum(gains.map((gain, i) => gain * discount(i))) / ideal,
  }
}

/** The value a share of all values do not exceed (nearest rank); 0 for none. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

function discount(place: number): number {
  return 1 / Math.log2(place + 2)
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
