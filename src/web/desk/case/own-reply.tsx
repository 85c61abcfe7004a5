import { Button } from 'antd'
import { useRef, useState } from 'react'
import { findingsOf, ProblemNote } from '../frame/problem-note.tsx'
import { useTyped } from '../typed.ts'
import { useWords } from '../words/use-words.ts'
import { DraftReason } from './draft-reason.tsx'
import './drafting.css'
import { FindingText } from './finding-text.tsx'
import { asksForReason, saysWhy } from './use-approval.ts'
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
  const [reason, setReason] = useState('')
  const findings = findingsOf(talk.reply.error)
  const sent = talk.reply.variables?.text ?? ''
  // The reason asked for is for the words that were refused; other words are checked afresh.
  const needsReason = asksForReason(talk.reply.error) && sent === text

  const send = () => {
    if (text.trim() === '' || talk.reply.isPending || !allowed) return
    if (needsReason && !saysWhy(reason)) return
    talk.reply.mutate(needsReason ? { text, reason: reason.trim() } : { text }, {
      onSuccess: () => {
        setTyped(null)
        setReason('')
      },
    })
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
      {needsReason && (
        <div className="deeds armed" role="alert">
          <DraftReason findings={findings} text={sent} reason={reason} onReason={setReason} onDone={send} />
        </div>
      )}
      <ProblemNote
        error={asksForReason(talk.reply.error) ? null : talk.reply.error}
        onRetry={send}
        onRefetch={talk.reply.reset}
      >
        {findings.length > 0 && (
          <ul className="found">
            {findings.map((finding) => (
              <li key={`${finding.guard}${finding.span}${finding.detail}`}>
                <button
                  type="button"
                  disabled={finding.span === null}
                  onClick={() => finding.span && select(finding.span[0], finding.span[1])}
                >
                  <FindingText finding={finding} text={sent} />
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
          disabled={!allowed || text.trim() === '' || (needsReason && !saysWhy(reason))}
          onClick={send}
        >
          {t(needsReason ? 'drafting.softSend' : 'matter.draft.send')} <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </>
  )
}
