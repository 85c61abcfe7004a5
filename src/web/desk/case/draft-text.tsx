import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Mark } from '../../ui/marks.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import type { Draft } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { DraftDeeds } from './draft-deeds.tsx'
import { DraftFailed } from './draft-failed.tsx'
import { usePointing } from './pointing.ts'
import { RichText, type TextMark } from './rich-text.tsx'
import { asksForReason } from './use-approval.ts'
import type { DraftDesk } from './use-draft-desk.ts'

/** The draft as it would be sent, or open for editing. A draft the conversation has overtaken is greyed. */
export function DraftText({ draft, desk }: { draft: Draft; desk: DraftDesk }) {
  const { t, locale, moment } = useWords()
  const { span } = usePointing()
  const { working } = desk
  const marks: Mark<TextMark>[] = draft.findings.flatMap((finding) =>
    finding.span
      ? [
          {
            start: finding.span[0],
            end: finding.span[1],
            of: { kind: 'finding', severity: finding.severity },
          },
        ]
      : [],
  )
  const changedMeanwhile =
    desk.typed !== null && draft.version > desk.typed.base && desk.typed.text !== draft.text
  const { edit, decide, draft: ask } = desk.writes
  const failed = draft.state === 'failed'

  return (
    <>
      {draft.state === 'stale' && (
        <Alert
          type="warning"
          title={t('matter.draft.stale')}
          action={
            <Button size="small" loading={ask.isPending} onClick={desk.generate}>
              {t('matter.draft.refresh')} <kbd>G</kbd>
            </Button>
          }
        />
      )}
      {desk.overtaken && (
        <Alert
          type="warning"
          title={t('matter.draft.newer')}
          action={
            <Button size="small" loading={ask.isPending} onClick={desk.generate}>
              {t('matter.draft.refresh')} <kbd>G</kbd>
            </Button>
          }
        />
      )}
      {failed && <DraftFailed draft={draft} desk={desk} />}
      {desk.editing && desk.other && (
        <Alert
          type="warning"
          title={t('drafting.heldNow', { name: desk.other.holder, time: moment(desk.other.until) })}
          action={
            desk.may('take_over') && (
              <Button size="small" onClick={() => desk.askFor('take_over')}>
                {t('drafting.takeOver')}
              </Button>
            )
          }
        />
      )}
      {changedMeanwhile && (
        <Alert
          type="warning"
          title={t('matter.draft.changed', { from: desk.typed?.base, to: draft.version })}
          action={
            <span className="pair">
              <Button
                size="small"
                onClick={() => desk.typed && desk.setTyped({ ...desk.typed, base: draft.version })}
              >
                {t('matter.draft.keepMine')}
              </Button>
              <Button size="small" onClick={() => desk.setTyped({ text: draft.text, base: draft.version })}>
                {t('matter.draft.takeTheirs')}
              </Button>
            </span>
          }
        />
      )}
      {desk.editing && <DraftEditor draft={draft} desk={desk} />}
      {!desk.editing && !failed && (
        <section
          className={`draft-text ${working ? 'working' : ''} ${draft.state === 'stale' ? 'stale' : ''}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          aria-label={t('matter.draft.text')}
          aria-busy={working}
          lang={draft.language}
        >
          {working && (
            <p className="working-note" lang={locale}>
              {t('drafting.elsewhere')}
            </p>
          )}
          <RichText
            text={draft.text}
            sources={draft.sources}
            marks={marks}
            selected={span?.version === draft.version ? span : null}
          />
        </section>
      )}
      {!changedMeanwhile && <ProblemNote error={edit.error} onRetry={desk.save} onRefetch={edit.reset} />}
      <ProblemNote error={desk.taking.error} onRetry={desk.edit} onRefetch={desk.taking.reset} />
      {!asksForReason(decide.error) && (
        <ProblemNote error={decide.error} onRetry={decide.reset} onRefetch={decide.reset} />
      )}
      <ProblemNote
        error={desk.asking === 'regenerate' ? null : ask.error}
        onRetry={desk.generate}
        onRefetch={ask.reset}
      />
      {!failed && <DraftDeeds draft={draft} desk={desk} />}
    </>
  )
}

function DraftEditor({ draft, desk }: { draft: Draft; desk: DraftDesk }) {
  const { t } = useWords()
  const { span } = usePointing()
  const area = useRef<HTMLTextAreaElement>(null)
  const seen = useRef(span?.turn ?? 0)

  useEffect(() => {
    // A dialog that closes at this moment still gives the focus back to where it was.
    const frame = requestAnimationFrame(() => area.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  useEffect(() => {
    if (!span || span.turn === seen.current || !area.current) return
    seen.current = span.turn
    // The span was measured on the saved text; after typing, its words are looked for instead.
    const words = draft.text.slice(span.start, span.end)
    const moved = area.current.value.indexOf(words)
    const start = area.current.value.startsWith(words, span.start) ? span.start : moved
    area.current.focus()
    if (start >= 0) area.current.setSelectionRange(start, start + words.length)
  }, [span, draft.text])

  return (
    <textarea
      ref={area}
      className="writing"
      aria-label={t('matter.draft.text')}
      lang={draft.language}
      value={desk.typed?.text ?? ''}
      maxLength={8000}
      onChange={(event) =>
        desk.setTyped({ text: event.target.value, base: desk.typed?.base ?? draft.version })
      }
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) desk.save()
      }}
    />
  )
}
