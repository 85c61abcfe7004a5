import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/db.ts'
import { searchClauses } from './search-clauses.ts'

export type RefusalSet = { inScope: string[]; outOfScope: string[] }
export type RefusalBench = {
  in_scope: number
  out_of_scope: number
  /** Questions in scope that were not answered. */
  false_refusals: string[]
  /** Questions out of scope that were answered. */
  false_answers: string[]
}

/** Asks committed questions as a customer would, through production code, and lists where the threshold errs. */
export async function benchRefusal(db: Database, set: RefusalSet, asOf: string): Promise<RefusalBench> {
  const asker: Actor = { kind: 'system', job: 'bench' }
  const answered = async (question: string) =>
    (await db.withActor(asker, (tx) => searchClauses(tx, { question, asOf, audience: 'public', limit: 5 })))
      .answered
  const falseRefusals: string[] = []
  for (const question of set.inScope) if (!(await answered(question))) falseRefusals.push(question)
  const falseAnswers: string[] = []
  for (const question of set.outOfScope) if (await answered(question)) falseAnswers.push(question)
  return {
    in_scope: set.inScope.length,
    out_of_scope: set.outOfScope.length,
    false_refusals: falseRefusals,
    false_answers: falseAnswers,
  }
}

/** The questions of a text file: one a line, blank lines and `#` comments left out. */
export function readQuestionLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
}
