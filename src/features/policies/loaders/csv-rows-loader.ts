import { CSVLoader } from '@langchain/community/document_loaders/fs/csv'
import { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import type { Document } from '@langchain/core/documents'
import { AppError } from '../../../platform/errors.ts'
import { blockDocument } from './block-documents.ts'

/** A table of rules: each row becomes a clause, numbered from 1 and named by its first cell. */
export class CsvRowsLoader extends BaseDocumentLoader {
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    super()
    this.bytes = bytes
  }

  async load(): Promise<Document[]> {
    const rows = await new CSVLoader(new Blob([new Uint8Array(this.bytes)])).load().catch(() => {
      throw new AppError('invalid', 'the file is not a readable table', { reason: 'broken' })
    })
    return rows.flatMap(({ pageContent }, i) => {
      const first = /^[^:]*:\s*(.+)$/m.exec(pageContent)?.[1] ?? ''
      return [
        blockDocument({ kind: 'heading', level: 2, text: `${i + 1} ${first}` }),
        blockDocument({ kind: 'text', text: pageContent }),
      ]
    })
  }
}
