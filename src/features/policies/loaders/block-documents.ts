import { Document } from '@langchain/core/documents'
import type { Block } from '../blocks.ts'

/** A block as a LangChain document: its text as content, the rest as metadata. */
export function blockDocument({ text, ...metadata }: Block): Document {
  return new Document({ pageContent: text, metadata })
}

/** Blocks of what a loader gave; a document of a foreign loader, without a kind, is a paragraph. */
export function blocksOf(documents: Document[]): Block[] {
  return documents
    .filter((document) => document.pageContent.trim())
    .map(({ pageContent: text, metadata: { kind, level, irregular, page } }): Block => {
      const where = typeof page === 'number' ? { page } : {}
      if (kind === 'heading') return { kind, level: Number(level), text, ...where }
      if (kind === 'table') return { kind, text, irregular: irregular === true, ...where }
      return { kind: 'text', text, ...(irregular === true ? { irregular } : {}), ...where }
    })
}
