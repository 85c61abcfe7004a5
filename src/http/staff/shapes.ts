import { askableScenarios } from '../../features/drafting/brief.ts'
import { DraftRequest, ProductAsked } from '../../features/drafting/draft-request.ts'
import { failures, nextSteps } from '../../features/drafting/next-step.ts'
import { draftStates } from '../../features/drafting/store.ts'
import {
  AgreementView,
  authorities,
  caseKinds,
  evidenceGrades,
  FollowUp,
  HandOff,
  Id,
  Instant,
  Language,
  LocalDate,
  Message,
  Minor,
  Source,
  signals,
  staffRoles,
  stages,
  z,
} from '../shapes.ts'
import { CaseDebt, OfferSet } from './offer-shapes.ts'

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: z.enum(staffRoles),
    language: Language,
    teams: z.array(z.object({ id: Id, nameZh: z.string(), nameEn: z.string() })),
    pages: z.array(z.enum(['queue', 'compliance', 'policies', 'insights'])),
    demo: z.boolean(),
  })
  .meta({ id: 'Me' })

export const QueueItem = z
  .object({
    conversationId: Id,
    caseId: Id.nullable(),
    customerName: z.string(),
    kind: z.enum(caseKinds).nullable(),
    stage: z.enum(stages).nullable(),
    language: Language,
    signals: z.array(z.enum(signals)),
    handOff: z.enum(['bot', 'requested', 'queued', 'joined', 'ended']),
    customerWaitingSince: Instant.nullable(),
    dueAt: Instant.nullable().meta({ description: 'service target for the next step' }),
    secondApproval: z.boolean(),
    draftState: z.string().nullable(),
    assignee: z.string().nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'QueueItem' })

const InBoth = z.object({ 'zh-Hans': z.string(), en: z.string() })

/** A statement of the analysis and what it rests on. */
export const Evidence = z.discriminatedUnion('from', [
  z.object({ from: z.literal('message'), messageId: Id, quote: z.string() }),
  z.object({ from: z.literal('record'), record: z.string(), label: z.string() }),
  z.object({ from: z.literal('clause'), source: Source }),
])
export const Claim = z.object({
  aspect: z.enum(['nature', 'cause', 'effect', 'interest', 'figure', 'history', 'risk', 'rule']),
  code: z.string().meta({ description: 'which statement it is; with `values`, the same in any language' }),
  values: z.record(
    z.string(),
    z.object({
      is: z.enum(['amount', 'rate', 'days', 'months', 'count', 'date', 'code', 'text']),
      value: z.union([z.number(), z.string()]),
      en: z.string().optional(),
    }),
  ),
  text: z.string().meta({ description: "in the conversation's language" }),
  texts: InBoth.optional(),
  amount: Minor.optional(),
  grade: z.enum(evidenceGrades).optional(),
  evidence: z.array(Evidence),
})
export const Analysis = z
  .object({
    id: Id,
    createdAt: Instant,
    asOf: LocalDate,
    claims: z.array(Claim),
    questions: z.array(z.object({ field: z.string(), text: z.string(), texts: InBoth.optional() })),
    forces: z.array(
      z.object({
        signal: z.enum(signals),
        effect: z.enum(['care', 'hold', 'route']),
        text: z.string(),
        texts: InBoth.optional(),
      }),
    ),
    stale: z.boolean(),
  })
  .meta({ id: 'Analysis' })

export const Finding = z.object({
  guard: z.string(),
  severity: z.enum(['hard', 'soft']),
  span: z.tuple([z.int(), z.int()]).nullable(),
  detail: z.string(),
})

export const returnReasons = [
  'wrong_facts',
  'wrong_offer',
  'wrong_tone',
  'missing_information',
  'policy_mismatch',
  'customer_changed_mind',
  'other',
] as const

export const Draft = z
  .object({
    id: Id,
    caseId: Id.nullable(),
    conversationId: Id,
    kind: z.enum(['staff_reply', 'offer', 'agreement']),
    state: z.enum(draftStates),
    version: z.int(),
    language: Language,
    text: z.string(),
    writer: z.enum(['composer', 'model', 'person']),
    model: z.string().nullable().meta({ description: 'the model that wrote it' }),
    fault: z.string().nullable().meta({ description: 'why the composer wrote what a model was to write' }),
    reason: z
      .enum([...failures, ...returnReasons])
      .nullable()
      .meta({
        description:
          'why it failed (lease_expired: its writer did not come back in time; stopped: compliance stopped the machine) or why a person returned it',
      }),
    next: z.enum(nextSteps).nullable().meta({
      description: 'what a person can do about a failure, a fault or findings; null when nothing went wrong',
    }),
    use: z
      .object({ calls: z.int(), tokens: z.int(), cost: z.int().nullable() })
      .nullable()
      .meta({ description: 'what its model calls used; cost in minor units where prices are known' }),
    edited: z
      .object({
        distance: z.int(),
        sentences: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      })
      .nullable()
      .meta({ description: 'what a person changed in the words of the machine' }),
    lease: z
      .object({ holder: z.string(), mine: z.boolean(), until: Instant })
      .nullable()
      .meta({ description: 'who is editing it now' }),
    offerId: Id.nullable(),
    agreementId: Id.nullable(),
    sources: z.array(Source),
    findings: z.array(Finding),
    sendable: z.boolean(),
    requiredAuthority: z.enum(authorities),
    approvalsNeeded: z.int(),
    approvals: z.array(
      z.object({
        approver: z.string(),
        role: z.enum(staffRoles),
        at: Instant,
        step: z.int(),
        reason: z.string().nullable().meta({ description: 'why a soft finding was let stand' }),
      }),
    ),
    maker: z.string(),
    headSeq: z.int(),
    figures: z.array(
      z.object({
        label: z.string(),
        value: z.string(),
        changed: z.boolean().meta({ description: 'an edit put it in or took it out' }),
      }),
    ),
    allowed: z.array(z.enum(['approve', 'edit', 'regenerate', 'return', 'take_over'])).meta({
      description: 'what the reader may do now; the page never computes permission',
    }),
    why: z.string().nullable().meta({ description: 'reason when approve is not allowed' }),
  })
  .meta({ id: 'Draft' })

