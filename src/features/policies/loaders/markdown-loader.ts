import { BaseDocumentLoader } from '@langchain/core/document_loaders/base'
import { Document } from '@langchain/core/documents'
import { readMarkdownBlocks } from '../blocks.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { blockDocument } from './block-documents.ts'

/** Markdown with optional front matter; one LangChain document a block, the facts on the first. */
export class MarkdownLoader extends BaseDocumentLoader {
  readonly source: string

  constructor(source: string) {
    super()
    this.source = source
  }

  async load(): Promise<Document[]> {
    const { facts, text } = splitFrontMatter(this.source)
    const documents = readMarkdownBlocks(text).map(blockDocument)
    return facts === undefined
      ? documents
      : [new Document({ pageContent: '', metadata: { facts } }), ...documents]
  }
}
