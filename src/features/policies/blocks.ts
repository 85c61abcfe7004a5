/**
 * What every loader turns a document into before it is cut: headings, paragraphs and tables in reading order.
 * `page` counts from 1 where the format has pages. `irregular`: cells may have been mixed up.
 */
export type Block =
  | { kind: 'heading'; level: number; text: string; page?: number }
  | { kind: 'text'; text: string; irregular?: boolean; page?: number }
  | { kind: 'table'; text: string; irregular: boolean; page?: number }

/** Blocks of a Markdown text (front matter already taken off). Lists and quotations are paragraphs. */
export function readMarkdownBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const flush = () => {
    const text = lines.join('\n').trim()
    if (text) blocks.push(isTable(lines) ? tableBlock(lines) : { kind: 'text', text })
    lines = []
  }
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const heading = /^(#{1,6})\s+(.+?)\s*#*\s*$/.exec(line)
    if (heading) {
      flush()
      blocks.push({ kind: 'heading', level: heading[1]!.length, text: heading[2]! })
    } else if (!line.trim()) flush()
    else {
      if (lines.length > 0 && isRow(line) !== isRow(lines.at(-1)!)) flush()
      lines.push(line.trimEnd())
    }
  }
  flush()
  return blocks
}

/** A table as Markdown rows; `irregular` when its rows differ in cells, so that a person should look. */
export function tableFromRows(rows: string[][], page?: number): Block {
  const clean = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '¦').trim()))
  const width = Math.max(...clean.map((row) => row.length), 0)
  const line = (row: string[]) => `| ${row.join(' | ')} |`
  const [head = [], ...rest] = clean
  const text = [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n')
  return {
    kind: 'table',
    text,
    irregular: clean.some((row) => row.length !== width),
    ...(page ? { page } : {}),
  }
}

function tableBlock(lines: string[]): Block {
  const widths = new Set(
    lines.map(
      (line) =>
        line
          .trim()
          .replace(/^\||\|$/g, '')
          .split('|').length,
    ),
  )
  return { kind: 'table', text: lines.join('\n'), irregular: widths.size > 1 }
}

function isTable(lines: string[]): boolean {
  return lines.length > 1 && lines.every(isRow)
}

function isRow(line: string): boolean {
  return line.trimStart().startsWith('|')
}
