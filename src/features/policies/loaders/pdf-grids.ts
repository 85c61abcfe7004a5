import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * A ruled table: the heights of its horizontal rules, highest first, and the places of its vertical ones, which
 * are only its two ends when `open`: such a table shows its columns by space alone.
 */
export type Grid = { ys: number[]; xs: number[]; rules: Rule[]; open: boolean }
/** A straight rule: `at` is its height (or place), from and to its ends. */
export type Rule = { way: 'across' | 'down'; at: number; from: number; to: number }

type Matrix = [number, number, number, number, number, number]
const slack = 2.5
const thinnest = 6

/** The ruled tables of a page, from what is drawn on it; a frame without rows and columns is none. */
export function findGrids(operators: { fnArray: number[]; argsArray: unknown[] }): Grid[] {
  const groups = connected(readRules(operators))
  const closed = groups.flatMap((rules) => {
    const ys = places(rules, 'across').reverse()
    const xs = places(rules, 'down')
    return ys.length >= 3 && xs.length >= 3 ? [{ ys, xs, rules, open: false }] : []
  })
  return [...closed, ...findOpenGrids(groups.filter((rules) => rules.every((rule) => rule.way === 'across')))]
}

/** Three or more rules across of one width and place, one below the other. */
function findOpenGrids(groups: Rule[][]): Grid[] {
  const bars = groups.map((rules): Rule => {
    const [from, to] = [Math.min(...rules.map((r) => r.from)), Math.max(...rules.map((r) => r.to))]
    return { way: 'across', at: rules[0]!.at, from, to }
  })
  const same = Map.groupBy(bars, ({ from, to }) => `${Math.round(from / 4)} ${Math.round(to / 4)}`)
  return [...same.values()].flatMap((rules) => {
    const ys = places(rules, 'across').reverse()
    return ys.length >= 3 ? [{ ys, xs: [rules[0]!.from, rules[0]!.to], rules, open: true }] : []
  })
}

/** Whether a rule parts two neighbours at a point; a gap there means that their cells are one. */
export function isRuled({ rules }: Grid, way: Rule['way'], at: number, beside: number): boolean {
  return rules.some(
    (rule) =>
      rule.way === way &&
      Math.abs(rule.at - at) <= slack &&
      rule.from <= beside + slack &&
      rule.to >= beside - slack,
  )
}

function readRules({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }): Rule[] {
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  fnArray.forEach((operator, i) => {
    const args = argsArray[i] as unknown[] | null
    if (operator === OPS.save) kept.push(matrix)
    else if (operator === OPS.restore) matrix = kept.pop() ?? matrix
    else if (operator === OPS.transform) matrix = times(matrix, args as unknown as Matrix)
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(matrix)
      if (args?.[0]) matrix = times(matrix, args[0] as Matrix)
    } else if (operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    else if (operator === OPS.constructPath && args && args[0] !== OPS.endPath)
      rules.push(...readPath((args[1] as (ArrayLike<number> | null)[])[0] ?? [], matrix))
  })
  return rules
}

/** The straight edges of a path; a bar filled so thinly that it looks like a rule gives its edges too. */
function readPath(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  const rules: Rule[] = []
  let at: [number, number] = [0, 0]
  let start = at
  const line = (to: [number, number]) => {
    const [a, b] = [apply(matrix, at), apply(matrix, to)]
    const rule = toRule(a, b)
    if (rule) rules.push(rule)
    at = to
  }
  for (let i = 0; i < path.length; ) {
    const kind = path[i++]
    const point = (offset: number): [number, number] => [path[i + offset]!, path[i + offset + 1]!]
    if (kind === 0) {
      at = point(0)
      start = at
      i += 2
    } else if (kind === 1) {
      line(point(0))
      i += 2
    } else if (kind === 2) {
      at = point(4)
      i += 6
    } else if (kind === 3) {
      at = point(2)
      i += 4
    } else line(start)
  }
  return rules
}

function toRule([ax, ay]: [number, number], [bx, by]: [number, number]): Rule | undefined {
  if (Math.abs(ay - by) < 0.5 && Math.abs(ax - bx) > thinnest)
    return { way: 'across', at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) }
  if (Math.abs(ax - bx) < 0.5 && Math.abs(ay - by) > thinnest)
    return { way: 'down', at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) }
  return undefined
}

/** Rules that touch, together. Pages with more than some thousands of rules are drawings: their tables are not read. */
function connected(rules: Rule[]): Rule[][] {
  if (rules.length > 4_000) return []
  const group = rules.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at]!
    return at
  }
  for (let i = 0; i < rules.length; i++)
    for (let j = i + 1; j < rules.length; j++) if (touch(rules[i]!, rules[j]!)) group[root(i)] = root(j)
  return [...Map.groupBy(rules.keys(), root).values()].map((indexes) => indexes.map((i) => rules[i]!))
}

function touch(a: Rule, b: Rule): boolean {
  if (a.way === b.way) {
    return Math.abs(a.at - b.at) <= slack && a.from <= b.to + slack && b.from <= a.to + slack
  }
  return a.at >= b.from - slack && a.at <= b.to + slack && b.at >= a.from - slack && b.at <= a.to + slack
}

function places(rules: Rule[], way: Rule['way']): number[] {
  const sorted = rules.filter((rule) => rule.way === way).map((rule) => rule.at)
  sorted.sort((a, b) => a - b)
  return sorted.filter((at, i) => i === 0 || at - sorted[i - 1]! > slack)
}

function times([a, b, c, d, e, f]: Matrix, [u, v, w, x, y, z]: Matrix): Matrix {
  return [a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f]
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: [number, number]): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
