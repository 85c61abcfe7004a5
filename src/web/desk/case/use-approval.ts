import { App } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { findingsOf } from '../frame/problem-note.tsx'
import type { CaseView, Finding } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import type { CaseWrites } from './use-case-writes.ts'

/** The shortest reason the server takes. */
export const shortestReason = 3

export const saysWhy = (reason: string) => reason.trim().length >= shortestReason

/** A write was refused only because a soft finding stands and nobody has said why it may. */
export const asksForReason = (error: unknown) =>
  error instanceof ApiProblem && error.body.code === 'soft_findings'

type Given = { matter: CaseView; writes: Pick<CaseWrites, 'decide'>; free: boolean; onArm: () => void }

/** Approving: the figures to be opened first, the second stroke, the reason where a check advises against it. */
export function useApproval({ matter, writes, free, onArm }: Given) {
  const { t } = useWords()
  const { message } = App.useApp()
  const { draft } = matter
  const { decide } = writes
  const edition = draft ? `${draft.id}@${draft.version}` : null
  const [figuresOf, setFiguresOf] = useState<string | null>(null)
  const [armedFor, setArmedFor] = useState<string | null>(null)
  const [reason, setReason] = useState('')

  const isSecond = (draft?.approvals.length ?? 0) > 0
  const figuresOpened = figuresOf !== null && figuresOf === edition
  const armed = armedFor !== null && armedFor === edition
  const overtaken = free && draft?.why === 'newer_message'
  const canApprove = free && (draft?.allowed.includes('approve') ?? false) && (!isSecond || figuresOpened)
  const known = draft?.findings.filter((finding) => finding.severity === 'soft') ?? []
  const soft: Finding[] = known.length > 0 || !asksForReason(decide.error) ? known : findingsOf(decide.error)

  const approve = () => {
    if (!draft || !canApprove || decide.isPending) return
    if (soft.length > 0 && !saysWhy(reason)) return
    const decision = {
      decision: 'approve' as const,
      figuresOpened,
      ...(soft.length > 0 ? { reason: reason.trim() } : {}),
      // The newest message is on the page before the reader; approving says the words still stand after it.
      ...(overtaken ? { confirmHead: matter.conversation.headSeq } : {}),
    }
    decide.mutate(
      { id: draft.id, version: draft.version, decision },
      {
        onSuccess: (decided) => {
          setArmedFor(null)
          setReason('')
          void message.success(
            decided.state === 'sent' ? t('matter.draft.sent') : t('matter.draft.approvedNote'),
          )
        },
        onError: (error) => setArmedFor(asksForReason(error) ? edition : null),
      },
    )
  }
  /** By key always in two strokes; by button at once, unless there is something to confirm or to say first. */
  const press = () => {
    if (!canApprove) return
    onArm()
    if (armed) approve()
    else setArmedFor(edition)
  }

  return {
    isSecond,
    figuresOpened,
    openFigures: () => setFiguresOf(edition),
    closeFigures: () => setFiguresOf(null),
    overtaken,
    canApprove,
    soft,
    reason,
    setReason,
    armed,
    disarm: () => setArmedFor(null),
    approve,
    pressApprove: press,
    clickApprove: overtaken || soft.length > 0 ? press : approve,
  }
}
