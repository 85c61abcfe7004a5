import { createHash } from 'node:crypto'
import type { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import { AppError } from '../../platform/errors.ts'
import { cutClauses } from './cut-clauses.ts'
import { readFacts } from './front-matter.ts'
import type { CutDocument } from './ingest-document.ts'
import { blocksOf } from './loaders/block-documents.ts'
import { MarkdownLoader } from './loaders/markdown-loader.ts'

export type File = {
  name: string
  bytes: Buffer
  /** Facts for formats without front matter; they win. */
  facts?: object
}

/** How a file's bytes become a loader, by the end of its name; heavy libraries are imported when first needed. */
const loaders: Record<string, (bytes: Buffer) => Promise<BaseDocumentLoader>> = {
  md: async (bytes) => new MarkdownLoader(readText(bytes)),
  txt: async (bytes) => new MarkdownLoader(readText(bytes)),
  csv: async (bytes) => {
    readText(bytes)
    return new (await import('./loaders/csv-rows-loader.ts')).CsvRowsLoader(bytes)
  },
  html: async (bytes) => new (await import('./loaders/html-loader.ts')).HtmlLoader(readText(bytes)),
  htm: (bytes) => loaders.html!(bytes),
  docx: async (bytes) => new (await import('./loaders/docx-loader.ts')).DocxLoader(bytes),
  pptx: async (bytes) => new (await import('./loaders/pptx-loader.ts')).PptxLoader(bytes),
  pdf: async (bytes) => new (await import('./loaders/pdf-loader.ts')).PdfLoader(bytes),
}

/** What can be taken in, as ends of file names. */
export const formats = Object.keys(loaders)

export function formatOf(name: string): string {
  return name.toLowerCase().split('.').at(-1) ?? ''
}

/** Reads a file of any size or intent in the thread it is called in; `loadDocument` is the guarded door. */
export async function readDocument(
  { name, bytes, facts }: File,
  cutting: () => void = () => {},
): Promise<CutDocument> {
  const format = formatOf(name)
  await checkType(format, bytes)
  const documents = await (await loaders[format]!(bytes)).load()
  cutting()
  const read = readFacts({ ...(documents[0]?.metadata.facts as object | undefined), ...facts })
  const clauses = cutClauses(blocksOf(documents), read.title)
  if (clauses.length === 0) {
    throw new AppError('invalid', 'no text found; a scan must be made readable (OCR) first', {
      reason: 'no_text',
    })
  }
  const hash = createHash('sha256').update(bytes)
  if (facts) hash.update(JSON.stringify(read))
  return { facts: read, clauses, contentHash: hash.digest('hex') }
}

/** Signatures no text begins with by chance, as it may with the two letters of a picture's. */
const neverText = /pdf|zip|officedocument|opendocument|cfb|rtf|postscript/

/** What a file of each format begins with. */
const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}

async function checkType(format: string, bytes: Buffer): Promise<void> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  const wanted = types[format]
  if (found === 'application/x-cfb' && wanted) {
    throw new AppError('invalid', 'the file is encrypted or of an old Office version', {
      reason: 'encrypted',
    })
  }
  if (wanted ? found !== wanted : neverText.test(found ?? '')) {
    const seen = found ? `it looks like ${found}` : 'its content says nothing of the kind'
    throw new AppError('invalid', `the file is not what .${format} says: ${seen}`, { reason: 'type' })
  }
}

function readText(bytes: Buffer): string {
  const text = decode(bytes)
  if (text.includes('\0')) throw new AppError('invalid', 'the file is not text', { reason: 'encoding' })
  return text
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('invalid', 'the file is not UTF-8 text', { reason: 'encoding' })
  }
}
