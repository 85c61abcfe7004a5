import { type Input, monthsLater, type Offer, owedOf } from './figures.ts'

/** The sample bank's authority table (`sample-bank/policy-data/authority.yaml`), written down a second time; null is "any". Sums in minor units. */
const table = [
  { role: 'agent', months: 12, charges: 50, interest: 0, relief: 200, principal: 0, owed: 5_000_000 },
  { role: 'lead', months: 36, charges: 100, interest: 30, relief: 600, principal: 0, owed: 20_000_000 },
  { role: 'manager', months: 60, charges: 100, interest: 100, relief: null, principal: 0, owed: null },
  { role: 'committee', months: 60, charges: 100, interest: 100, relief: null, principal: 100, owed: null },
] as const

/** Who may approve an offer, counting the waivers of twelve months together; null when nobody may. */
export function authorityFor(offer: Offer, input: Input): string | null {
  const { debt, as_of } = input
  const prior = (input.prior_waivers ?? []).filter(
    ({ date }) => date > monthsLater(as_of, -12) && date <= as_of,
  )
  const before = (part: 'fees' | 'default_charges' | 'interest' | 'principal') =>
    prior.reduce((total, waiver) => total + (waiver[part] ?? 0), 0)
  const charged = before('fees') + before('default_charges')
  const share = (waived: number, owed: number, percent: number) =>
    BigInt(waived) * 100n <= BigInt(owed) * BigInt(percent)
  const { waived } = offer
  const relief = Math.round(Math.max(0, debt.annual_rate_bp - offer.plan_rate_bp) * 100)
  const owed = owedOf(input) + (input.other_owed ?? 0) + charged + before('interest') + before('principal')
  const row = table.find(
    (limit) =>
      offer.months <= limit.months &&
      share(
        waived.fees + waived.default_charges + charged,
        debt.fees + debt.default_charges + charged,
        limit.charges,
      ) &&
      share(waived.interest + before('interest'), debt.interest + before('interest'), limit.interest) &&
      share(waived.principal + before('principal'), debt.principal + before('principal'), limit.principal) &&
      (limit.relief === null || relief <= limit.relief * 100) &&
      (limit.owed === null || owed <= limit.owed),
  )
  return row?.role ?? null
}
