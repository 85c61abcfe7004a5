import type { Span } from '../../platform/language/quantities.ts'

/** A cell of a table in a draft: the words at the head of its row and of its column say what it holds. */
export type Cell = { span: Span; row: string; column: string }

const rule = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/

type Line = { text: string; start: number }

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ text: line, start })
    start += line.length + 1
  }
  return lines
}

/** Contents between the bars of a line, with their places in the text. */
function partsOf({ text, start }: Line): { text: string; span: Span }[] {
  const parts: { text: string; span: Span }[] = []
  let from = text.search(/\S/) >= 0 && text.trimStart().startsWith('|') ? text.indexOf('|') + 1 : 0
  while (from < text.length) {
    const bar = text.indexOf('|', from)
    const end = bar < 0 ? text.length : bar
    parts.push({ text: text.slice(from, end).trim(), span: [start + from, start + end] })
    from = end + 1
  }
  return parts
}

/** Every cell of the tables of a folded text written with bars and a rule under the heading. */
export function readTables(folded: string): Cell[] {
  const lines = linesOf(folded)
  const cells: Cell[] = []
  for (let i = 1; i < lines.length; i++) {
    if (!lines[i]!.text.includes('|') || !rule.test(lines[i]!.text)) continue
    const heads = partsOf(lines[i - 1]!).map((part) => part.text)
    for (let j = i + 1; j < lines.length && lines[j]!.text.includes('|'); j++) {
      const parts = partsOf(lines[j]!)
      const row = parts[0]?.text ?? ''
      parts.forEach((part, index) => {
        cells.push({ span: part.span, row: index === 0 ? '' : row, column: heads[index] ?? '' })
      })
    }
  }
  return cells
}

const separators = [
  /\s?[/|]\s?/,
  /、/,
  /,\s?/,
  / (?:and|or|to) /,
  /(?<=\p{Script=Han})[和与及至](?=\p{Script=Han})/u,
]

/** The part of a heading like "nominal / effective" meant for the figure at `index` of `count` in one cell. */
export function headingPart(heading: string, index: number, count: number): string {
  if (count < 2) return heading
  const [, inner] = /\(([^)]*)\)/.exec(heading) ?? []
  for (const text of [heading, inner ?? '']) {
    for (const separator of separators) {
      const parts = text.split(separator)
      if (parts.length === count) return parts[index]!
    }
  }
  return heading
}
