import type { z } from '@hono/zod-openapi'
import { findAgreement } from '../../features/agreements/store.ts'
import { labelOf, questions } from '../../features/analysis/questions.ts'
import { holdSignals } from '../../features/cases/model.ts'
import { type Case, readFacts, readSignals } from '../../features/cases/store.ts'
import type { Conversation } from '../../features/conversations/model.ts'
import { isVerified } from '../../features/conversations/model.ts'
import { readConversation, readMessages } from '../../features/conversations/store.ts'
import { nameIn, totalOwed } from '../../features/customers/model.ts'
import { readAccounts, readCustomer } from '../../features/customers/store.ts'
import { readStopSwitch } from '../../features/drafting/stop-switch.ts'
import { findLatestDraft } from '../../features/drafting/store.ts'
import { authorityRank } from '../../features/identity/model.ts'
import type { Staff } from '../../features/identity/store.ts'
import { findLatestSet } from '../../features/offers/store.ts'
import { resolveRefs } from '../../features/policies/citation.ts'
import { findAnalysis, type StoredAnalysis } from '../../negotiation/analyse-problem.ts'
import type { Scenarios as Listed } from '../../negotiation/list-scenarios.ts'
import type { Story } from '../../negotiation/story.ts'
import type { Tx } from '../../platform/db.ts'
import { agreementView, followUpViews, handOffView, iso, messageViews, sourceView } from '../views.ts'
import { caseDebtView } from './case-debt.ts'
import { draftView } from './draft-view.ts'
import { offerSetView } from './offer-set-view.ts'
import type { CaseDebt } from './offer-shapes.ts'
import type { Analysis, CaseView, CustomerCard, Evidence, Scenarios } from './shapes.ts'

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
  const debt = await caseDebtView(tx, of)
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
    debt,
    offerSet,
    draft: draft ? await draftView(story, tx, reader, draft, conversation) : null,
    agreement: agreement ? await agreementView(story, tx, agreement) : null,
    followUps: agreement ? await followUpViews(tx, agreement.id) : [],
    allowed: await allowedOn(tx, reader, of, conversation, {
      held: (offerSet?.talk.heldBy.length ?? 0) > 0,
      debt,
    }),
  }
}

async function allowedOn(
  tx: Tx,
  reader: Staff,
  of: Case,
  conversation: Conversation,
  /** `held`: the schedule keeps back what policy allows, and a person may put it forward with a reason. */
  { held, debt }: { held: boolean; debt: View<typeof CaseDebt> },
): Promise<View<typeof CaseView>['allowed']> {
  if (authorityRank(reader.role) === 0 || of.status === 'closed') return []
  const { stopped } = await readStopSwitch(tx)
  const clear = debt.accountId !== null || debt.choices.length === 0
  const proposes = clear && (of.stage === 'analysis' || of.stage === 'proposal')
  return [
    ...(conversation.hand_off === 'joined' && conversation.joined_by === reader.id
      ? []
      : (['join'] as const)),
    'analyse',
    ...(debt.choices.length > 0 && !debt.settled ? (['choose_debt'] as const) : []),
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

/** What a draft may be asked to be, each question in both languages. */
export function scenariosView({ questions: asked, ...rest }: Listed): View<typeof Scenarios> {
  return { ...rest, questions: asked.map(({ field, open }) => ({ field, open, texts: questions[field]! })) }
}
