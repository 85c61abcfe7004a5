import { type Grid, isRuled } from './pdf-grids.ts'
import { joinText, type Line, readLines, type Word } from './pdf-lines.ts'

/** A table as read from a page; `sure` when rules show every cell. */
export type PageTable = { kind: 'table'; rows: string[][]; sure: boolean; xs: number[]; top: number }
export type PagePiece = ({ kind: 'line' } & Line) | PageTable

/** Lines and tables of a page in reading order. */
export function readPage(words: Word[], found: Grid[]): PagePiece[] {
  const grids = found.flatMap((grid) => (grid.open ? withColumns(grid, words) : [grid]))
  const inGrid = grids.map((): Word[] => [])
  const pieces: PagePiece[] = []
  let loose: Word[] = []
  const flush = () => {
    pieces.push(...withAlignedTables(readLines(loose)))
    loose = []
  }
  const placed = new Set<number>()
  for (const word of words) {
    const grid = grids.findIndex((one) => holds(one, word))
    if (grid < 0) {
      loose.push(word)
      continue
    }
    if (!placed.has(grid)) {
      flush()
      placed.add(grid)
      pieces.push({ kind: 'table', rows: [], sure: false, xs: grids[grid]!.xs, top: grids[grid]!.ys[0]! })
    }
    inGrid[grid]!.push(word)
  }
  flush()
  const order = [...placed]
  let table = 0
  return pieces.map((piece) => {
    if (piece.kind === 'line' || piece.rows.length > 0) return piece
    const index = order[table++]!
    return { ...piece, ...readGrid(grids[index]!, inGrid[index]!) }
  })
}

function holds({ xs, ys }: Grid, { x, y, width, size }: Word): boolean {
  const [middle, height] = [x + width / 2, y + size / 3]
  return middle > xs[0]! && middle < xs.at(-1)! && height < ys[0]! && height > ys.at(-1)!
}

/** The columns of a table that has only rules across: where no word of it reaches. One column is no table. */
function withColumns(grid: Grid, words: Word[]): Grid[] {
  const inside = words.filter((word) => holds(grid, word)).sort((a, b) => a.x - b.x)
  const xs: number[] = []
  let end = grid.xs[0]!
  for (const { x, width, size } of inside) {
    if (xs.length === 0) xs.push(Math.min(x, end))
    else if (x - end > 0.6 * size) xs.push((x + end) / 2)
    end = Math.max(end, x + width)
  }
  return xs.length >= 2 ? [{ ...grid, xs: [...xs, Math.max(end, grid.xs[1]!)] }] : []
}

function readGrid(grid: Grid, words: Word[]): { rows: string[][]; sure: boolean } {
  const { xs, ys } = grid
  const cells = ys.slice(1).map(() => xs.slice(1).map((): Word[] => []))
  for (const word of words) {
    const column = xs.findLastIndex((x) => x <= word.x + word.width / 2)
    const row = ys.findLastIndex((y) => y >= word.y + word.size / 3)
    cells[row]?.[column]?.push(word)
  }
  const middle = (places: number[], i: number) => (places[i]! + places[i + 1]!) / 2
  const whole = cells.every((row, r) =>
    row.every(
      (_, c) =>
        (c === 0 || isRuled(grid, 'down', xs[c]!, middle(ys, r))) &&
        (r === 0 || isRuled(grid, 'across', ys[r]!, middle(xs, c))),
    ),
  )
  const rows = cells.map((row) =>
    row.map((cell) =>
      readLines(cell)
        .map((line) => line.text)
        .reduce(append, ''),
    ),
  )
  return { rows: rows.filter((row) => row.some((cell) => cell)), sure: whole && !grid.open }
}

function append(before: string, after: string): string {
  return before ? joinText(before, after, true) : after
}

/** Three or more lines whose parts stand below each other look like a table without rules: a person should look. */
function withAlignedTables(lines: Line[]): PagePiece[] {
  const pieces: PagePiece[] = []
  for (let i = 0; i < lines.length; ) {
    const run = alignedFrom(lines, i)
    if (run.length >= 3) {
      const xs = run[0]!.segments.map((segment) => segment.x)
      const rows = run.map((line) => line.segments.map((segment) => segment.text))
      pieces.push({ kind: 'table', rows, sure: false, xs, top: run[0]!.y })
      i += run.length
    } else {
      pieces.push({ kind: 'line', ...lines[i]! })
      i += 1
    }
  }
  return pieces
}

function alignedFrom(lines: Line[], start: number): Line[] {
  const first = lines[start]!
  if (first.segments.length < 2) return []
  const aligned = (line: Line) =>
    line.segments.length === first.segments.length &&
    line.segments.every((segment, i) => {
      const above = first.segments[i]!
      return Math.abs(segment.x - above.x) < line.size || Math.abs(segment.end - above.end) < line.size
    })
  const run: Line[] = []
  for (const line of lines.slice(start)) {
    const last = run.at(-1)
    if (!aligned(line) || (last && (last.y - line.y > 3.5 * line.size || last.y <= line.y))) break
    run.push(line)
  }
  return run
}
