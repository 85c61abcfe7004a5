import { App } from 'antd'
import { useState } from 'react'
import { useKeys } from '../frame/use-keys.ts'
import type { CaseView, Draft, RequestDraft, ReturnReason } from '../shapes.ts'
import { useTyped } from '../typed.ts'
import { useWords } from '../words/use-words.ts'
import type { CaseWrites } from './use-case-writes.ts'

type Given = {
  matter: CaseView
  writes: CaseWrites
  chosen: string | null
  setChosen: (offerId: string | null) => void
}

const over: readonly Draft['state'][] = ['sent', 'returned']

/** The draft on the desk: what may be done with it, what is being done, and the keys for it. */
export function useDraftDesk({ matter, writes, chosen, setChosen }: Given) {
  const { t } = useWords()
  const { message } = App.useApp()
  const { draft } = matter
  const edition = draft ? `${draft.id}@${draft.version}` : null
  const [typed, setTyped] = useTyped(`edit:${draft?.id ?? matter.id}`)
  const [ownTyped] = useTyped(`reply:${matter.conversation.id}`)
  const [picked, setPicked] = useState<'own' | 'draft' | null>(null)
  const setOwn = (yes: boolean) => setPicked(yes ? 'own' : 'draft')
  const [figuresOf, setFiguresOf] = useState<string | null>(null)
  const [armed, setArmed] = useState<string | null>(null)
  const [asking, setAsking] = useState<'return' | 'regenerate' | null>(null)

  const offers = matter.offerSet?.offers ?? []
  const chosenOffer = offers.find((offer) => offer.id === chosen && offer.state === 'proposed') ?? null
  const live = draft !== null && !over.includes(draft.state)
  const may = (deed: Draft['allowed'][number]) => draft?.allowed.includes(deed) ?? false
  const isSecond = (draft?.approvals.length ?? 0) > 0
  const figuresOpened = figuresOf !== null && figuresOf === edition
  const editing = live && typed !== null
  const overtaken = live && draft.why === 'newer_message'
  const canApprove = live && may('approve') && !editing && (!isSecond || figuresOpened)

  const request = (wish: RequestDraft) => {
    setOwn(false)
    setArmed(null)
    writes.draft.mutate(wish, { onSuccess: () => setAsking(null) })
  }
  const generate = () => {
    if (writes.draft.isPending || !matter.allowed.includes('draft')) return
    const offerId = chosenOffer?.id ?? (live ? (draft.offerId ?? undefined) : undefined)
    request(offerId ? { offerId } : {})
  }
  const approve = () => {
    if (!draft || !canApprove || writes.decide.isPending) return
    setArmed(null)
    const decision = {
      decision: 'approve' as const,
      figuresOpened,
      // The newest message is on the page before the reader; approving says the words still stand after it.
      ...(overtaken ? { confirmHead: matter.conversation.headSeq } : {}),
    }
    writes.decide.mutate(
      { id: draft.id, version: draft.version, decision },
      {
        onSuccess: (decided) =>
          void message.success(
            decided.state === 'sent' ? t('matter.draft.sent') : t('matter.draft.approvedNote'),
          ),
      },
    )
  }
  const giveBack = (reason: ReturnReason, comment: string) => {
    if (!draft) return
    writes.decide.mutate(
      {
        id: draft.id,
        version: draft.version,
        decision: { decision: 'return', reason, ...(comment.trim() ? { comment: comment.trim() } : {}) },
      },
      { onSuccess: () => setAsking(null) },
    )
  }
  const edit = () => {
    if (!draft || !live || !may('edit')) return
    setOwn(false)
    setArmed(null)
    if (!typed) setTyped({ text: draft.text, base: draft.version })
  }
  const save = () => {
    if (!draft || !typed) return
    writes.edit.mutate(
      { id: draft.id, text: typed.text, version: typed.base },
      { onSuccess: () => setTyped(null) },
    )
  }
  /** By key always in two strokes; by button at once, unless the conversation has moved on. */
  const pressApprove = () => {
    if (!canApprove) return
    setOwn(false)
    if (armed === edition) approve()
    else setArmed(edition)
  }
  const choose = (n: number) => {
    const offer = offers[n - 1]
    if (offer?.state === 'proposed') setChosen(offer.id === chosen ? null : offer.id)
  }
  const askFor = (what: 'return' | 'regenerate') => {
    if (live && may(what)) setAsking(what)
  }

  useKeys({
    g: generate,
    a: pressApprove,
    e: edit,
    r: () => askFor('return'),
    '1': () => choose(1),
    '2': () => choose(2),
    '3': () => choose(3),
    ...(armed !== null && armed === edition ? { enter: approve, escape: () => setArmed(null) } : {}),
  })

  return {
    matter,
    draft,
    writes,
    live,
    may,
    isSecond,
    editing,
    typed,
    setTyped,
    // A draft that arrives while somebody is writing must not take the field from under their hands.
    own: !live || picked === 'own' || (picked === null && ownTyped !== null && ownTyped.text !== ''),
    setOwn,
    figuresOpened,
    openFigures: () => setFiguresOf(edition),
    closeFigures: () => setFiguresOf(null),
    overtaken,
    canApprove,
    pressApprove,
    armed: armed !== null && armed === edition,
    disarm: () => setArmed(null),
    asking,
    askFor,
    stopAsking: () => setAsking(null),
    chosen: chosenOffer?.id ?? null,
    chosenNumber: chosenOffer ? offers.indexOf(chosenOffer) + 1 : null,
    choose,
    request,
    generate,
    approve,
    giveBack,
    edit,
    save,
  }
}

export type DraftDesk = ReturnType<typeof useDraftDesk>
