import { Button } from 'antd'
import type { CaseView } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { DraftArriving } from './draft-arriving.tsx'
import { DraftText } from './draft-text.tsx'
import { WriterTag } from './draft-writer.tsx'
import { OwnReply } from './own-reply.tsx'
import { RegenerateDialog } from './regenerate-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import './drafting.css'
import { TakeOverDialog } from './take-over-dialog.tsx'
import type { ConversationWrites } from './use-conversation-writes.ts'
import type { DraftDesk } from './use-draft-desk.ts'

type Props = { matter: CaseView; talk: ConversationWrites; draftDesk: DraftDesk }

/** Where words to the customer are made: the machine's draft or one's own, one at a time, through the same checks. */
export function Composer({ matter, talk, draftDesk }: Props) {
  const { t, term } = useWords()
  const { draft, live, own, asked, chosenNumber } = draftDesk
  const canDraft = matter.allowed.includes('draft')
  const arrived = draftDesk.writes.draft.isSuccess && draft?.state === 'ready'

  return (
    <section className="composer" aria-label={t('matter.draft.composer')}>
      <div className="composer-tabs">
        {(live || asked) && (
          <button type="button" aria-pressed={!own} onClick={() => draftDesk.setOwn(false)}>
            {t('matter.draft.title')}
            <span className={`tag ${isLost(draft) && !asked ? 'danger' : 'ai'}`}>
              {term('draftState', asked ? 'drafting' : (draft?.state ?? 'ready'))}
            </span>
            {draft && draft.state !== 'failed' && !draftDesk.working && <WriterTag draft={draft} />}
            {draftDesk.editing && <span className="dot" title={t('matter.draft.unsaved')} />}
          </button>
        )}
        <button type="button" aria-pressed={own} onClick={() => draftDesk.setOwn(true)}>
          {t('matter.draft.own')}
        </button>
        <span className="grow" />
        {canDraft && (!live || own) && (
          <Button size="small" loading={draftDesk.working} onClick={draftDesk.generate}>
            {chosenNumber ? t('matter.draft.generateOffer', { n: chosenNumber }) : t('matter.draft.generate')}{' '}
            <kbd>G</kbd>
          </Button>
        )}
        {canDraft && (!live || own) && (
          <Button size="small" disabled={draftDesk.working} onClick={() => draftDesk.askFor('regenerate')}>
            {t('drafting.other')}
          </Button>
        )}
      </div>
      {own ? (
        <OwnReply
          place={matter.conversation.id}
          talk={talk}
          allowed={matter.allowed.includes('reply')}
          working={asked}
          fault={draftDesk.writes.draft.error}
        />
      ) : asked ? (
        <DraftArriving sentences={draftDesk.writes.arriving ?? []} language={matter.conversation.language} />
      ) : (
        draft && <DraftText draft={draft} desk={draftDesk} />
      )}
      <p className="only-read" role="status">
        {asked ? t('drafting.arriving') : arrived ? t('drafting.arrived') : ''}
      </p>
      <TakeOverDialog desk={draftDesk} />
      <ReturnDialog desk={draftDesk} />
      <RegenerateDialog desk={draftDesk} />
    </section>
  )
}

function isLost(draft: CaseView['draft']): boolean {
  return draft?.state === 'stale' || draft?.state === 'failed'
}
