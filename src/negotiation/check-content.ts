import { normalText } from '../features/approvals/subject.ts'
import { type Conversation, isVerified } from '../features/conversations/model.ts'
import { storeContent } from '../features/customers/contents.ts'
import { nameIn } from '../features/customers/model.ts'
import { readCustomer } from '../features/customers/store.ts'
import type { Composed } from '../features/drafting/brief.ts'
import type { Basis } from '../features/drafting/store.ts'
import { checkText, guardVersion } from '../features/guards/check-text.ts'
import type { Fact, GuardClause, GuardReport } from '../features/guards/model.ts'
import { storeReport } from '../features/guards/store.ts'
import { resolveRefs } from '../features/policies/citation.ts'
import { zonedInstant } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import type { Prompt } from '../platform/prompts.ts'
import { readContactRules } from './contact-rules.ts'
import { type Story, today } from './story.ts'

export type Checked = { contentId: string; reportId: string; report: GuardReport; text: string }

/** What a text is to be held against, gathered once and kept with the draft, so that an edit meets the same. */
export async function basisOf(
  story: Story,
  tx: Tx,
  conversation: Conversation,
  composed: Pick<Composed, 'facts' | 'promises' | 'requires' | 'citations' | 'figures'>,
  prompt: Pick<Prompt, 'id' | 'version' | 'hash'> | null,
): Promise<Basis> {
  const clauses = await resolveRefs(
    tx,
    composed.citations.map((citation) => citation.ref),
  )
  const guardClauses: GuardClause[] = [...clauses].map(([ref, clause]) => ({
    id: ref,
    text: `${clause.heading}\n${clause.body}`,
    audience: clause.audience,
    effective_from: clause.effectiveFrom,
    effective_to: clause.effectiveTo,
  }))
  return {
    guard: {
      lang: conversation.language,
      at: zonedInstant(tx.now, story.zone),
      verified: isVerified(conversation, tx.now),
      audience: 'customer',
      citations: composed.citations.map(({ marker, ref }) => ({ marker, clause: ref })),
      facts: composed.facts.map((fact) => (namesCustomer(fact) ? { ...fact, value: '' } : fact)),
      promises: (composed.promises ?? []).map((promise) => ({ kind: promise.kind, fact: promise.fact })),
      clauses: guardClauses,
      floor: null,
      lines: (await readContactRules(tx, today(story, tx))).lines,
      requires: composed.requires ?? [],
    },
    citations: composed.citations,
    prompt: prompt ? `${prompt.id}@${prompt.version}` : 'typed',
    promptHash: prompt?.hash ?? '',
    model: null,
    guardVersion,
    figures: composed.figures,
  }
}

/** The customer's name is filled in whenever the guards run: nothing kept in the open may say it. */
function namesCustomer(fact: Fact): boolean {
  return fact.kind === 'name' && fact.subject === 'customer'
}

/** What the guards say of a text held against its basis; the customer's name is given, never kept with the basis. */
export function reportOn(
  basis: Basis,
  text: string,
  now: { at: string; verified: boolean; name: string },
): GuardReport {
  return checkText({
    ...basis.guard,
    facts: basis.guard.facts.map((fact) => (namesCustomer(fact) ? { ...fact, value: now.name } : fact)),
    id: 'draft',
    text,
    at: now.at,
    verified: now.verified,
  })
}

/** Stores a text and what the guards say of it now; the report is on exactly these bytes. */
export async function checkContent(
  story: Story,
  tx: Tx,
  conversation: Conversation,
  text: string,
  basis: Basis,
): Promise<Checked> {
  const words = normalText(text)
  const { profile } = await readCustomer(story, tx, conversation.customer_id)
  const report = reportOn(basis, words, {
    at: zonedInstant(tx.now, story.zone),
    verified: isVerified(conversation, tx.now),
    name: nameIn(profile, conversation.language),
  })
  const contentId = await storeContent(story, tx, conversation.customer_id, words)
  const reportId = await storeReport(story, tx, {
    customerId: conversation.customer_id,
    contentId,
    guardVersion,
    report,
    clauseRefs: basis.citations.map((citation) => citation.ref),
  })
  return { contentId, reportId, report, text: words }
}