export const CustomerCard = z
  .object({
    id: Id,
    name: z.string(),
    ref: z.string(),
    language: Language,
    segment: z.string(),
    verified: z.boolean(),
    accounts: z.array(
      z.object({
        id: Id,
        product: z.string(),
        maskedNumber: z.string(),
        currency: z.string(),
        principal: Minor,
        interest: Minor,
        fees: Minor,
        defaultCharges: Minor,
        totalOwed: Minor,
        daysPastDue: z.int(),
        annualRateBp: z.number(),
      }),
    ),
    history: z.array(z.object({ at: z.string(), kind: z.string(), text: z.string() })),
  })
  .meta({ id: 'CustomerCard' })

export const Fact = z.object({
  id: Id,
  name: z.string(),
  label: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.enum(['minor', 'months', 'date', 'text', 'count', 'bp']),
  grade: z.enum(evidenceGrades),
  messageId: Id.nullable(),
})

export const CaseView = z
  .object({
    id: Id,
    version: z.int(),
    kind: z.enum(caseKinds),
    stage: z.enum(stages),
    status: z.enum(['open', 'on_hold', 'closed']),
    openedAt: Instant,
    dueAt: Instant.nullable(),
    assignee: z.string().nullable(),
    conversation: z.object({
      id: Id,
      language: Language,
      channel: z.string(),
      handOff: HandOff,
      headSeq: z.int(),
    }),
    customer: CustomerCard,
    messages: z.array(Message),
    facts: z.array(Fact),
    signals: z.array(
      z.object({
        id: Id,
        signal: z.enum(signals),
        messageId: Id.nullable(),
        clearedAt: Instant.nullable(),
        holds: z.boolean(),
      }),
    ),
    analysis: Analysis.nullable(),
    debt: CaseDebt,
    offerSet: OfferSet.nullable(),
    draft: Draft.nullable(),
    agreement: AgreementView.nullable(),
    followUps: z.array(FollowUp),
    allowed: z.array(
      z.enum([
        'join',
        'analyse',
        'choose_debt',
        'propose',
        'grant',
        'draft',
        'reply',
        'clear_signal',
        'close',
      ]),
    ),
  })
  .meta({ id: 'Case' })

export const RequestDraft = DraftRequest.meta({ id: 'RequestDraft' })
export const Scenarios = z
  .object({
    next: z.enum(askableScenarios).meta({ description: 'what a reply would be for when nobody says' }),
    fitting: z.array(z.enum(askableScenarios)).meta({ description: 'what it may be for as the case stands' }),
    questions: z
      .array(z.object({ field: z.string(), open: z.boolean(), texts: InBoth }))
      .meta({ description: 'what may be asked for `questions`, the open ones first' }),
    charge: z
      .object({ kind: z.enum(['default_charge', 'fee']), amount: Minor })
      .nullable()
      .meta({ description: 'the charge a `waiver` would be of; null while none may be named' }),
    products: z
      .array(z.object({ id: z.string(), name: InBoth, held: z.boolean(), locked: z.boolean() }))
      .meta({ description: 'what `product.id` may be, those held first' }),
    said: ProductAsked.meta({ description: 'what the messages say of a product already' }),
    due: z
      .array(z.object({ date: LocalDate, amount: Minor }))
      .meta({ description: 'what `missed` may be, the newest first' }),
  })
  .meta({ id: 'Scenarios' })
export const TakeLease = z.object({
  take: z.boolean().default(false).meta({ description: 'a lead takes it from whoever has it' }),
})
export const Lease = z.object({ holder: z.string(), mine: z.boolean(), until: Instant })
export const EditDraft = z.object({ text: z.string().trim().min(1).max(8000) })
export const Decide = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('approve'),
    figuresOpened: z.boolean().default(false),
    reason: z.string().trim().min(3).max(500).optional().meta({
      description: 'why it goes out although a soft finding stands',
    }),
    confirmHead: z.int().optional().meta({
      description:
        'sequence of the newest message the approver has read, to confirm the same words against it',
    }),
  }),
  z.object({
    decision: z.literal('return'),
    reason: z.enum(returnReasons),
    comment: z.string().max(1000).optional(),
  }),
])
export const Decided = z.object({
  state: z.enum(draftStates),
  messageId: Id.nullable(),
  seq: z.int().nullable(),
})
export const Reply = z.object({
  text: z.string().trim().min(1).max(8000),
  reason: z.string().trim().min(3).max(500).optional().meta({
    description: 'why it goes out although a soft finding stands',
  }),
})
export const Clear = z.object({ reason: z.string().trim().min(3).max(500) })
export const Close = z.object({ reason: z.enum(['resolved', 'withdrawn', 'no_agreement', 'duplicate']) })
