import { Button } from 'antd'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { DraftDesk } from './use-draft-desk.ts'

/** A lead takes a draft out of somebody's hands, knowing what that means for them. */
export function TakeOverDialog({ desk }: { desk: DraftDesk }) {
  const { t } = useWords()
  const name = desk.other?.holder ?? ''
  return (
    <Dialog
      open={desk.asking === 'take_over' && desk.other !== null}
      title={t('drafting.takeOverTitle', { name })}
      onClose={desk.stopAsking}
    >
      <p>{t('drafting.takeOverNote', { name })}</p>
      <ProblemNote error={desk.taking.error} onRefetch={desk.taking.reset} />
      <div className="deeds">
        <span className="grow" />
        <Button onClick={desk.stopAsking}>{t('frame.cancel')}</Button>
        <Button type="primary" loading={desk.taking.isPending} onClick={desk.takeOver}>
          {t('drafting.takeOver')}
        </Button>
      </div>
    </Dialog>
  )
}
