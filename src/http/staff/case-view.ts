import type { z } from '@hono/zod-openapi'
import { findAgreement } from '../../features/agreements/store.ts'
import { labelOf } from '../../features/analysis/questions.ts'
import { readApprovals } from '../../features/approvals/store.ts'
import { holdSignals } from '../../features/cases/model.ts'
import { type Case, readFacts, readSignals } from '../../features/cases/store.ts'
import type { Conversation } from '../../features/conversations/model.ts'
import { isVerified } from '../../features/conversations/model.ts'
import { readConversation, readMessages } from '../../features/conversations/store.ts'
import { readText } from '../../features/customers/contents.ts'
import { nameIn, totalOwed } from '../../features/customers/model.ts'
import { readAccounts, readCustomer } from '../../features/customers/store.ts'
import { readStopSwitch } from '../../features/drafting/stop-switch.ts'
import { findLatestDraft, type Draft as StoredDraft } from '../../features/drafting/store.ts'
import { readReport } from '../../features/guards/store.ts'
import { authorityRank } from '../../features/identity/model.ts'
import { readStaff, type Staff } from '../../features/identity/store.ts'
import { findLatestSet, type OfferRow, readOffer } from '../../features/offers/store.ts'
import { resolveRefs } from '../../features/policies/citation.ts'
import { findAnalysis, type StoredAnalysis } from '../../negotiation/analyse-problem.ts'
import type { Story } from '../../negotiation/story.ts'
import type { Tx } from '../../platform/db.ts'
import { agreementView, followUpViews, handOffView, iso, messageViews, sourceView } from '../views.ts'
import { offerSetView } from './offer-set-view.ts'
import type { Analysis, CaseView, CustomerCard, Draft, Evidence } from './shapes.ts'

type View<T extends z.ZodType> = z.infer<T>

/** Everything an agent needs of one case on one page, with what this reader may do now. */
export async function caseView(
  story: Story,
  tx: Tx,
  reader: Staff,
  of: Case,
): Promise<View<typeof CaseView>> {
  const conversation = await readConversation(tx, of.conversation_id)
  const messages = await readMessages(story, tx, conversation.id)
  const signals = await readSignals(tx, of.id)
  const facts = await readFacts(story, tx, of)
  const analysis = await findAnalysis(story, tx, of.id)
  const set = await findLatestSet(tx, of.id)
  const draft = await findLatestDraft(tx, conversation.id)
  const agreement = await findAgreement(tx, { caseId: of.id })
  const offerSet = set ? await offerSetView(story, tx, set) : null
  const { language } = conversation
  return {
    id: of.id,
    version: of.version,
    kind: of.kind,
    stage: of.stage,
    status: of.status,
    openedAt: iso(of.opened_at),
    dueAt: of.due_at ? iso(of.due_at) : null,
    assignee: of.assignee,
    conversation: {
      id: conversation.id,
      language,
      channel: conversation.channel,
      handOff: await handOffView(story, tx, conversation),
      headSeq: conversation.head_seq,
    },
    customer: await customerCard(story, tx, of.customer_id, conversation),
    messages: await messageViews(tx, messages),
    facts: facts.map((fact) => ({
      id: fact.id,
      name: fact.name,
      label: labelOf(fact.name, language),
      value: fact.value,
      unit: unitOf(fact.name, fact.value),
      grade: fact.grade,
      messageId: fact.messageId,
    })),
    signals: signals.map((signal) => ({
      id: signal.id,
      signal: signal.signal,
      messageId: signal.message_id,
      clearedAt: signal.cleared_at ? iso(signal.cleared_at) : null,
      holds: holdSignals.includes(signal.signal) && signal.cleared_at === null,
    })),
    analysis: analysis ? await analysisView(tx, analysis, conversation.head_seq) : null,
    offerSet,
    draft: draft ? await draftView(story, tx, reader, draft, conversation) : null,
    agreement: agreement ? await agreementView(story, tx, agreement) : null,
    followUps: agreement ? await followUpViews(tx, agreement.id) : [],
    allowed: await allowedOn(tx, reader, of, conversation, (offerSet?.talk.heldBy.length ?? 0) > 0),
  }
}

