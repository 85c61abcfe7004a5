import { Button } from 'antd'
import { useRef } from 'react'
import { findingsOf, ProblemNote } from '../frame/problem-note.tsx'
import { useTyped } from '../typed.ts'
import { useWords } from '../words/use-words.ts'
import { FindingText } from './finding-text.tsx'
import type { ConversationWrites } from './use-conversation-writes.ts'

type Props = {
  place: string
  talk: ConversationWrites
  allowed: boolean
  working?: boolean
  fault?: unknown
}

/** Free typing. It takes the same way out as a draft: checked first, sent only when nothing hard is found. */
export function OwnReply({ place, talk, allowed, working, fault }: Props) {
  const { t, count } = useWords()
  const [typed, setTyped] = useTyped(`reply:${place}`)
  const area = useRef<HTMLTextAreaElement>(null)
  const text = typed?.text ?? ''
  const findings = findingsOf(talk.reply.error)

  const send = () => {
    if (text.trim() === '' || talk.reply.isPending || !allowed) return
    talk.reply.mutate(text, { onSuccess: () => setTyped(null) })
  }
  const select = (from: number, to: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(from, to)
  }
  return (
    <>
      {working && <p className="working-note">{t('matter.draft.working')}</p>}
      <textarea
        ref={area}
        className="writing"
        aria-label={t('matter.draft.ownLabel')}
        placeholder={allowed ? t('matter.draft.ownHint') : t('matter.draft.locked')}
        disabled={!allowed}
        value={text}
        maxLength={8000}
        onChange={(event) => setTyped({ text: event.target.value, base: 0 })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
        }}
      />
      <ProblemNote error={fault} />
      <ProblemNote error={talk.reply.error} onRetry={send} onRefetch={talk.reply.reset}>
        {findings.length > 0 && (
          <ul className="found">
            {findings.map((finding) => (
              <li key={`${finding.guard}${finding.span}${finding.detail}`}>
                <button
                  type="button"
                  disabled={finding.span === null}
                  onClick={() => finding.span && select(finding.span[0], finding.span[1])}
                >
                  <FindingText finding={finding} text={talk.reply.variables ?? ''} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </ProblemNote>
      <div className="deeds">
        <span className="soft">{text && t('matter.draft.length', { n: count(text.length) })}</span>
        <span className="grow" />
        <Button
          type="primary"
          loading={talk.reply.isPending}
          disabled={!allowed || text.trim() === ''}
          onClick={send}
        >
          {t('matter.draft.send')} <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </>
  )
}
