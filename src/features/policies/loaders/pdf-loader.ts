import { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import type { Document } from '@langchain/core/documents'
// First, for the library looks about when it is loaded.
import './no-drawing.ts'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../../../platform/errors.ts'
import { blockDocument } from './block-documents.ts'
import { readBlocks } from './pdf-blocks.ts'
import { findGrids } from './pdf-grids.ts'
import type { Word } from './pdf-lines.ts'
import { type PagePiece, readPage } from './pdf-page.ts'

const mostPages = 1_000

/** PDF by the places of its words: headings, paragraphs, ruled tables whole, others flagged, page numbers kept. */
export class PdfLoader extends BaseDocumentLoader {
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    super()
    this.bytes = bytes
  }

  async load(): Promise<Document[]> {
    const task = getDocument({
      data: new Uint8Array(this.bytes),
      // Pictures are not looked at; nothing is fetched or evaluated.
      maxImageSize: 1,
      stopAtErrors: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      fontExtraProperties: true,
      verbosity: 0,
    })
    try {
      const file = await task.promise.catch(refuse)
      if (file.numPages > mostPages) {
        const message = `the file has ${file.numPages} pages; at most ${mostPages} are read`
        throw new AppError('too_large', message, { reason: 'pages' })
      }
      const pages: PagePiece[][] = []
      for (let number = 1; number <= file.numPages; number++) {
        const page = await file.getPage(number)
        pages.push(await readPieces(page))
        page.cleanup()
      }
      if (!pages.some((pieces) => pieces.length > 0)) throw withoutText(file.numPages)
      return readBlocks(pages).map(blockDocument)
    } finally {
      await task.destroy()
    }
  }
}

async function readPieces(page: PDFPageProxy): Promise<PagePiece[]> {
  const operators = await page.getOperatorList()
  const { items } = await page.getTextContent()
  const bold = new Map<string, boolean>()
  const isBold = (font: string) => {
    if (!bold.has(font)) bold.set(font, page.commonObjs.has(font) && readWeight(page.commonObjs.get(font)))
    return bold.get(font)!
  }
  const words = items.flatMap((item): Word[] => {
    if (!('str' in item) || !item.str.trim()) return []
    const [a, b, c, d, x, y] = item.transform as number[]
    // Text that does not run from left to right along the page, such as a watermark, is left out.
    if (Math.abs(b!) > 0.1 * Math.abs(a!) || a! <= 0) return []
    const size = Math.hypot(c!, d!)
    return [{ text: readable(item.str), x: x!, y: y!, width: item.width, size, bold: isBold(item.fontName) }]
  })
  return readPage(words, findGrids(operators))
}

function readWeight(font: { name?: string; bold?: boolean; black?: boolean }): boolean {
  return font.bold === true || font.black === true || /bold|black|heavy|semibold/i.test(font.name ?? '')
}

/** Radicals that some writers put for the characters they look like, and characters that print nothing. */
function readable(text: string): string {
  return text
    .replace(/[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/g, (character) => character.normalize('NFKC'))
    .replace(/[\p{Cc}\p{Co}\u00AD\u200B-\u200F\uFEFF\uFFFD]/gu, '')
}

function refuse(error: Error): never {
  if (error.name === 'PasswordException') {
    throw new AppError('invalid', 'the file is encrypted; take the password off first', {
      reason: 'encrypted',
    })
  }
  throw new AppError('invalid', 'the file is not a readable PDF', { reason: 'broken' })
}

function withoutText(pages: number): AppError {
  const message = `none of the ${pages} pages has text: a scan must be made readable (OCR) first`
  return new AppError('invalid', message, { reason: 'no_text' })
}
