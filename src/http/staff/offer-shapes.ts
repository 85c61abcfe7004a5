import { reciprocationKinds } from '../../features/offers/reciprocation.ts'
import {
  authorities,
  evidenceGrades,
  Id,
  Instalment,
  Instant,
  LocalDate,
  Minor,
  offerStates,
  z,
} from '../shapes.ts'

/** Both sides of one offer for whoever approves it; never in anything a customer may read. The floor is not in it. */
const OfferRisk = z.object({
  bank: z.object({
    value: Minor,
    alternative: Minor.meta({ description: 'what the bank may expect without a plan' }),
    aboveAlternative: z.int(),
    valueBp: z.int(),
    waived: Minor,
  }),
  customer: z.object({
    largestInstalment: Minor,
    leftOver: z.int().meta({ description: 'left a month after every payment in the heaviest month' }),
    stress: z.array(z.object({ incomeBp: z.int(), sustainable: z.boolean(), leftOver: z.int() })),
    reserveMonths: z.number().nullable(),
    weakestEvidence: z.enum(evidenceGrades),
  }),
  authority: z.object({
    rules: z.array(z.string()).meta({ description: 'limits passed that make it this authority' }),
    split: z
      .boolean()
      .meta({ description: 'earlier waivers of this customer, not this plan alone, raise it' }),
  }),
  fairness: z.object({ used: z.array(z.string()), notUsed: z.array(z.string()) }),
})

/** What a customer asked for; null where they named no such term. */
const AskedTerms = z.object({
  months: z.int().nullable(),
  instalment: Minor.nullable(),
  firstPayment: Minor.nullable(),
  waiveFeesBp: z.number().nullable(),
  waiveInterestBp: z.number().nullable(),
  start: LocalDate.nullable(),
})

const received = z.enum(reciprocationKinds).nullable()

/** What the customer asked, whether it is inside, and what they and the bank have given each other on this debt. */
const OfferTalk = z.object({
  asked: AskedTerms.nullable(),
  verdict: z
    .object({
      inside: z.boolean(),
      rules: z.array(z.string()).meta({ description: 'rules that refuse it' }),
      authority: z.enum(authorities).nullable(),
      nearest: z.array(
        z.object({
          shape: z.string(),
          months: z.int(),
          instalment: Minor,
          downPayment: Minor,
          total: Minor,
          waived: Minor,
        }),
      ),
    })
    .nullable(),
  round: z.int().meta({ description: 'reciprocations accepted on this debt within 90 days' }),
  received,
  given: Minor.meta({ description: 'value the first offer gives up; internal' }),
  heldBy: z.array(z.string()).meta({ description: 'why a request inside is not put forward by itself' }),
  warnings: z.array(z.string()),
  history: z.array(
    z.object({
      offerId: Id,
      caseId: Id,
      at: Instant,
      state: z.enum(offerStates),
      shape: z.string(),
      months: z.int(),
      instalment: Minor,
      downPayment: Minor,
      waived: Minor,
      asked: AskedTerms.nullable(),
      received,
      valueChange: z.int().nullable().meta({ description: 'against the offer before it; internal' }),
      warnings: z.array(z.string()),
    }),
  ),
})

export const StaffOffer = z
  .object({
    id: Id,
    ord: z.int(),
    origin: z.enum(['requested', 'nearest', 'engine']),
    risk: OfferRisk.nullable(),
    state: z.enum(offerStates),
    shape: z.string(),
    months: z.int(),
    schedule: z.array(Instalment),
    total: Minor,
    financed: Minor,
    waived: z.object({ fees: Minor, default_charges: Minor, interest: Minor, principal: Minor }),
    planRateBp: z.number(),
    aprNominalBp: z.number(),
    aprEffectiveBp: z.number(),
    pv: Minor.meta({ description: 'value to the bank; never in a text to the customer' }),
    loadBp: z.number(),
    stress: z.array(z.object({ income_bp: z.int(), sustainable: z.boolean() })),
    authority: z.enum(authorities),
    approvals: z.int(),
    rules: z.array(z.string()),
    validUntil: Instant.nullable(),
  })
  .meta({ id: 'StaffOffer' })

/** The account an offer is for, as both sides are shown it. */
const account = z
  .object({ product: z.string(), maskedNumber: z.string() })
  .nullable()
  .meta({ description: 'the debt it was worked out for; null for runs older than the record of it' })

/** Which of a customer's debts a case is about. */
export const CaseDebt = z
  .object({
    accountId: Id.nullable().meta({ description: 'null while it is unclear, or where there is no debt' }),
    by: z.enum(['only', 'customer', 'staff', 'offer']).nullable().meta({
      description:
        'who said so: there is but one, the customer in a message, a member of staff, or the offer that was accepted',
    }),
    chosenBy: z.string().nullable(),
    messageId: Id.nullable(),
    at: Instant.nullable(),
    settled: z.boolean().meta({ description: 'a plan for it was accepted: no other can be chosen' }),
    choices: z
      .array(
        z.object({
          id: Id,
          product: z.string(),
          maskedNumber: z.string(),
          totalOwed: Minor,
          daysPastDue: z.int(),
          monthlyDue: Minor.nullable().meta({
            description: 'what its contract takes a month; null is unknown',
          }),
        }),
      )
      .meta({ description: 'empty when there is nothing to choose' }),
  })
  .meta({ id: 'CaseDebt' })

export const ChooseDebt = z.object({ accountId: Id })

export const OfferSet = z
  .object({
    id: Id,
    createdAt: Instant,
    account,
    outcome: z.enum(['offers', 'empty', 'refused']),
    reason: z.string().nullable(),
    field: z.string().nullable(),
    capacity: z.object({ disposable: Minor, max_instalment: Minor }).nullable(),
    offers: z.array(StaffOffer),
    notes: z.array(z.string()),
    askedBy: z
      .string()
      .nullable()
      .meta({ description: 'who asked for it; null when the machine ran by itself' }),
    talk: OfferTalk,
    parameters: z.object({ version: z.string(), hash: z.string() }),
  })
  .meta({ id: 'OfferSet' })

export const ProposeOffers = z.object({
  reason: z.string().trim().min(3).max(500).optional().meta({
    description:
      'why what the customer asks is put forward although the concession schedule keeps it back; policy still binds',
  }),
})