async function allowedOn(
  tx: Tx,
  reader: Staff,
  of: Case,
  conversation: Conversation,
  /** Something policy allows is kept back by the schedule: a person may put it forward with a reason. */
  held: boolean,
): Promise<View<typeof CaseView>['allowed']> {
  if (authorityRank(reader.role) === 0 || of.status === 'closed') return []
  const { stopped } = await readStopSwitch(tx)
  const proposes = of.stage === 'analysis' || of.stage === 'proposal'
  return [
    ...(conversation.hand_off === 'joined' && conversation.joined_by === reader.id
      ? []
      : (['join'] as const)),
    'analyse',
    ...(proposes ? (['propose'] as const) : []),
    ...(proposes && held ? (['grant'] as const) : []),
    ...(stopped ? [] : (['draft'] as const)),
    'reply',
    'clear_signal',
    'close',
  ]
}

export async function customerCard(
  story: Story,
  tx: Tx,
  customerId: string,
  conversation: Conversation,
): Promise<View<typeof CustomerCard>> {
  const customer = await readCustomer(story, tx, customerId)
  const accounts = await readAccounts(tx, customerId)
  return {
    id: customer.id,
    name: nameIn(customer.profile, conversation.language),
    ref: customer.ref,
    language: customer.language,
    segment: customer.segment,
    verified: isVerified(conversation, tx.now),
    accounts: accounts.map((account) => ({
      id: account.id,
      product: account.product,
      maskedNumber: account.masked_number,
      currency: account.currency,
      principal: account.principal,
      interest: account.interest,
      fees: account.fees,
      defaultCharges: account.default_charges,
      totalOwed: totalOwed(account),
      daysPastDue: account.days_past_due,
      annualRateBp: account.annual_rate_bp,
    })),
    history: customer.profile.history,
  }
}

function unitOf(name: string, value: number | string): View<typeof CaseView>['facts'][number]['unit'] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text'
  if (name.endsWith('_months')) return 'months'
  if (name.endsWith('_bp')) return 'bp'
  return name === 'dependants' ? 'count' : 'minor'
}

export async function analysisView(
  tx: Tx,
  analysis: StoredAnalysis,
  head: number,
): Promise<View<typeof Analysis>> {
  const refs = await resolveRefs(
    tx,
    analysis.claims.flatMap((claim) =>
      claim.evidence.flatMap((one) => (one.from === 'clause' ? [one.ref] : [])),
    ),
  )
  return {
    id: analysis.id,
    createdAt: iso(analysis.createdAt),
    asOf: analysis.asOf,
    claims: analysis.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.flatMap((one): z.infer<typeof Evidence>[] => {
        if (one.from !== 'clause') return [one]
        const clause = refs.get(one.ref)
        return clause ? [{ from: 'clause' as const, source: sourceView(clause.clauseId, clause) }] : []
      }),
    })),
    questions: analysis.questions,
    forces: analysis.forces,
    stale: analysis.headSeq < head,
  }
}

export async function draftView(
  story: Story,
  tx: Tx,
  reader: Staff,
  draft: StoredDraft,
  conversation: Conversation,
): Promise<View<typeof Draft>> {
  const approvals = await readApprovals(tx, draft.id)
  const report = draft.guard_report_id
    ? await readReport(story, tx, draft.guard_report_id)
    : { findings: [], sendable: false }
  const offer = draft.offer_id ? await readOffer(tx, draft.offer_id) : undefined
  const refs = await resolveRefs(tx, draft.basis?.citations.map((citation) => citation.ref) ?? [])
  const maker = draft.maker_id ? (await readStaff(tx, { id: draft.maker_id }))[0]?.name : undefined
  const { allowed, why } = allowedOnDraft(reader, draft, conversation, offer, approvals)
  return {
    id: draft.id,
    caseId: draft.case_id,
    conversationId: draft.conversation_id,
    kind: draft.kind,
    state: draft.state,
    version: draft.version,
    language: draft.language,
    text: draft.content_id ? await readText(story, tx, draft.content_id) : '',
    writer: draft.writer,
    offerId: draft.offer_id,
    agreementId: draft.agreement_id,
    sources: (draft.basis?.citations ?? []).flatMap(({ marker, ref }) => {
      const clause = refs.get(ref)
      return clause ? [sourceView(marker, clause)] : []
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
    })),
    maker: maker ?? draft.requested_by,
    headSeq: draft.head_seq,
    figures: (draft.basis?.figures ?? []).map((figure) => ({ ...figure, changed: false })),
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
  offer: OfferRow | undefined,
  approvals: { approver_id: string }[],
): Allowed {
  const own = authorityRank(reader.role)
  const asSecond = offer?.second_role === reader.role
  if (own === 0 && !asSecond) return { allowed: [], why: 'no_authority' }
  if (draft.state !== 'ready') return { allowed: [], why: draft.state }
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
