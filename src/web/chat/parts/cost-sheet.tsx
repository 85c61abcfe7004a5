/** @jsxImportSource preact */
import { useEffect, useId, useState } from 'preact/hooks'
import { useRoom } from '../context.ts'
import { moment } from '../format.ts'
import type { Trouble as Refused } from '../problem.ts'
import type { CostStatement, OfferCard } from '../shapes.ts'
import { useRead } from '../use-read.ts'
import { useWrite } from '../use-write.ts'
import { Sheet, Trouble } from './sheet.tsx'
import { WrittenSections } from './written-sections.tsx'

/** Seconds still to read: the bank counts from the first opening; a wrong clock here never adds to it. */
const secondsLeft = (statement: CostStatement): number => {
  const read = Math.max(0, (Date.now() - Date.parse(statement.openedAt)) / 1000)
  return Math.ceil(Math.max(0, statement.minimumReadingSeconds - read))
}

/** The cost statement: read for the time the rules ask, at one's own pace, then confirmed. */
export function CostSheet({ offer, onClose }: { offer: OfferCard; onClose: () => void }) {
  const { chat, words, language, open, announce } = useRoom()
  const [left, setLeft] = useState<number | null>(null)
  const [paused, setPaused] = useState(false)
  const id = useId()
  const asksIdentity = (trouble: Refused) => {
    if (trouble.kind !== 'refused' || trouble.code !== 'verification_required') return false
    open({ kind: 'verify', next: () => open({ kind: 'cost', offer }) })
    return true
  }
  const {
    value: statement,
    problem,
    retry,
  } = useRead(() => chat.api.costStatement(offer.id, language), offer.id, asksIdentity)
  const confirming = useWrite(
    (key, statementId: string) => chat.api.confirmCost(key, statementId),
    (trouble) => {
      if (trouble.kind === 'refused' && trouble.wait) setLeft(Math.ceil(trouble.wait))
      return asksIdentity(trouble)
    },
  )

  useEffect(() => {
    if (statement) setLeft(secondsLeft(statement))
  }, [statement])

  // biome-ignore lint/correctness/useExhaustiveDependencies: one tick a second, whatever else is redrawn
  useEffect(() => {
    if (left === null || paused) return
    if (left <= 0) return announce(words.costReady)
    const tick = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(tick)
  }, [left, paused])

  async function confirm(): Promise<void> {
    if (!statement || left === null || left > 0) return announce(words.costLocked)
    const answer = await confirming.run(statement.id)
    if (!answer) return
    chat.putOffer({ ...offer, costStatement: { id: statement.id, confirmedAt: answer.confirmedAt } })
    chat.refresh()
    announce(words.costWaiting)
    onClose()
  }

  const ready = left !== null && left <= 0
  const clock =
    left === null ? '' : ready ? words.costReady : paused ? words.costPaused : words.costRead(left)
  const minimum = statement?.minimumReadingSeconds || 1
  return (
    <Sheet
      page
      title={words.costTitle}
      onClose={onClose}
      foot={
        statement &&
        !statement.confirmedAt && (
          <div class="reading">
            <div class="reading-line">
              <span id={id} role="timer">
                {clock}
              </span>
              {!ready && (
                <button type="button" class="link" onClick={() => setPaused(!paused)}>
                  {paused ? words.costResume : words.costPause}
                </button>
              )}
            </div>
            <progress max={minimum} value={minimum - (left ?? minimum)} aria-hidden="true" />
            <Trouble text={confirming.problem} />
            <button
              type="button"
              class="primary wide"
              aria-disabled={!ready || confirming.busy}
              aria-describedby={id}
              onClick={confirm}
            >
              {words.costConfirm}
            </button>
          </div>
        )
      }
    >
      <p class="lead">{words.costIntro}</p>
      {!statement && !problem && <p class="quiet">{words.opening}</p>}
      {problem && (
        <div class="stack">
          <Trouble text={problem} />
          <button type="button" class="plain" onClick={retry}>
            {words.retry}
          </button>
        </div>
      )}
      {statement && (
        <WrittenSections sections={statement.sections} language={language} under={words.costTitle} />
      )}
      {statement?.confirmedAt && (
        <p class="done-line">{words.costConfirmedAt(moment(language, statement.confirmedAt))}</p>
      )}
    </Sheet>
  )
}
