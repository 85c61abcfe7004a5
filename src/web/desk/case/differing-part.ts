type Span = [start: number, end: number]

/**
 * Where two sentences differ: `[start, end)` in each, between what they begin and end with alike. Undefined when they
 * have so little in common that both are better read whole.
 */
export function differingPart(before: string, after: string): { before: Span; after: Span } | undefined {
  const [a, b] = [[...before], [...after]]
  const shortest = Math.min(a.length, b.length)
  let head = 0
  while (head < shortest && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shortest - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  if (head + tail < Math.max(a.length, b.length) / 3) return undefined
  const units = (points: string[], n: number) => points.slice(0, n).join('').length
  const span = (points: string[]): Span => [units(points, head), units(points, points.length - tail)]
  return { before: wholeFigures(before, span(a)), after: wholeFigures(after, span(b)) }
}

/** A figure is read whole: 12 against 18 is not a 2 against an 8. */
function wholeFigures(text: string, [start, end]: Span): Span {
  const figures = [...text.matchAll(/\d(?:[\d.,]*\d)?%?/g)].map(
    ({ index, 0: figure }): Span => [index, index + figure.length],
  )
  const cutBy = (at: number) => figures.find(([from, to]) => from < at && at < to)
  return [cutBy(start)?.[0] ?? start, cutBy(end)?.[1] ?? end]
}
