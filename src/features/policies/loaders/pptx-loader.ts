import { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import type { Document } from '@langchain/core/documents'
import { parseOffice } from 'officeparser'
import { AppError } from '../../../platform/errors.ts'
import { type Block, tableFromRows } from '../blocks.ts'
import { blockDocument } from './block-documents.ts'
import { checkArchive } from './check-archive.ts'

/** The parts of officeparser's tree that are read. */
type Node = {
  type: string
  text?: string
  children?: Node[]
  metadata?: { slideNumber?: number; colSpan?: number; rowSpan?: number }
}

/**
 * Slides, by officeparser as LangChain's own loader uses it, but from its tree: that loader keeps neither slide
 * numbers nor titles nor tables. The slide counts as page; a slide without a title is named by its number.
 */
export class PptxLoader extends BaseDocumentLoader {
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    super()
    this.bytes = bytes
  }

  async load(): Promise<Document[]> {
    await checkArchive(this.bytes)
    const { content } = await parseOffice(this.bytes, { outputErrorToConsole: false }).catch(() => {
      throw new AppError('invalid', 'the file is not a readable presentation', { reason: 'broken' })
    })
    const slides = (content as Node[]).filter((node) => node.type === 'slide')
    return slides.flatMap(readSlide).map(blockDocument)
  }
}

function readSlide(slide: Node, index: number): Block[] {
  const page = slide.metadata?.slideNumber ?? index + 1
  const blocks = (slide.children ?? []).flatMap((node) => readNode(node, page))
  const title = blocks.findIndex((block) => block.kind === 'heading')
  if (title > 0) blocks.unshift(...blocks.splice(title, 1))
  if (title < 0 && blocks.length > 0)
    blocks.unshift({ kind: 'heading', level: 2, text: `Slide ${page}`, page })
  return blocks
}

function readNode(node: Node, page: number): Block[] {
  if (node.type === 'table') return [readTable(node, page)]
  const text = node.text?.trim()
  if (node.type === 'heading' && text) return [{ kind: 'heading', level: 2, text, page }]
  if (node.type === 'note' || node.type === 'image') return []
  if ((node.type === 'paragraph' || node.type === 'list') && text) return [{ kind: 'text', text, page }]
  return (node.children ?? []).flatMap((child) => readNode(child, page))
}

function readTable(table: Node, page: number): Block {
  const rows = (table.children ?? []).filter((row) => row.type === 'row')
  const cells = rows.map((row) => row.children ?? [])
  const block = tableFromRows(
    cells.map((row) => row.map((cell) => cell.text ?? '')),
    page,
  )
  const merged = cells
    .flat()
    .some((cell) => (cell.metadata?.colSpan ?? 1) > 1 || (cell.metadata?.rowSpan ?? 1) > 1)
  return block.kind === 'table' ? { ...block, irregular: block.irregular || merged } : block
}
