import { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import type { Document } from '@langchain/core/documents'
import mammoth from 'mammoth'
import { AppError } from '../../../platform/errors.ts'
import { type Block, tableFromRows } from '../blocks.ts'
import { blockDocument } from './block-documents.ts'
import { checkArchive } from './check-archive.ts'

/** The parts of mammoth's document tree that are read. */
type Node = {
  type: string
  children?: Node[]
  value?: string
  styleName?: string | null
  colSpan?: number
  rowSpan?: number
}

/** Word documents, read from mammoth's document tree so that headings and tables keep their shape. */
export class DocxLoader extends BaseDocumentLoader {
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    super()
    this.bytes = bytes
  }

  async load(): Promise<Document[]> {
    await checkArchive(this.bytes)
    const blocks: Block[] = []
    const transformDocument = (tree: Node) => {
      blocks.push(...(tree.children ?? []).flatMap(readBlock))
      return { ...tree, children: [] }
    }
    try {
      await mammoth.convertToHtml({ buffer: this.bytes }, {
        transformDocument,
        externalFileAccess: false,
      } as object)
    } catch {
      throw new AppError('invalid', 'the file is not a readable Word document', { reason: 'broken' })
    }
    return blocks.map(blockDocument)
  }
}

function readBlock(node: Node): Block[] {
  if (node.type === 'table') return [readTable(node)]
  if (node.type !== 'paragraph') return (node.children ?? []).flatMap(readBlock)
  const text = textOf(node).trim()
  if (!text || /^(?:toc|目录) ?\d/i.test(node.styleName ?? '')) return []
  const level = headingLevel(node.styleName)
  return [level ? { kind: 'heading', level, text } : { kind: 'text', text }]
}

function readTable(table: Node): Block {
  const rows = (table.children ?? []).filter((row) => row.type === 'tableRow')
  const block = tableFromRows(rows.map((row) => (row.children ?? []).map((cell) => textOf(cell))))
  const merged = rows.some((row) =>
    row.children?.some((cell) => (cell.colSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1),
  )
  return block.kind === 'table' ? { ...block, irregular: block.irregular || merged } : block
}

/** Word's own names, which are the same in every language of the program: Title, heading 1 to 6. */
function headingLevel(styleName: string | null | undefined): number | undefined {
  if (/^title$/i.test(styleName ?? '')) return 1
  const match = /^(?:heading|标题)\s*([1-6])$/i.exec(styleName ?? '')
  return match ? Number(match[1]) : undefined
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  const inner = (node.children ?? []).map(textOf)
  return inner.join(node.type === 'tableCell' ? '\n' : '')
}
