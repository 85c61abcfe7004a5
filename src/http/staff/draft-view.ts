import type { z } from '@hono/zod-openapi'
import { readApprovals } from '../../features/approvals/store.ts'
import type { Conversation } from '../../features/conversations/model.ts'
import { readContents, readText } from '../../features/customers/contents.ts'
import { changedSentences, isTouched } from '../../features/drafting/changed-sentences.ts'
import { editDistance } from '../../features/drafting/edit-distance.ts'
import { findLease, type Lease, mayTakeOver } from '../../features/drafting/edit-lease.ts'
import { readDraftUse } from '../../features/drafting/model-calls.ts'
import { nextStep } from '../../features/drafting/next-step.ts'
import type { Draft as StoredDraft } from '../../features/drafting/store.ts'
import { readReport } from '../../features/guards/store.ts'
import { authorityRank } from '../../features/identity/model.ts'
import { readStaff, type Staff } from '../../features/identity/store.ts'
import { type OfferRow, readOffer } from '../../features/offers/store.ts'
import { resolveRefs } from '../../features/policies/citation.ts'
import { listComingChanges } from '../../features/policies/coming-changes.ts'
import { type Story, today } from '../../negotiation/story.ts'
import type { Tx } from '../../platform/db.ts'
import { iso, sourceView } from '../views.ts'
import { Draft } from './shapes.ts'

type View<T extends z.ZodType> = z.infer<T>

export async function draftView(
  story: Story,
  tx: Tx,
  reader: Staff,
  draft: StoredDraft,
  conversation: Conversation,
): Promise<View<typeof Draft>> {
  const approvals = await readApprovals(tx, draft.id)
  const reasons = await readContents(
    story,
    tx,
    approvals.map((approval) => approval.reason_id),
  )
  const report = draft.guard_report_id
    ? await readReport(story, tx, draft.guard_report_id)
    : { findings: [], sendable: false }
  const offer = draft.offer_id ? await readOffer(tx, draft.offer_id) : undefined
  const refs = await resolveRefs(tx, draft.basis?.citations.map((citation) => citation.ref) ?? [])
  const cited = [...refs.values()].map(({ clauseId }) => clauseId)
  const ahead = await listComingChanges(tx, cited, today(story, tx))
  const changes = new Map(ahead.map(({ clauseId, on }) => [clauseId, on]))
  const maker = draft.maker_id ? (await readStaff(tx, { id: draft.maker_id }))[0]?.name : undefined
  const text = draft.content_id ? await readText(story, tx, draft.content_id) : ''
  const edited = draft.original_content_id !== draft.content_id
  const original =
    edited && draft.original_content_id ? await readText(story, tx, draft.original_content_id) : text
  const lease = await findLease(tx, draft.id)
  const { allowed, why } = allowedOnDraft(reader, draft, conversation, { offer, approvals, lease })
  return {
    id: draft.id,
    caseId: draft.case_id,
    conversationId: draft.conversation_id,
    kind: draft.kind,
    state: draft.state,
    version: draft.version,
    language: draft.language,
    text,
    writer: draft.writer,
    model: draft.basis?.model ?? null,
    fault: draft.fault,
    reason: Draft.shape.reason.parse(draft.reason),
    next: nextStep(draft),
    use: draft.brief_id ? await readDraftUse(tx, draft.id) : null,
    edited: edited
      ? { distance: editDistance(original, text), sentences: changedSentences(original, text) }
      : null,
    lease: lease
      ? { holder: lease.holder, mine: lease.holderId === reader.id, until: iso(lease.until) }
      : null,
    offerId: draft.offer_id,
    agreementId: draft.agreement_id,
    sources: (draft.basis?.citations ?? []).flatMap(({ marker, ref }) => {
      const clause = refs.get(ref)
      return clause ? [sourceView(marker, clause, changes.get(clause.clauseId) ?? null)] : []
    }),
    findings: report.findings.map(({ guard, severity, span, detail }) => ({ guard, severity, span, detail })),
    sendable: draft.sendable,
    requiredAuthority: offer?.authority ?? 'agent',
    approvalsNeeded: offer?.approvals ?? 1,
    approvals: approvals.map((approval) => ({
      approver: approval.approver,
      role: approval.approver_role,
      at: iso(approval.created_at),
      step: approval.step,
      reason: approval.reason_id ? (reasons.get(approval.reason_id)?.toString('utf8') ?? null) : null,
    })),
    maker: maker ?? draft.requested_by,
    headSeq: draft.head_seq,
    figures: (draft.basis?.figures ?? []).map((figure) => ({
      ...figure,
      changed: isTouched(figure.value, original, text),
    })),
    allowed,
    why,
  }
}

type Allowed = { allowed: View<typeof Draft>['allowed']; why: string | null }

/** What the reader may do with a draft, and why not when approving is not among it. */
function allowedOnDraft(
  reader: Staff,
  draft: StoredDraft,
  conversation: Conversation,
  given: { offer: OfferRow | undefined; approvals: { approver_id: string }[]; lease: Lease | undefined },
): Allowed {
  const { offer, approvals, lease } = given
  const own = authorityRank(reader.role)
  const asSecond = offer?.second_role === reader.role
  if (own === 0 && !asSecond) return { allowed: [], why: 'no_authority' }
  if (draft.state !== 'ready') return { allowed: [], why: draft.state }
  if (lease && lease.holderId !== reader.id) {
    return { allowed: mayTakeOver(reader.role) ? ['take_over'] : [], why: 'lease' }
  }
  const edits =
    draft.kind === 'agreement' ? (['return'] as const) : (['edit', 'regenerate', 'return'] as const)
  if (!draft.sendable) return { allowed: [...edits], why: 'guard_findings' }
  if (approvals.some((approval) => approval.approver_id === reader.id)) {
    return { allowed: [...edits], why: 'waiting_for_second' }
  }
  const enough = !offer || (own >= authorityRank(offer.authority) && offer.approvals === 1)
  const why = draft.head_seq < conversation.head_seq ? 'newer_message' : enough ? null : 'second_approval'
  return { allowed: ['approve', ...edits], why }
}
