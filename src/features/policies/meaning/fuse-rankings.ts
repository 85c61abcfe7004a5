const smoothing = 60

/**
 * Reciprocal-rank fusion: what stands high in several rankings (best first) comes first; scores of different
 * kinds are never compared. Ties keep the order of the first ranking.
 */
export function fuseRankings(rankings: string[][]): Map<string, number> {
  const scores = new Map<string, number>()
  for (const ranking of rankings)
    ranking.forEach((id, place) => {
      scores.set(id, (scores.get(id) ?? 0) + 1 / (smoothing + place + 1))
    })
  return new Map([...scores].sort((a, b) => b[1] - a[1]))
}
