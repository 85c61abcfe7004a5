import { Document } from '@langchain/core/documents'
import { BaseRetriever } from '@langchain/core/retrievers'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/db.ts'
import type { Search } from './plan-search.ts'
import { searchClauses } from './search-clauses.ts'

export type RetrieverScope = { db: Database; actor: Actor; search: Omit<Search, 'question'> }

/**
 * The search as a LangChain retriever, repeatable by a chain or an agent. What is found is bound to the actor
 * it was made for; a question that is not answered gives no documents.
 */
export class ClauseRetriever extends BaseRetriever {
  readonly lc_namespace = ['parley', 'policies']
  readonly scope: RetrieverScope

  constructor(scope: RetrieverScope) {
    super()
    this.scope = scope
  }

  override async _getRelevantDocuments(question: string): Promise<Document[]> {
    const { db, actor, search } = this.scope
    const { hits, answered } = await db.withActor(actor, (tx) => searchClauses(tx, { ...search, question }))
    if (!answered) return []
    return hits.map(
      ({ body, clauseId, title, number, heading, version, effectiveFrom, effectiveTo, score }) => {
        const metadata = { clauseId, title, number, heading, version, effectiveFrom, effectiveTo, score }
        return new Document({ id: clauseId, pageContent: body, metadata })
      },
    )
  }
}
