import { accent, type Content, hairline, measure, tint } from './letter-layout-page.ts'
import type { LetterSection, LetterTable } from './letter-text.ts'

/**
 * What must not be torn apart at a line end: dates, amounts, rates, terms. pdfmake keeps an inline with `noWrap`
 * whole and still lets the punctuation after it stay on the line.
 */
const whole =
  /\d{2,}(?: ?\*+)+ ?\d{2,}|\d{4}年\d{1,2}月\d{1,2}日|CNY \d[\d,]*\.\d{2}|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|\d[\d,]*(?:\.\d+)?(?:元|%|期|个月|天|日)|\d+ months/g

function inlines(text: string): Content[] {
  const pieces: Content[] = []
  let from = 0
  for (const match of text.matchAll(whole)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: match[0], noWrap: true })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

export function paragraph(text: string, style = 'body'): Content {
  return { text: inlines(text), style }
}

function table({ columns, rows }: LetterTable): Content {
  const cell = (text: string, column: number, strong: boolean) => ({
    text: inlines(text),
    alignment: columns[column]!.align,
    bold: strong,
  })
  const shares = columns.reduce((total, column) => total + column.share, 0)
  const padding = 8
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map((column) => (measure * column.share) / shares - 2 * padding),
      body: [
        columns.map((column) => ({ text: column.label, alignment: column.align, bold: true, color: accent })),
        ...rows.map((row) => row.cells.map((text, column) => cell(text, column, row.strong))),
      ],
    },
    layout: {
      hLineWidth: (line: number, node: { table: { body: unknown[] } }) =>
        line === 0 || line === 1 || line === node.table.body.length ? 0.9 : 0.4,
      hLineColor: (line: number, node: { table: { body: unknown[] } }) =>
        line === 0 || line === 1 || line === node.table.body.length ? accent : hairline,
      vLineWidth: () => 0,
      fillColor: (row: number) => (row === 0 || rows[row - 1]?.strong ? tint : null),
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 2.8,
      paddingBottom: () => 2.2,
    },
    fontSize: 9.5,
    lineHeight: 1.2,
    margin: [0, 3, 0, 7],
  }
}

function runIn({ heading, items }: LetterSection['parts'][number], english: boolean): Content {
  const lead = { text: english ? `${heading}: ` : `${heading}：`, bold: true }
  return { text: [lead, ...items.flatMap(inlines)], style: 'body' }
}

function listed({ heading, items }: LetterSection['parts'][number], english: boolean): Content[] {
  const mark = (index: number) => (english ? `(${index + 1})` : `（${index + 1}）`)
  const lines = items.map((item, index) => ({
    columns: [
      ...(items.length > 1 ? [{ text: mark(index), width: english ? 20 : 26 }] : []),
      { text: inlines(item), width: '*' },
    ],
    margin: [0, 0, 0, index === items.length - 1 ? 5 : 2],
  }))
  const head = { text: heading, bold: true, margin: [0, 2, 0, 1] }
  // A short list stays together; a long one may break after its first line.
  const together = lines.length <= 4 ? lines.length : 1
  return [{ stack: [head, ...lines.slice(0, together)], unbreakable: true }, ...lines.slice(together)]
}

/** A heading never ends a page: it is kept with the first block under it. */
export function section(section: LetterSection, english: boolean): Content[] {
  const short = section.parts.every((part) => part.items.length === 1)
  const blocks: Content[] = [
    ...section.paragraphs.map((text) => paragraph(text)),
    ...(section.table === undefined ? [] : [table(section.table)]),
    ...section.parts.flatMap((part) => (short ? [runIn(part, english)] : listed(part, english))),
  ]
  const [first, ...rest] = blocks
  const heading = { text: section.heading, style: 'heading' }
  return first === undefined ? [heading] : [{ stack: [heading, first], unbreakable: true }, ...rest]
}
