import { z } from 'zod'
import { type Authority, authorities } from '../identity/model.ts'
import { addMonths } from './calendar.ts'
import { Minor, type Refusal } from './model.ts'
import type { OfferParameters } from './parameters.ts'
import { refusal } from './refusal.ts'

const LocalDate = z.iso.date()

/** Why a charge may be given back outside a repayment plan; hardship belongs to a plan and its limits. */
const feeWaiverReasons = ['bank_error', 'first_late_fee', 'goodwill'] as const

export const FeeWaiverInput = z.object({
  id: z.string().min(1),
  as_of: LocalDate,
  currency: z.literal('CNY'),
  charge: z.object({ kind: z.string().min(1), amount: Minor.min(1), charged_on: LocalDate }),
  /** What is asked back; the whole charge when absent. */
  amount: Minor.min(1).nullish(),
  reason: z.enum(feeWaiverReasons),
  /** For `bank_error`: a person has confirmed the facts. For `first_late_fee`: the minimum has been made up. */
  confirmed: z.boolean(),
  history: z.array(z.object({ date: LocalDate, amount: Minor, reason: z.enum(feeWaiverReasons) })).max(500),
})
export type FeeWaiverInput = z.infer<typeof FeeWaiverInput>

export type FeeWaiverVerdict = {
  id: string
  outcome: 'allowed' | 'not_allowed'
  amount: number
  authority: Authority | null
  /** Rules that allow it, or that refuse it. */
  rules: string[]
  /** True when earlier waivers in the window, not this one alone, push it to a higher authority. */
  split: boolean
}

/**
 * Whether one charge may be given back, and by whom (fee rules of the sample bank): the bank's own error in full; a first
 * late fee once a window when the minimum has been made up; goodwill by role, waivers of the window counting together.
 */
export function assessFeeWaiver(input: unknown, parameters: OfferParameters): FeeWaiverVerdict | Refusal {
  const parsed = FeeWaiverInput.safeParse(input)
  if (!parsed.success) return refusal(input, parsed.error)
  const given = parsed.data
  const asked = given.amount ?? given.charge.amount
  const verdict = (authority: Authority | null, rules: string[], split = false): FeeWaiverVerdict => ({
    id: given.id,
    outcome: authority === null ? 'not_allowed' : 'allowed',
    amount: authority === null ? 0 : asked,
    authority,
    rules,
    split,
  })
  if (asked > given.charge.amount) return verdict(null, ['more_than_charged'])
  if (given.reason === 'goodwill') return goodwill(given, asked, parameters, verdict)
  if (!given.confirmed)
    return verdict(null, [
      given.reason === 'bank_error' ? 'bank_error_confirmed' : 'first_late_fee_minimum_paid',
    ])
  if (given.reason === 'bank_error') return verdict('agent', ['bank_error'])
  const { late_fee_kinds, first_late_fee_per_window } = parameters.creditPlans.fee_waivers
  if (!late_fee_kinds.includes(given.charge.kind)) return verdict(null, ['first_late_fee_kind'])
  const before = recent(given, parameters).filter((waiver) => waiver.reason === 'first_late_fee')
  return before.length < first_late_fee_per_window
    ? verdict('agent', ['first_late_fee'])
    : verdict(null, ['first_late_fee_per_window'])
}

function recent(given: FeeWaiverInput, parameters: OfferParameters): FeeWaiverInput['history'] {
  const from = addMonths(given.as_of, -parameters.creditPlans.fee_waivers.window_months)
  return given.history.filter((waiver) => waiver.date > from && waiver.date <= given.as_of)
}

function goodwill(
  given: FeeWaiverInput,
  asked: number,
  parameters: OfferParameters,
  verdict: (authority: Authority | null, rules: string[], split?: boolean) => FeeWaiverVerdict,
): FeeWaiverVerdict {
  const limits = parameters.creditPlans.fee_waivers.goodwill_limits
  const before = recent(given, parameters)
    .filter((waiver) => waiver.reason === 'goodwill')
    .reduce((sum, waiver) => sum + waiver.amount, 0)
  const holder = (amount: number) =>
    authorities.find((role) => limits[role] === null || amount <= (limits[role] ?? 0)) ?? null
  const authority = holder(before + asked)
  return verdict(authority, ['goodwill_limit'], authority !== holder(asked))
}
