import { createHash } from 'node:crypto'
import type { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import { AppError } from '../../platform/errors.ts'
import { cutClauses } from './cut-clauses.ts'
import { readFacts } from './front-matter.ts'
import type { CutDocument } from './ingest-document.ts'
import { blocksOf } from './loaders/block-documents.ts'
import { MarkdownLoader } from './loaders/markdown-loader.ts'

const largest = 50 * 1024 * 1024

/** How a file's bytes become a loader, by the end of its name; heavy libraries are imported when first needed. */
const loaders: Record<string, (bytes: Buffer) => Promise<BaseDocumentLoader>> = {
  md: async (bytes) => new MarkdownLoader(readText(bytes)),
  txt: async (bytes) => new MarkdownLoader(readText(bytes)),
  csv: async (bytes) => {
    readText(bytes)
    return new (await import('./loaders/csv-rows-loader.ts')).CsvRowsLoader(bytes)
  },
  docx: async (bytes) => new (await import('./loaders/docx-loader.ts')).DocxLoader(bytes),
}

/** What can be taken in, as ends of file names. */
export const formats = Object.keys(loaders)

export type File = {
  name: string
  bytes: Buffer /** Facts for formats without front matter; they win. */
  facts?: object
}

/**
 * Reads a file and cuts it into clauses. Refused as `invalid` (wrong type, no text, facts missing) or
 * `too_large` (over 50 MB), with a reason a person can act on.
 */
export async function loadDocument({ name, bytes, facts }: File): Promise<CutDocument> {
  if (bytes.length > largest) throw new AppError('too_large', `${name}: a document has at most 50 MB`)
  const format = name.toLowerCase().split('.').at(-1) ?? ''
  const loader = loaders[format]
  if (!loader)
    throw new AppError('invalid', `${name}: not one of ${formats.join(', ')}`, { reason: 'format' })
  const documents = await (await loader(bytes)).load()
  const read = readFacts({ ...(documents[0]?.metadata.facts as object | undefined), ...facts })
  const clauses = cutClauses(blocksOf(documents), read.title)
  if (clauses.length === 0) {
    throw new AppError('invalid', `${name}: no text found; a scan must be made readable first`, {
      reason: 'no_text',
    })
  }
  return { facts: read, clauses, contentHash: createHash('sha256').update(bytes).digest('hex') }
}

function readText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('invalid', 'the file is not UTF-8 text', { reason: 'encoding' })
  }
}
