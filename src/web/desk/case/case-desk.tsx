import { useState } from 'react'
import { caseQuery } from '../reads.ts'
import type { CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { CaseHeader } from './case-header.tsx'
import { Composer } from './composer.tsx'
import { PointingContext } from './pointing.ts'
import { Rail } from './rail.tsx'
import { Thread } from './thread.tsx'
import { useCaseWrites } from './use-case-writes.ts'
import { useConversationWrites } from './use-conversation-writes.ts'
import { useDraftDesk } from './use-draft-desk.ts'
import { usePointingState } from './use-pointing-state.ts'

/** One case: what was said in the middle, what to do about it on the right. */
export function CaseDesk({ matter }: { matter: CaseView }) {
  const { t } = useWords()
  const pointing = usePointingState()
  const writes = useCaseWrites(matter)
  const talk = useConversationWrites(matter.conversation.id, caseQuery(matter.id).queryKey)
  const [chosen, setChosen] = useState<string | null>(null)
  const draftDesk = useDraftDesk({ matter, writes, chosen, setChosen })

  return (
    <PointingContext value={pointing}>
      <section className="middle" aria-label={t('matter.conversation')}>
        <CaseHeader matter={matter} talk={talk} writes={writes} />
        <Thread messages={matter.messages} />
        <Composer matter={matter} talk={talk} draftDesk={draftDesk} />
      </section>
      <Rail matter={matter} writes={writes} draftDesk={draftDesk} />
    </PointingContext>
  )
}
