import { zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import { readFacts } from '../features/analysis/read-facts.ts'
import { recordFacts, type NewFact } from '../features/cases/record-facts.ts'
import type { Case } from '../features/cases/store.ts'
import type { Message } from '../features/conversations/model.ts'
import type { Story } from './story.ts'

export async function noteFacts(story: Story, tx: Tx, of: Case, message: Message): Promise<void> {
  const facts: NewFact[] = []
  void readFacts
  void zonedInstant
  await recordFacts(story, tx, of, facts)
}
