import { z } from 'zod'
import { questions } from '../analysis/questions.ts'
import { FeeWaiverInput } from '../offers/fee-waiver.ts'
import { Minor } from '../offers/model.ts'
import { SuitabilityInput } from '../offers/suitability-model.ts'
import { type AskableScenario, askableScenarios, tones } from './brief.ts'

/** Why a charge should be given back, as a person found it; `confirmed` is that person's word for the facts. */
export const WaiverAsked = z.strictObject({
  reason: FeeWaiverInput.shape.reason,
  confirmed: z.boolean().default(false).meta({
    description: 'a person has found the facts so: the error is ours, or the minimum has been made up',
  }),
  amount: Minor.min(1).optional().meta({ description: 'what is asked back; left out, the whole charge' }),
})
export type WaiverAsked = z.infer<typeof WaiverAsked>

/** What staff may add to what the messages say of a product; money in minor units, terms in months. */
export const ProductAsked = z.strictObject({
  id: z.string().min(1).max(100).optional(),
  amount: Minor.min(1).optional().meta({ description: 'what the customer means to put in' }),
  horizonMonths: z
    .int()
    .min(0)
    .max(600)
    .optional()
    .meta({ description: 'for how long they can do without it' }),
  liquidity: SuitabilityInput.shape.customer.shape.liquidity_need.optional().meta({
    description: 'how likely they need it at any time',
  }),
})
export type ProductAsked = z.infer<typeof ProductAsked>

const fields = {
  offerId: z.uuid().optional(),
  question: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'field of an open question to ask the customer' }),
  questions: z
    .array(z.enum(Object.keys(questions) as [string, ...string[]]))
    .min(1)
    .max(10)
    .optional()
    .meta({ description: 'for `gather`: what to ask, in this order; left out, all that is open' }),
  waiver: WaiverAsked.optional().meta({ description: 'for `fee_waiver`: what a person found' }),
  product: ProductAsked.optional().meta({ description: 'for `suitability`: what the messages do not say' }),
  missed: z.iso.date().optional().meta({
    description: 'for `follow_up`: due date of the instalment that has not arrived',
  }),
  reason: z.string().max(500).optional().meta({ description: 'why it is written again' }),
  tone: z.enum(tones).optional(),
  scenario: z.enum(askableScenarios).optional().meta({
    description: 'what the reply is for; left out, what the other fields are for, else the case decides',
  }),
}

/** The replies each field is for; a field of another would be dropped in silence. */
const purposes: Partial<Record<keyof typeof fields, readonly AskableScenario[]>> = {
  offerId: ['offer', 'counter', 'decline_ack'],
  question: ['question'],
  questions: ['gather', 'question'],
  waiver: ['fee_waiver'],
  product: ['suitability'],
  missed: ['follow_up'],
}

/** What staff ask a draft to be; everything may be left out, and the case then decides. */
export const DraftRequest = z.object(fields).superRefine((request, ctx) => {
  const given = Object.entries(purposes).filter(
    ([field]) => request[field as keyof typeof request] !== undefined,
  )
  const [first] = given
  for (const [field, fit] of given) {
    const scenario = request.scenario ?? (field === first![0] ? undefined : first![1][0])
    if (scenario && !fit.includes(scenario))
      ctx.addIssue({
        code: 'custom',
        path: [field],
        message: `${field} is for ${fit.join(', ')}, not for ${scenario}`,
      })
  }
})
export type DraftRequest = {
  [K in keyof z.infer<typeof DraftRequest>]?: Exclude<z.infer<typeof DraftRequest>[K], undefined>
}

/** What is asked for by its fields when no purpose is named; undefined when they leave it open. Pure. */
export function scenarioAsked({
  scenario,
  questions: several,
  offerId,
  waiver,
  product,
  missed,
}: DraftRequest): AskableScenario | undefined {
  if (scenario) return scenario
  if (several) return 'gather'
  if (offerId) return 'offer'
  if (waiver) return 'fee_waiver'
  if (product) return 'suitability'
  return missed === undefined ? undefined : 'follow_up'
}
