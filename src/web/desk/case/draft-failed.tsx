import { Alert, Button } from 'antd'
import type { Draft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import type { DraftDesk } from './use-draft-desk.ts'

/** A draft that came to nothing: why, and the ways on from here. */
export function DraftFailed({ draft, desk }: { draft: Draft; desk: DraftDesk }) {
  const { t, term } = useWords()
  const mayAsk = desk.matter.allowed.includes('draft')
  return (
    <Alert
      type="error"
      title={draft.reason ? term('failure', draft.reason) : t('matter.draft.failed')}
      description={draft.next && term('nextStep', draft.next)}
      action={
        <span className="pair">
          {mayAsk && (
            <Button size="small" loading={desk.writes.draft.isPending} onClick={desk.generate}>
              {t('drafting.askAgain')} <kbd>G</kbd>
            </Button>
          )}
          <Button size="small" onClick={() => desk.setOwn(true)}>
            {t('matter.draft.own')}
          </Button>
        </span>
      }
    />
  )
}
