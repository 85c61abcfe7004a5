import { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import type { Document } from '@langchain/core/documents'
import { type Cheerio, type CheerioAPI, load } from 'cheerio'
import { AppError } from '../../../platform/errors.ts'
import { type Block, tableFromRows } from '../blocks.ts'
import { blockDocument } from './block-documents.ts'

type AnyNode =
  ReturnType<ReturnType<CheerioAPI['root']>['contents']> extends Cheerio<infer Node> ? Node : never
type Element = Extract<AnyNode, { name: string; attribs: object }>

const furniture =
  'script, style, noscript, template, nav, aside, footer, iframe, object, svg, form, button, select, head, ' +
  '[hidden], [aria-hidden="true"], [role="navigation"]'
const paragraphs = new Set(['p', 'li', 'dt', 'dd', 'pre', 'blockquote', 'figcaption', 'caption', 'address'])
const inline = new Set(
  'a abbr b bdi bdo br cite code data dfn em font i kbd label mark q s small span strong sub sup time u var wbr ins del'.split(
    ' ',
  ),
)
const deepest = 200

/** Web pages: headings, paragraphs, list items and tables of the main part; menus, scripts and hidden text left out. */
export class HtmlLoader extends BaseDocumentLoader {
  readonly source: string

  constructor(source: string) {
    super()
    this.source = source
  }

  async load(): Promise<Document[]> {
    const $ = load(this.source)
    $(furniture).remove()
    const main = $('main, article, [role="main"]').first()
    const root = main.length > 0 ? main : $('body')
    const blocks: Block[] = []
    readChildren($, root, blocks, 0)
    return blocks.map(blockDocument)
  }
}

function readChildren($: CheerioAPI, parent: Cheerio<Element>, blocks: Block[], depth: number): void {
  if (depth > deepest) {
    throw new AppError('invalid', 'the page is nested too deeply to be read', { reason: 'broken' })
  }
  let loose = ''
  const flush = () => {
    pushText(blocks, loose)
    loose = ''
  }
  for (const node of parent.contents().toArray()) {
    if (isInline(node)) loose += node.type === 'tag' && node.name === 'br' ? '\n' : textOf($, node)
    else if (node.type === 'tag') {
      flush()
      readElement($, node, blocks, depth)
    }
  }
  flush()
}

function readElement($: CheerioAPI, node: Element, blocks: Block[], depth: number): void {
  const element = $(node)
  const heading = /^h([1-6])$/.exec(node.name)
  if (heading) {
    const text = plain(element.text())
    if (text) blocks.push({ kind: 'heading', level: Number(heading[1]), text })
  } else if (node.name === 'table') blocks.push(readTable($, element))
  else if (paragraphs.has(node.name) && element.find('p, li, table, h1, h2, h3, h4, h5, h6').length === 0) {
    element.find('br').replaceWith('\n')
    pushText(blocks, element.text())
  } else readChildren($, element, blocks, depth + 1)
}

function readTable($: CheerioAPI, table: Cheerio<Element>): Block {
  const rows = table.find('tr').toArray()
  const cells = rows.map((row) => $(row).children('th, td').toArray())
  const block = tableFromRows(cells.map((row) => row.map((cell) => $(cell).text())))
  const merged = cells.flat().some((cell) => span($(cell)) > 1) || table.find('table').length > 0
  return block.kind === 'table' ? { ...block, irregular: block.irregular || merged } : block
}

function span(cell: Cheerio<Element>): number {
  return Math.max(Number(cell.attr('colspan') ?? 1), Number(cell.attr('rowspan') ?? 1))
}

function isInline(node: AnyNode): boolean {
  return node.type === 'text' || (node.type === 'tag' && inline.has(node.name))
}

function textOf($: CheerioAPI, node: AnyNode): string {
  return node.type === 'text' ? node.data.replace(/\s+/g, ' ') : $(node).text().replace(/\s+/g, ' ')
}

function pushText(blocks: Block[], text: string): void {
  const clean = text
    .split('\n')
    .map(plain)
    .filter((line) => line)
    .join('\n')
  if (clean) blocks.push({ kind: 'text', text: clean })
}

function plain(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ').trim()
}
