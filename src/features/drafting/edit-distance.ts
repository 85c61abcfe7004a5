/** Characters inserted, removed or replaced between two texts (Levenshtein), in code points. */
export function editDistance(before: string, after: string): number {
  const a = [...before]
  const b = [...after]
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, left] of a.entries()) {
    const next = [i + 1]
    for (const [j, right] of b.entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (left === right ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1)!
}
