import { useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { useKeys } from '../frame/use-keys.ts'
import { caseQuery } from '../reads.ts'
import type { CaseView, Draft, RequestDraft, ReturnReason } from '../shapes.ts'
import { useTyped } from '../typed.ts'
import { useApproval } from './use-approval.ts'
import type { CaseWrites } from './use-case-writes.ts'
import { useEditLease } from './use-edit-lease.ts'

type Given = {
  matter: CaseView
  writes: CaseWrites
  chosen: string | null
  setChosen: (offerId: string | null) => void
}

const over: readonly Draft['state'][] = ['sent', 'returned']
const atWork: readonly Draft['state'][] = ['requested', 'analysing', 'drafting', 'checking']

/** The draft on the desk: what may be done with it, what is being done, and the keys for it. */
export function useDraftDesk({ matter, writes, chosen, setChosen }: Given) {
  const { draft } = matter
  const [typed, setTyped] = useTyped(`edit:${draft?.id ?? matter.id}`)
  const [ownTyped] = useTyped(`reply:${matter.conversation.id}`)
  const [picked, setPicked] = useState<'own' | 'draft' | null>(null)
  const setOwn = (yes: boolean) => setPicked(yes ? 'own' : 'draft')
  const [asking, setAsking] = useState<'return' | 'regenerate' | 'take_over' | null>(null)

  const offers = matter.offerSet?.offers ?? []
  const chosenOffer = offers.find((offer) => offer.id === chosen && offer.state === 'proposed') ?? null
  const live = draft !== null && !over.includes(draft.state)
  // A plan that was sent, or of an older run, is not put forward again.
  const drafted = live
    ? offers.find((offer) => offer.id === draft.offerId && offer.state === 'proposed')
    : null
  const usualOffer = chosenOffer?.id ?? drafted?.id ?? null
  const may = (deed: Draft['allowed'][number]) => draft?.allowed.includes(deed) ?? false
  const editing = live && typed !== null
  const asked = writes.draft.isPending && writes.arriving !== null
  const working = asked || (draft !== null && atWork.includes(draft.state))
  const lease = useEditLease(draft, editing, caseQuery(matter.id).queryKey)
  const approval = useApproval({
    matter,
    writes,
    free: live && !editing && !working,
    onArm: () => setOwn(false),
  })
  const { armed, disarm, approve } = approval
  // A new draft would pull the words from under whoever is editing the present one.
  const mayAsk = !working && lease.other === null && matter.allowed.includes('draft')

  const request = (wish: RequestDraft, onSuccess?: () => void) => {
    setOwn(false)
    setAsking(null)
    disarm()
    writes.draft.mutate(wish, {
      onSuccess: () => onSuccess?.(),
      // A field that was refused is mended where it was filled in.
      onError: (error) => {
        if (error instanceof ApiProblem && error.body.field) setAsking('regenerate')
      },
    })
  }
  const generate = () => {
    if (!mayAsk) return
    request(usualOffer ? { offerId: usualOffer } : {})
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
  /** Editing begins once the draft is ours for the minute. */
  const beginEditing = (takeOver: boolean) => {
    if (!draft || !live || working || lease.taking.isPending || !may(takeOver ? 'take_over' : 'edit')) return
    setOwn(false)
    disarm()
    lease.taking.mutate(
      { id: draft.id, over: takeOver },
      {
        onSuccess: () => {
          setAsking(null)
          if (!typed) setTyped({ text: draft.text, base: draft.version })
        },
      },
    )
  }
  const edit = () => {
    if (editing) setOwn(false)
    else beginEditing(false)
  }
  const save = () => {
    if (!draft || !typed || lease.other) return
    writes.edit.mutate(
      { id: draft.id, text: typed.text, version: typed.base },
      { onSuccess: () => setTyped(null) },
    )
  }
  const choose = (n: number) => {
    const offer = offers[n - 1]
    if (offer?.state === 'proposed') setChosen(offer.id === chosen ? null : offer.id)
  }
  const askFor = (what: 'return' | 'regenerate' | 'take_over') => {
    const free = what === 'regenerate' ? mayAsk : live && may(what)
    if (free) setAsking(what)
  }

  /** What the dialog was told about its fields goes with it. */
  const stopAsking = () => {
    setAsking(null)
    if (asking === 'regenerate') writes.draft.reset()
  }

  useKeys({
    g: generate,
    a: approval.pressApprove,
    e: edit,
    r: () => askFor('return'),
    '1': () => choose(1),
    '2': () => choose(2),
    '3': () => choose(3),
    ...(armed ? { enter: approve, escape: disarm } : {}),
  })

  return {
    matter,
    draft,
    writes,
    ...approval,
    live,
    may,
    working,
    /** A draft is being written for this page, sentence by sentence. */
    asked,
    editing,
    typed,
    setTyped,
    taking: lease.taking,
    other: lease.other,
    takeOver: () => beginEditing(true),
    // A draft that arrives while somebody is writing must not take the field from under their hands.
    own:
      (!live && !asked) || picked === 'own' || (picked === null && ownTyped !== null && ownTyped.text !== ''),
    setOwn,
    asking,
    askFor,
    stopAsking,
    chosen: chosenOffer?.id ?? null,
    /** The plan a draft carries when nobody says another. */
    usualOffer,
    chosenNumber: chosenOffer ? offers.indexOf(chosenOffer) + 1 : null,
    choose,
    request,
    generate,
    giveBack,
    edit,
    save,
  }
}

export type DraftDesk = ReturnType<typeof useDraftDesk>
