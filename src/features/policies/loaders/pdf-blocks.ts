import { type Block, tableFromRows } from '../blocks.ts'
import { readNumbering } from '../numbering.ts'
import { findFurniture } from './pdf-furniture.ts'
import { joinText, type Line } from './pdf-lines.ts'
import type { PagePiece, PageTable } from './pdf-page.ts'

type Style = { size: number; bold: boolean }
type Placed = Line & { page: number }

/** A line of a table of contents: its number would be taken for the clause's own. */
const contentsLine = /(?:[.．·…]\s?){4,}\s*\d+$/
const sentenceEnd = /[。！？；：.!?;:]["”’）)]?$/

/**
 * Blocks of a whole document: running heads and page numbers taken off, headings told by size and weight,
 * lines put together into paragraphs across page ends, and a table that goes on over a page made one.
 */
export function readBlocks(pages: PagePiece[][]): Block[] {
  const body = bodyStyle(pages)
  const furniture = findFurniture(pages, body.size)
  const levels = headingSizes(pages, body)
  const blocks: Block[] = []
  let paragraph: Placed[] = []
  let table: (PageTable & { page: number }) | undefined
  let heading: { block: Block & { kind: 'heading' }; line: Placed } | undefined
  const flush = () => {
    if (paragraph.length > 0) blocks.push(toText(paragraph))
    paragraph = []
    if (table) blocks.push(toTable(table))
    table = undefined
  }
  pages.forEach((pieces, index) => {
    const page = index + 1
    for (const piece of pieces) {
      if (piece.kind === 'table') {
        if (table && goesOn(table, piece, page)) table.rows.push(...withoutHead(table.rows, piece.rows))
        else {
          flush()
          table = { ...piece, rows: [...piece.rows], page }
        }
        continue
      }
      if (furniture.has(piece) || contentsLine.test(piece.text)) continue
      const level = headingLevel(piece, body, levels)
      const line = { ...piece, page }
      if (table || (level === 0 && startsParagraph(paragraph.at(-1), line, body))) flush()
      if (level === 0) paragraph.push(line)
      else {
        flush()
        const above = blocks.at(-1)
        if (
          above &&
          above === heading?.block &&
          goesOnBelow(heading.line, line, heading.block.level === level)
        ) {
          above.text = joinText(above.text, piece.text, true)
          heading.line = line
        } else {
          heading = { block: { kind: 'heading', level, text: piece.text, page }, line }
          blocks.push(heading.block)
        }
      }
    }
  })
  flush()
  return blocks
}

/** A heading over two lines is one; two numbered headings are two. */
function goesOnBelow(last: Placed, line: Placed, sameLevel: boolean): boolean {
  const near = last.page === line.page && last.y > line.y && last.y - line.y < 1.8 * line.size
  return sameLevel && near && !readNumbering(line.text)
}

function toText(lines: Placed[]): Block {
  const text = lines.map((line) => line.text).reduce((before, after) => joinText(before, after, true))
  // Parted lines that did not line up may have been the cells of a table.
  const parted = lines.filter((line) => line.segments.length > 1).length
  return { kind: 'text', text, ...(parted > 1 ? { irregular: true } : {}), page: lines[0]!.page }
}

function toTable({ rows, sure, page }: PageTable & { page: number }): Block {
  const block = tableFromRows(rows, page)
  return block.kind === 'table' ? { ...block, irregular: block.irregular || !sure } : block
}

function goesOn(table: PageTable & { page: number }, next: PageTable, page: number): boolean {
  return (
    page > table.page &&
    table.sure === next.sure &&
    table.xs.length === next.xs.length &&
    table.xs.every((x, i) => Math.abs(x - next.xs[i]!) < 3)
  )
}

function withoutHead(rows: string[][], more: string[][]): string[][] {
  return JSON.stringify(rows[0]) === JSON.stringify(more[0]) ? more.slice(1) : more
}

/** The size and weight most characters are set in. */
function bodyStyle(pages: PagePiece[][]): Style {
  const characters = new Map<string, number>()
  for (const line of linesOf(pages)) {
    const key = `${round(line.size)} ${line.bold}`
    characters.set(key, (characters.get(key) ?? 0) + line.text.length)
  }
  const [most = '10 false'] = [...characters].sort((a, b) => b[1] - a[1])[0] ?? []
  const [size, bold] = most.split(' ')
  return { size: Number(size), bold: bold === 'true' }
}

function headingSizes(pages: PagePiece[][], body: Style): number[] {
  const sizes = new Set(linesOf(pages).flatMap((line) => (isLarger(line, body) ? [round(line.size)] : [])))
  return [...sizes].sort((a, b) => b - a).slice(0, 5)
}

/** 1 to 6, or 0 for running text: larger than the body, or bold in a body that is not, and no sentence. */
function headingLevel(line: Line, body: Style, sizes: number[]): number {
  if (line.text.length > 120 || !/\p{L}/u.test(line.text)) return 0
  if (isLarger(line, body)) return sizes.findIndex((size) => size <= round(line.size)) + 1 || 5
  const stands = line.bold && !body.bold && line.size >= body.size - 0.3 && line.segments.length === 1
  return stands && !sentenceEnd.test(line.text) ? sizes.length + 1 : 0
}

function isLarger(line: Line, { size }: Style): boolean {
  return line.size > size * 1.12
}

function startsParagraph(last: Placed | undefined, line: Placed, { size }: Style): boolean {
  if (!last) return false
  const bare = /^\d+\s/.test(line.text) && !sentenceEnd.test(last.text)
  if ((readNumbering(line.text) && !bare) || /^[•●·▪◦*–—-]\s?\S/u.test(line.text)) return true
  if (last.page !== line.page) return sentenceEnd.test(last.text)
  const down = last.y - line.y
  if (down > 1.9 * size || down < 0) return down > 0 || sentenceEnd.test(last.text)
  return sentenceEnd.test(last.text) && (line.x > last.x + 1.2 * size || last.end < line.end - 6 * size)
}

function linesOf(pages: PagePiece[][]): Line[] {
  return pages.flat().filter((piece) => piece.kind === 'line')
}

function round(size: number): number {
  return Math.round(size * 2) / 2
}
