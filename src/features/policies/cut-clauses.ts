import type { Block } from './blocks.ts'
import { type Numbering, readNumbering } from './numbering.ts'

/** A piece of a document that can be found and cited on its own. */
export interface CutClause {
  /** Unique in the document: 3, 3.1, 12-1; 0 for text before the first heading, s1 for one without a number. */
  number: string
  heading: string
  /** Headings above it, the document's title first. */
  path: string[]
  body: string
  page: number | null
  isTable: boolean
  /** A table whose rows do not line up, or text that may be one: a person should compare it with the source. */
  checkByEye: boolean
}

/** Longer clauses are parted between paragraphs (3/2 is the second part of 3); a table is never parted. */
const longestClause = 4000

interface Open {
  number: string
  heading: string
  path: string[]
  page: number | null
  blocks: Block[]
}

/**
 * Cuts a document into clauses. Headings cut; where a document numbers its paragraphs instead (第X条, or 一、
 * and （一）, or 1.2.3), the numbers do. Numbered points inside a clause stay with it.
 */
export function cutClauses(blocks: Block[], title: string): CutClause[] {
  const body = withoutTitle(blocks, title)
  const pieces = openClauses(promoteNumbers(body), title)
  const taken = new Set<string>()
  return pieces.flatMap(partLong).map((clause) => ({ ...clause, number: unique(clause.number, taken) }))
}

function withoutTitle(blocks: Block[], title: string): Block[] {
  const tops = blocks.filter((block) => block.kind === 'heading' && block.level === 1)
  const first = blocks[0]
  if (first?.kind !== 'heading') return blocks
  const isTitle =
    first.text.trim() === title.trim() ||
    (tops.length === 1 && first.level === 1 && !readNumbering(first.text))
  return isTitle ? blocks.slice(1) : blocks
}

/** Turns numbered paragraphs into headings when the document has no headings of that rank. */
function promoteNumbers(blocks: Block[]): Block[] {
  const kinds = new Set(blocks.flatMap((block) => linesOf(block).map((line) => readNumbering(line)?.kind)))
  const headed = blocks.some((block) => block.kind === 'heading')
  const headedArticles = blocks.some((b) => b.kind === 'heading' && readNumbering(b.text)?.kind === 'article')
  let levels: Partial<Record<Numbering['kind'], number>> = {}
  if (kinds.has('article') && !headedArticles) levels = { division: 2, article: 3 }
  else if (!headed && kinds.has('item')) levels = { division: 2, item: 3, subitem: 4 }
  else if (!headed && kinds.has('decimal')) levels = { decimal: 2 }
  if (Object.keys(levels).length === 0) return blocks
  return blocks.flatMap((block) => promoteLines(block, levels))
}

function promoteLines(block: Block, levels: Partial<Record<Numbering['kind'], number>>): Block[] {
  if (block.kind === 'table') return [block]
  const page = block.page ? { page: block.page } : {}
  const out: Block[] = []
  for (const line of block.text.split('\n')) {
    const numbering = readNumbering(line)
    const bare = numbering?.kind === 'decimal' && !/^(\d+\.\d|\d+[.、)．:：]|[a-z])/i.test(line.trim())
    const level = numbering && !bare && levels[numbering.kind]
    const last = out.at(-1)
    if (numbering && level) {
      const depth = numbering.kind === 'decimal' ? numbering.number.split('.').length - 1 : 0
      const shortHeading = numbering.rest.length <= 40 && !/[。；;，,]|\.\s|\.$/.test(numbering.rest)
      const lead = line.trim().slice(0, line.trim().length - numbering.rest.length)
      out.push({
        kind: 'heading',
        level: level + depth,
        text: shortHeading ? line.trim() : lead.trim(),
        ...page,
      })
      if (!shortHeading) out.push({ kind: 'text', text: numbering.rest, ...page })
    } else if (block.kind === 'heading') out.push(block)
    else if (last?.kind === 'text') last.text += `\n${line}`
    else out.push({ kind: 'text', text: line, ...page })
  }
  return out
}

function openClauses(blocks: Block[], title: string): Open[] {
  const above: { level: number; heading: string; number: string | undefined }[] = []
  const pieces: Open[] = [{ number: '0', heading: title, path: [title], page: null, blocks: [] }]
  let unnumbered = 0
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      const open = pieces.at(-1)!
      open.page ??= block.page ?? null
      open.blocks.push(block)
      continue
    }
    while (above.length > 0 && above.at(-1)!.level >= block.level) above.pop()
    const numbering = readNumbering(block.text)
    const number = clauseNumber(numbering, above.findLast((one) => one.number)?.number)
    const heading = numbering?.rest || block.text.trim()
    const path = [title, ...above.map((one) => one.heading)]
    above.push({ level: block.level, heading, number })
    pieces.push({ number: number ?? `s${++unnumbered}`, heading, path, page: block.page ?? null, blocks: [] })
  }
  return pieces.filter((piece) => piece.blocks.length > 0)
}

function clauseNumber(numbering: Numbering | undefined, parent: string | undefined): string | undefined {
  if (!numbering || numbering.kind === 'division') return undefined
  return numbering.kind === 'subitem' && parent ? `${parent}.${numbering.number}` : numbering.number
}

function partLong(open: Open): CutClause[] {
  const parts: Block[][] = [[]]
  let length = 0
  for (const block of open.blocks.flatMap(splitText)) {
    if (length > 0 && length + block.text.length > longestClause) {
      parts.push([])
      length = 0
    }
    parts.at(-1)!.push(block)
    length += block.text.length
  }
  return parts.map((blocks, i) => ({
    number: i === 0 ? open.number : `${open.number}/${i + 1}`,
    heading: open.heading,
    path: open.path,
    body: blocks.map((block) => block.text).join('\n\n'),
    page: blocks[0]?.page ?? open.page,
    isTable: blocks.every((block) => block.kind === 'table'),
    checkByEye: blocks.some((block) => block.kind !== 'heading' && block.irregular === true),
  }))
}

/** A paragraph without an end, as a broken file may hold, is parted at sentence ends and at last by length. */
function splitText(block: Block): Block[] {
  if (block.kind !== 'text' || block.text.length <= longestClause) return [block]
  const sentences = block.text.match(/[^。！？.!?\n]{1,2000}[。！？.!?\n]*|[。！？.!?\n]+/gu) ?? [block.text]
  const parts: string[] = ['']
  for (const sentence of sentences) {
    if (parts.at(-1)!.length + sentence.length > longestClause) parts.push('')
    parts[parts.length - 1] += sentence
  }
  return parts.map((text) => ({ ...block, text: text.trim() })).filter((part) => part.text)
}

function linesOf(block: Block): string[] {
  return block.kind === 'text' ? block.text.split('\n') : []
}

function unique(number: string, taken: Set<string>): string {
  let candidate = number
  for (let i = 2; taken.has(candidate); i++) candidate = `${number}-${i}`
  taken.add(candidate)
  return candidate
}
