import { z } from '@hono/zod-openapi'
import { caseKinds, evidenceGrades, signals, stages } from '../features/cases/model.ts'
import { handOffStates } from '../features/conversations/model.ts'
import { authorities, staffRoles } from '../features/identity/model.ts'
import { offerStates } from '../features/offers/store.ts'

/** Shapes that more than one audience reads. Money: integer minor units; rates: basis points; instants: ISO UTC. */
export const Id = z.uuid()
export const Instant = z.iso.datetime()
export const LocalDate = z.iso.date()
export const Minor = z.int()
export const Language = z.enum(['zh-Hans', 'en'])

/** A resolved citation: what the reader may open, never an address a model wrote. */
export const Source = z
  .object({
    marker: z.string().meta({ example: '[1]' }),
    clauseId: z.string().meta({ example: 'card-hardship-zh#3' }),
    title: z.string(),
    number: z.string(),
    heading: z.string(),
    passage: z.string(),
    version: z.int(),
    effectiveFrom: LocalDate,
    effectiveTo: LocalDate.nullable(),
    changesOn: LocalDate.nullable()
      .optional()
      .meta({ description: 'first day the clause will not say what it says today, where that is known' }),
  })
  .meta({ id: 'Source' })

export const Instalment = z
  .object({ date: LocalDate, amount: Minor, principal: Minor, interest: Minor })
  .meta({ id: 'Instalment' })

/** An offer as a customer may see it: nothing here tells the bank's floor or its valuation. */
export const OfferCard = z
  .object({
    id: Id,
    state: z.enum(offerStates),
    validUntil: Instant.nullable(),
    account: z
      .object({ product: z.string(), maskedNumber: z.string() })
      .meta({ description: 'the debt it is a plan for' }),
    shape: z.string(),
    months: z.int(),
    schedule: z.array(Instalment),
    downPayment: Minor,
    instalment: Minor.meta({ description: 'largest regular instalment' }),
    total: Minor,
    financed: Minor,
    waived: z.object({ fees: Minor, default_charges: Minor, interest: Minor, principal: Minor }),
    planRateBp: z.number(),
    aprNominalBp: z.number(),
    aprEffectiveBp: z.number(),
    costStatement: z.object({ id: Id, confirmedAt: Instant.nullable() }).nullable(),
    agreementId: Id.nullable(),
  })
  .meta({ id: 'OfferCard' })

/** A chosen person at the bank, as shown to a customer. */
export const StaffName = z.object({ name: z.string(), role: z.enum(staffRoles) }).meta({ id: 'StaffName' })

export const HandOff = z
  .object({
    state: z.enum(handOffStates),
    position: z.int().nullable(),
    openHours: z.string(),
    agent: StaffName.nullable(),
  })
  .meta({ id: 'HandOff' })

export const outboundKinds = [
  'staff_reply',
  'offer',
  'agreement',
  'reminder',
  'assistant_answer',
  'notice',
] as const

export const Message = z
  .object({
    id: Id,
    seq: z.int(),
    from: z.enum(['customer', 'assistant', 'agent', 'bank']),
    kind: z.enum(['inbound', ...outboundKinds]),
    text: z.string(),
    aiWritten: z.boolean(),
    createdAt: Instant,
    author: StaffName.nullable(),
    sources: z.array(Source),
    offer: OfferCard.nullable(),
    agreement: z.object({ id: Id, state: z.string(), number: z.string() }).nullable(),
    notice: z.string().nullable().meta({ description: 'code of a fixed notice, for the client to render' }),
    feedback: z.boolean().nullable(),
  })
  .meta({ id: 'Message' })

/** A section of a written document (agreement, cost statement), in reading order: paragraphs, table, parts. */
export const Section = z
  .object({
    heading: z.string(),
    paragraphs: z.array(z.string()),
    table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).optional(),
    parts: z.array(z.object({ heading: z.string(), items: z.array(z.string()) })).optional(),
  })
  .meta({ id: 'Section' })

export const FollowUp = z
  .object({
    id: Id,
    kind: z.enum(['reminder', 'return_visit']),
    code: z.string().meta({ example: 'three_days_before_first_due' }),
    dueAt: Instant,
    state: z.enum(['booked', 'done', 'missed', 'cancelled']),
  })
  .meta({ id: 'FollowUp' })

export const AgreementView = z
  .object({
    id: Id,
    number: z.string(),
    state: z.enum(['drafted', 'delivered', 'confirmed', 'broken', 'completed', 'cancelled']),
    sections: z.object({ 'zh-Hans': z.array(Section), en: z.array(Section) }),
    consent: z.object({ 'zh-Hans': z.string(), en: z.string() }),
    sha256: z.object({ 'zh-Hans': z.string(), en: z.string() }),
    confirmedAt: Instant.nullable(),
    followUps: z.array(FollowUp),
  })
  .meta({ id: 'Agreement' })

export const Problem = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    title: z.string().meta({ description: 'Chinese / English' }),
    detail: z.string().optional(),
    field: z.string().optional().meta({ description: 'JSON Pointer of the field at fault' }),
    extra: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' })

export { authorities, caseKinds, evidenceGrades, offerStates, signals, staffRoles, stages, z }
